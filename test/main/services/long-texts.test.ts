import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../src/main/compose';
import { boundedTable } from '../../../src/main/services/bounded-table';
import { toCsv } from '../../../src/main/services/csv';
import type { Call, CallId, Table, ThreadId } from '../../../src/preload/contract';
import { addData, ask, openTestApp } from '../../support/app';
import { tempFolderForAll } from '../../support/temp-folder';

const NOTES = 40;
const LENGTH = 50_000;
const MODEL_CHARS = 256 * 1024;

let app: App;
beforeAll(async () => {
  app = await openTestApp(tempFolderForAll());
});
afterAll(() => app.close());

/** A thread about a file whose texts are long, with an answer. */
async function asked(): Promise<ThreadId> {
  const rows = Array.from({ length: NOTES }, (_, n) => `${n},${'word-'.repeat(LENGTH / 5)}`);
  const dataset = await addData(app, 'notes.csv', `id,note\n${rows.join('\n')}\n`);
  return (await ask(app, 'how many rows', { datasetIds: [dataset.id] })).thread_id as ThreadId;
}

const calls = (threadId: ThreadId) =>
  app.services.runs.ofThread({ threadId }).flatMap((run) => run.steps.flatMap((step) => step.calls));

async function ran(threadId: ThreadId, sql: string): Promise<Call> {
  const callId = calls(threadId).find(({ code }) => code?.language === 'sql')?.id as CallId;
  const begun = await app.dispatch('runs.runCode', { callId, code: sql });
  if (!begun.ok) throw new Error(begun.error.message);
  return app.services.runs.local.finished((begun.value as Call).id);
}

async function page(call: Call, offset: number, limit: number): Promise<Table> {
  const answer = await app.dispatch('runs.result', { resultId: call.result?.id, offset, limit });
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value as Table;
}

describe('long texts in data', () => {
  it('are shown by their beginnings, with the length of the whole, in every page of a result', async () => {
    const call = await ran(await asked(), 'SELECT id, note FROM notes ORDER BY id');
    expect(call.result).toMatchObject({ rowCount: NOTES, truncated: false });
    const { rows, cut } = await page(call, 10, 2);
    expect(rows.map(([id, note]) => [id, String(note).length])).toEqual([
      [10, 1_000],
      [11, 1_000],
    ]);
    expect(cut).toEqual([
      { row: 0, column: 1, length: LENGTH },
      { row: 1, column: 1, length: LENGTH },
    ]);
  });

  it('are shown by their beginnings in the first rows of a file', async () => {
    await asked();
    const [dataset] = app.services.datasets.list();
    const answer = await app.dispatch('datasets.rows', { datasetId: dataset?.id, offset: 0, limit: 1 });
    expect(answer).toMatchObject({ ok: true, value: { cut: [{ row: 0, column: 1, length: LENGTH }] } });
    expect(JSON.stringify(answer).length).toBeLessThan(2_000);
  });

  it('take their place in what a model is handed, and no more', async () => {
    const threadId = await asked();
    await ask(app, 'show all rows', { threadId });
    const outputs = calls(threadId).flatMap(({ name, output }) => (name === 'analyze' && output ? [output] : []));
    for (const output of outputs) expect(output.length).toBeLessThan(2 * MODEL_CHARS);
    expect(outputs.map((output) => JSON.parse(output).cut?.[0]?.length)).toContain(LENGTH);
  });
});

describe('a table that is cut', () => {
  const text = 'x'.repeat(20);
  const table: Table = {
    columns: [
      { name: 'a', type: 'text' },
      { name: 'b', type: 'integer' },
    ],
    rows: Array.from({ length: 10 }, (_, n) => [text, n]),
    cut: [{ row: 1, column: 0, length: 99 }],
  };

  it('ends where its texts are more than asked for, and keeps what was cut before', () => {
    const { rows, cut } = boundedTable(table, { rows: 9, cellChars: 15, chars: 25 });
    expect(rows).toEqual([
      [text.slice(0, 15), 0],
      [text.slice(0, 15), 1],
    ]);
    expect(cut).toEqual([
      { row: 0, column: 0, length: 20 },
      { row: 1, column: 0, length: 99 },
    ]);
  });

  it('says so where it is exported', () => {
    expect(toCsv(table).split('\r\n').slice(1, 3)).toEqual([`${text},0`, `${text}… (99 characters),1`]);
  });
});
