import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../src/main/compose';
import type { Call, CallId, ThreadId } from '../../../src/preload/contract';
import { CallId as CallIdSchema } from '../../../src/preload/contract/ids';
import { addData, ask, openTestApp } from '../../support/app';
import { needs, WHOLE } from '../../support/needs';
import { DENO } from '../../support/python';
import { EVERYTHING, fenced } from '../../support/python-cells';
import { tempFolder, tempFolderForAll } from '../../support/temp-folder';

let app: App;
beforeAll(async () => {
  app = await openTestApp(tempFolderForAll());
});
afterAll(() => app.close());

const callsOf = (threadId: ThreadId, of: App = app): Call[] =>
  of.services.runs.ofThread({ threadId }).flatMap((run) => run.steps.flatMap((step) => step.calls));
const firstOf = (threadId: ThreadId, name: string): Call => {
  const call = callsOf(threadId).find((one) => one.name === name);
  if (!call) throw new Error(`no ${name} in the thread`);
  return call;
};

async function begun(callId: CallId, code: string): Promise<Call> {
  const result = await app.dispatch('runs.runCode', { callId, code });
  if (!result.ok) throw new Error(result.error.message);
  return result.value as Call;
}
const ran = async (callId: CallId, code: string) => app.services.runs.local.finished((await begun(callId, code)).id);

/** One thread, and its Python, for all that may come after other code. */
let withPython: ThreadId | null = null;
async function python(code: string): Promise<{ threadId: ThreadId; call: Call }> {
  const { thread_id, run_id } = await ask(app, fenced(code), { threadId: withPython });
  const threadId = thread_id as ThreadId;
  withPython = threadId;
  const run = app.services.runs.ofThread({ threadId }).find(({ id }) => id === run_id);
  const call = run?.steps.flatMap(({ calls }) => calls).find(({ name }) => name === 'code_interpreter');
  if (!call) throw new Error('no code was run');
  return { threadId, call };
}

describe('Python run again', needs(DENO), () => {
  it('goes on with the variables of the thread, beside the history', async () => {
    const { threadId, call } = await python('x = 20\nprint(x)');
    const local = await ran(call.id, 'x += 1\nprint(x)');
    expect(local).toMatchObject({ status: 'completed', localOf: call.id, sameOutput: false });
    expect(local.outputs).toEqual([{ type: 'logs', text: '21\n' }]);
    expect(local.code).toEqual({ language: 'python', text: 'x += 1\nprint(x)' });
    expect(callsOf(threadId)).toContainEqual(call);
    const again = await ran(local.id, 'print(20)');
    expect(again).toMatchObject({ localOf: call.id, sameOutput: true });
    expect(callsOf(threadId).filter((one) => one.localOf === call.id)).toHaveLength(2);
  });

  it('compares pictures by what is in them, and keeps files it made', async () => {
    const { call } = await python(EVERYTHING);
    const local = await ran(call.id, EVERYTHING);
    expect(local.sameOutput).toBe(true);
    expect(local.outputs.map((one) => one.type)).toEqual(['logs', 'image', 'logs', 'file']);
    expect(local.outputs.at(-1)).toMatchObject({ name: 'regions.csv', bytes: 34 });
    const other = await ran(call.id, EVERYTHING.replace('x * 5', 'x * 4'));
    expect(other.sameOutput).toBe(false);
  });

  it(
    'finds the files of earlier answers when Python was started anew, and says that variables are gone',
    needs(WHOLE),
    async () => {
      const folder = tempFolder();
      const first = await openTestApp(folder);
      const { thread_id } = await ask(first, `${fenced(EVERYTHING)}\n\n${fenced('kept = 1\nprint("second")')}`);
      await first.close();
      const later = await openTestApp(folder);
      try {
        const [, second] = callsOf(thread_id as ThreadId, later).filter((one) => one.type === 'code_interpreter');
        if (!second) throw new Error('there are no two blocks');
        const code = 'print(open("/mnt/data/regions.csv").read().splitlines()[1])\nprint(kept)';
        const { id } = later.services.runs.runCode({ callId: second.id, code });
        const local = await later.services.runs.local.finished(id);
        const [printed, error] = local.outputs;
        expect(local.ending).toEqual({
          ended: 'error',
          fresh: true,
          error: {
            type: 'NameError',
            message: "name 'kept' is not defined",
            at: { line: 2, column: 7, end: { line: 2, column: 11 } },
          },
          missing: null,
          python: { runner: 'built_in', version: expect.stringMatching(/^3\./), packages: [] },
        });
        expect(printed).toEqual({ type: 'logs', text: 'West,12.5\n' });
        expect(error).toMatchObject({ text: expect.stringContaining("NameError: name 'kept' is not defined") });
        expect(local).toMatchObject({ status: 'failed', sameOutput: false });
      } finally {
        await later.close();
      }
    },
  );

  it('shows what is printed meanwhile, is alone on its step, and stops when told to', async () => {
    const { threadId, call } = await python('print(1)');
    const shown = new Promise<void>((resolve) => {
      app.subscribe((event) => {
        const said = event.name === 'steps.changed' ? event.data.calls : [];
        const local = said.find((one) => one.localOf === call.id);
        if (local?.outputs.some((one) => one.type === 'logs' && one.text.includes('begun'))) resolve();
      });
    });
    const local = await begun(call.id, 'print("begun")\nimport time\ntime.sleep(60)');
    expect(local.status).toBe('running');
    await shown;
    expect(await app.dispatch('runs.runCode', { callId: call.id, code: 'print(2)' })).toMatchObject({
      error: { code: 'busy' },
    });
    await app.dispatch('runs.stopCode', { callId: local.id });
    const ended = await app.services.runs.local.finished(local.id);
    expect(ended).toMatchObject({ status: 'cancelled', sameOutput: null });
    expect(callsOf(threadId).at(-1)?.ms).toBeLessThan(30_000);
  });

  it('is over when the app ended meanwhile, and says so with the engine off', needs(WHOLE), async () => {
    const folder = tempFolder();
    const first = await openTestApp(folder);
    const { thread_id } = await ask(first, fenced('print(1)'));
    const [call] = callsOf(thread_id as ThreadId, first).filter((one) => one.type === 'code_interpreter');
    const callId = call?.id ?? CallIdSchema.parse('none');
    first.services.runs.runCode({ callId, code: 'import time\ntime.sleep(60)' });
    await first.close();
    const later = await openTestApp(folder, { withEngine: false });
    try {
      expect(callsOf(thread_id as ThreadId, later).at(-1)).toMatchObject({ localOf: callId, status: 'cancelled' });
      expect(await later.dispatch('runs.runCode', { callId, code: 'print(1)' })).toMatchObject({
        error: { code: 'unavailable', message: expect.stringContaining('Python is off') },
      });
    } finally {
      await later.close();
    }
  });
});

