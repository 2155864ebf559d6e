import { describe, expect, it } from 'vitest';
import { ThreadId } from '../../../src/preload/contract/ids';
import { poll, school, shipments, subscriptions } from '../../support/analyst/fields';
import { analystApp, ask } from '../../support/app';
import { sweep } from '../../support/sweep';

const { app, dataset } = analystApp();
const worlds = { school, shipments, subscriptions, poll };

/** The answer to the last of several questions in one thread. */
async function last(world: keyof typeof worlds, questions: readonly string[]) {
  const { name, content } = worlds[world]();
  const file = await dataset(name, () => content);
  let threadId: ThreadId | null = null;
  let answer = await ask(app(), questions[0] ?? '', { datasetIds: [file.id] });
  for (const question of questions.slice(1)) {
    threadId = ThreadId.parse(answer.thread_id);
    answer = await ask(app(), question, { threadId });
  }
  return answer;
}

const restated: [world: keyof typeof worlds, questions: string[], whole: string][] = [
  [
    'school',
    ['average grade by subject', 'excluding Maths and Art', 'median?'],
    'median grade by subject excluding Maths and Art',
  ],
  ['school', ['grade by level', 'max'], 'max grade by level'],
  ['shipments', ['total by carrier', 'median?', 'only delivered'], 'median total by carrier only delivered'],
  ['subscriptions', ['average monthly fee by plan', 'what about the median'], 'median monthly fee by plan'],
];

describe('another statistic of the same', () => {
  it.each(sweep(restated, 2))('%s: %j', async (world, questions, whole) => {
    const [asked, alone] = [await last(world, questions), await last(world, [whole])];
    expect(alone.reading).not.toBeNull();
    expect(asked.table?.rows.map((row) => row.map(String).sort()).sort(), asked.answer).toEqual(
      alone.table?.rows.map((row) => row.map(String).sort()).sort(),
    );
  });
});

const unattached: [world: keyof typeof worlds, questions: string[]][] = [
  ['shipments', ['average elephants per carrier', 'by customer']],
  ['shipments', ['how many are elephants', 'median?']],
];

describe('what goes on from a question that has no answer', () => {
  it.each(unattached)('%s: %j', async (world, questions) => {
    const answer = await last(world, questions);
    expect(answer.reading).toBeNull();
    expect(answer.answer).toContain(`goes on from “${questions[0]}”`);
  });
});

const declined: [world: keyof typeof worlds, question: string][] = [
  ['school', 'distribution of grade by subject'],
  ['school', 'percentile of grade'],
  ['school', 'moving average of grade'],
  ['school', '3-month moving average of grade by week'],
  ['school', 'students with average grade above the average'],
  ['shipments', 'how many customers have total above the average'],
  ['shipments', 'share of lost per carrier, median'],
  ['shipments', 'total by carrier above average'],
  ['shipments', 'number of shipments above the average of 50'],
  ['shipments', 'shipments 3 days later than promised'],
  ['shipments', 'number of days between promised and lost'],
  ['school', 'number of rows between 20 and 10 June 2024'],
  ['school', 'number of rows between 1 and 31 June 2024'],
];

describe('what would only be read in part', () => {
  it.each(declined)('%s: %s', async (world, question) => {
    const answer = await last(world, [question]);
    expect(answer.reading, answer.answer).toBeNull();
    expect(answer.answer).toMatch(/You can ask|What can be computed instead/);
  });
});
