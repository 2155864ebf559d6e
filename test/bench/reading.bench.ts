import { expect, it } from 'vitest';
import { understand } from '../../src/main/engine/models/built-in/reader/understand';
import { vocabularyOf } from '../../src/main/engine/models/built-in/reader/vocabularies';
import type { ThreadId } from '../../src/preload/contract';
import type { Definitions } from '../../src/preload/contract/definitions';
import { manyValues, QUESTIONS, VALUE_QUESTIONS, wideTable } from '../support/analyst/wide';
import { addData, ask, openTestApp } from '../support/app';
import { queriesOf } from '../support/query/menus';
import { tempFolder } from '../support/temp-folder';
import { pairs, tell } from './pairs';

/** Each question in turn, to data that is known already. */
function reader(definitions: readonly Definitions[], questions: readonly string[]) {
  const vocabulary = vocabularyOf(definitions);
  return async (): Promise<void> => {
    for (const question of questions) expect(understand(definitions, [question], vocabulary).kind).toBe('query');
  };
}

it.each([
  ['2,000 columns, against 20', QUESTIONS, wideTable(20), wideTable(2_000)],
  ['100,000 values, against 200', VALUE_QUESTIONS, manyValues(200), manyValues(100_000)],
])('reads questions to %s', async (what, questions, small, large) => {
  const verdict = await pairs(reader([large], questions), reader([small], questions));
  tell(`Four questions read, of ${what}`, '≤ 400 ms, ≤ 3×', verdict);
});

it('answers a question that is asked in words', async () => {
  const app = await openTestApp(tempFolder());
  const { id } = await addData(app, 'shops.csv', `city,sales\n${'Lisbon,1000\nTurin,455\n'.repeat(500)}`);
  const query = {
    from: { table: 'shops' },
    by: [{ field: 'city', as: 'city' }],
    compute: [{ measure: 'sum' as const, of: 'sales', as: 'sales' }],
  };
  const clicked = async (threadId: ThreadId | null = null) => queriesOf(app).ask({ threadId, datasetIds: [id], query });
  const worded = async () => {
    const { answered } = await ask(app, 'total sales by city', { datasetIds: [id] });
    expect(answered).toBe(true);
  };
  tell('One question in words, against the same put together by clicks', '≤ 8×', await pairs(worded, clicked));
  await app.close();
});
