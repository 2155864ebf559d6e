import { expect, it } from 'vitest';
import { understand } from '../../../src/main/engine/models/built-in/reader/understand';
import { vocabularyOf } from '../../../src/main/engine/models/built-in/reader/vocabularies';
import type { Definitions } from '../../../src/preload/contract/definitions';
import { manyValues, QUESTIONS, VALUE_QUESTIONS, wideTable } from '../../support/analyst/wide';
import { executed } from '../../support/executed';
import { needs, WHOLE } from '../../support/needs';

/** What it takes to read the questions once the data is known. */
async function reading(definitions: readonly Definitions[], questions: readonly string[]): Promise<number> {
  const vocabulary = vocabularyOf(definitions);
  const kinds = questions.map((question) => understand(definitions, [question], vocabulary).kind);
  expect(kinds).toEqual(questions.map(() => 'query'));
  return executed(() => {
    for (const question of questions) understand(definitions, [question], vocabulary);
  });
}

// A hundred times the data: a tenth of that would be ten times the work.
it('a question to two thousand columns takes little more to read than one to twenty', needs(WHOLE), async () => {
  const few = await reading([wideTable(20)], QUESTIONS);
  expect((await reading([wideTable(2_000)], QUESTIONS)) / few).toBeLessThan(10);
});

it('a question to twenty thousand values takes little more to read than one to two hundred', needs(WHOLE), async () => {
  const few = await reading([manyValues(200)], VALUE_QUESTIONS);
  expect((await reading([manyValues(20_000)], VALUE_QUESTIONS)) / few).toBeLessThan(10);
});

it('what is known of data that comes again is not put together again', async () => {
  const definitions = [wideTable(50)];
  const first = await executed(() => void vocabularyOf(structuredClone(definitions)));
  const again = await executed(() => void vocabularyOf(structuredClone(definitions)));
  expect(again).toBeLessThan(first / 100);
});