describe('a query run again', () => {
  it('keeps its rows with the step it came from, and tells whether they are the same', async () => {
    const { id } = await addData(app, 'sales.csv', 'region,amount\nWest,12.50\nEast,7.25\n');
    const { thread_id } = await ask(app, 'total amount by region', { datasetIds: [id] });
    const threadId = thread_id as ThreadId;
    const call = firstOf(threadId, 'analyze');
    const same = await ran(call.id, call.code?.text ?? '');
    expect(same).toMatchObject({ status: 'completed', sameOutput: true, result: { rowCount: 2 } });
    const edited = await ran(call.id, 'SELECT count(*) AS n FROM sales');
    expect(edited).toMatchObject({ sameOutput: false, code: { language: 'sql' }, result: { rowCount: 1 } });
    const refused = await ran(call.id, "COPY sales TO '/tmp/x.csv'");
    expect(refused).toMatchObject({ status: 'failed', output: expect.stringContaining('query_refused') });
    expect(callsOf(threadId).filter((one) => one.localOf !== null)).toHaveLength(3);
  });

  it('is only for steps that have code', async () => {
    const { id } = await addData(app, 'some.csv', 'a\n1\n');
    const { thread_id } = await ask(app, 'how many rows', { datasetIds: [id] });
    const call = firstOf(thread_id as ThreadId, 'describe_data');
    expect(await app.dispatch('runs.runCode', { callId: call.id, code: 'SELECT 1' })).toMatchObject({
      error: { code: 'invalid_input' },
    });
    expect(await app.dispatch('runs.runCode', { callId: 'call_none', code: 'SELECT 1' })).toMatchObject({
      error: { code: 'not_found' },
    });
  });
});

describe('where code that is run again went wrong', () => {
  it.each([
    ['SELECT region, regon\nFROM sales', 1, 16],
    ['SELECT region,\n  sum(amount)\nFROM sles', 3, 6],
    ['SELECT "ä", foo(1) FROM sales -- ä', 1, 8],
    ['SELECT 1 FROM sales WHERE', 1, 26],
    ["SELECT 'ä',\n CAST(region AS INTEGER) FROM sales", 2, 2],
  ])('is told of a query by line and column: %s', async (sql, line, column) => {
    const { id } = await addData(app, 'sales.csv', 'region,amount\nWest,12.50\nEast,7.25\n');
    const { thread_id } = await ask(app, 'total amount by region', { datasetIds: [id] });
    const local = await ran(firstOf(thread_id as ThreadId, 'analyze').id, sql);
    expect(local).toMatchObject({ status: 'failed', errorAt: { line, column } });
    expect(local.output).not.toContain('exception_type');
  });

  it.each([
    ['x = 1\nprint("ä", nobody)', { line: 2, column: 12, end: { line: 2, column: 18 } }],
    ['def half(x):\n  return x / 0\n\nhalf(3)', { line: 2, column: 10, end: { line: 2, column: 15 } }],
    ['x = 1\nif x\n  y = 2', { line: 2, column: 5 }],
  ])('is told of Python by line and column: %s', needs(DENO), async (code, at) => {
    const { call } = await python('print(1)');
    const local = await ran(call.id, code);
    expect(local).toMatchObject({ status: 'failed', errorAt: at });
    expect((await ran(call.id, 'print(2)')).errorAt).toBeUndefined();
  });
});
