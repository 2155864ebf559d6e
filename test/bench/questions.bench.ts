import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, it } from 'vitest';
import { ThreadId } from '../../src/preload/contract/ids';
import type { Query } from '../../src/preload/contract/query';
import { addAllData, ask, openTestApp } from '../support/app';
import { type BankQuestion, type Given, judge, type Verdict } from '../support/bank/judge';
import { tempFolder } from '../support/temp-folder';

/** Every folder that has questions; BANK names one of them. */
const BANKS = globSync('test/support/bank/{,*/}questions.json')
  .map(dirname)
  .filter((folder) => process.env.BANK === undefined || folder.endsWith(process.env.BANK))
  .sort();
/** `open` is for work; `sealed` only for judging. */
const SET = process.env.BANK_SET === 'sealed' ? 'sealed' : 'open';
const READING_MS = 1_800_000;

/**
 * How many of the questions of a bank, written by somebody who knew only the files, are answered rightly by the built-in
 * analyst: through intake, engine, tools and answer. Prints the share per file, and each question that is not right.
 */
it.each(BANKS)(
  `answers the questions of %s (${SET})`,
  async (folder) => {
    const all: BankQuestion[] = JSON.parse(readFileSync(`${folder}/questions.json`, 'utf8'));
    const bank = all.filter(({ set }) => set === SET);
    const app = await openTestApp(tempFolder());
    const ids = new Map<string, Awaited<ReturnType<typeof addAllData>>>();
    for (const name of new Set(bank.flatMap(({ files }) => files)))
      ids.set(name, await addAllData(app, name, readFileSync(`${folder}/files/${name}`)));
    const tally = new Map<string, Record<Verdict, number>>();
    for (const question of bank) {
      const datasetIds = question.files.flatMap((name) => (ids.get(name) ?? []).map(({ id }) => id));
      let threadId: ThreadId | null = null;
      let answer: Awaited<ReturnType<typeof ask>> | null = null;
      for (const text of [...question.before, question.question]) {
        answer = await ask(app, text, threadId ? { threadId } : { datasetIds });
        threadId = ThreadId.parse(answer.thread_id);
      }
      const verdict = answer ? judge(question, givenBy(answer)) : 'declined';
      const file = question.files.join(' + ');
      const counts = tally.get(file) ?? { right: 0, declined: 0, wrong: 0 };
      counts[verdict] += 1;
      tally.set(file, counts);
      if (verdict !== 'right')
        console.log(`${verdict}  ${question.id}  ${question.question}\n    read as: ${answer?.reading ?? '–'}`);
    }
    const sum = (verdict: Verdict) => [...tally.values()].reduce((total, counts) => total + counts[verdict], 0);
    for (const [file, counts] of tally) console.log(`${file}: ${JSON.stringify(counts)}`);
    const percent = (count: number) => `${((100 * count) / bank.length).toFixed(1)} %`;
    console.log(
      `${folder}: right ${percent(sum('right'))}, declined ${percent(sum('declined'))}, wrong ${percent(sum('wrong'))} of ${bank.length}`,
    );
    await app.close();
    expect(sum('right') + sum('declined') + sum('wrong')).toBe(bank.length);
  },
  READING_MS,
);

/** The last thing that was computed, or why nothing was. */
function givenBy(answer: Awaited<ReturnType<typeof ask>>): Given {
  if (answer.declined === 'ambiguous') return { kind: 'asked' };
  const step = answer.steps.findLast(({ name, output }) => name === 'analyze' && output !== null);
  const output: unknown = step?.output ? JSON.parse(step.output) : null;
  if (!answer.table || !isAnalyzed(output)) return { kind: 'declined' };
  const { having, limit, by } = output.query;
  const bounded = (having?.length ?? 0) > 0 && !limit && by?.length === 1;
  return { kind: 'result', columns: output.columns, rows: answer.table.rows, bounded };
}

const isAnalyzed = (
  value: unknown,
): value is { query: Query; columns: Extract<Given, { kind: 'result' }>['columns'] } =>
  typeof value === 'object' && value !== null && 'columns' in value && 'query' in value;
