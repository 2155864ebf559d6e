import { expect, it } from 'vitest';
import type { Embedder } from '../../../../src/main/engine/ports';
import { retrievalRoom } from '../../../support/retrieval';

/** Knows three meanings: a text's vector says how much of each is in it. */
const MEANINGS = [/\b(car|vehicle|automobile)s?\b/gi, /\b(doctor|physician)s?\b/gi, /\b(invoice|bill)s?\b/gi];
class Dictionary implements Embedder {
  readonly model = 'three meanings';
  broken = false;
  onAsked = () => {};

  async embed(texts: readonly string[]): Promise<Float32Array[]> {
    this.onAsked();
    if (this.broken) throw new Error('no answer');
    return texts.map((text) => Float32Array.from(MEANINGS, (meaning) => text.match(meaning)?.length ?? 0));
  }
}

const embedder = new Dictionary();
const { retrieval, add, database } = retrievalRoom({ embedder });
const search = (storeId: string, query: string, more = {}) =>
  retrieval().search({ storeIds: [storeId], query, limit: 5, ...more });

it('finds a passage that says it in other words, and says how close it is', async () => {
  await add('cars.txt', 'Any vehicle may be parked behind the house.', { storeId: 'meaning' });
  await add('bills.txt', 'A bill is due within a month.', { storeId: 'meaning' });
  const [best, ...others] = await search('meaning', 'automobile');
  expect(best).toMatchObject({ filename: 'cars.txt', why: { terms: [], similarity: expect.closeTo(1, 5) } });
  expect(others.every((one) => one.score < 0.1)).toBe(true);
});

it('ranks by words and meaning together', async () => {
  await add('both.txt', 'The physician wrote to the patient about the operation.', { storeId: 'both' });
  await add('word.txt', 'The patient operation of the lift.', { storeId: 'both' });
  expect((await search('both', 'doctor patient operation')).map((one) => one.filename)).toEqual([
    'both.txt',
    'word.txt',
  ]);
});

it('keeps to filters and stores when it goes by meaning', async () => {
  await add('old.txt', 'vehicle', { storeId: 'kept', attributes: { year: 2020 } });
  await add('new.txt', 'vehicle too', { storeId: 'kept', attributes: { year: 2025 } });
  const filter = { type: 'eq', key: 'year', value: 2025 };
  expect((await search('kept', 'car', { filter })).map((one) => one.filename)).toEqual(['new.txt']);
});

it('goes on by words when the embedder fails, for reading and for asking', async () => {
  embedder.broken = true;
  await add('plain.txt', 'The lighthouse keeper reads.', { storeId: 'broken' });
  const [best] = await search('broken', 'lighthouse');
  embedder.broken = false;
  expect(best).toMatchObject({ filename: 'plain.txt' });
  expect(best?.why.similarity).toBeUndefined();
});

it('forgets the vectors of what is removed', async () => {
  const { fileId } = await add('gone.txt', 'invoice', { storeId: 'gone' });
  const count = () => database().get<{ n: number }>('SELECT count(*) AS n FROM passage_vector')?.n ?? 0;
  const before = count();
  retrieval().remove('gone', fileId);
  expect(count()).toBe(before - 1);
});

it('leaves nothing of a document that is called off while it is written', async () => {
  const stop = new AbortController();
  const count = () => database().get<{ n: number }>('SELECT count(*) AS n FROM passage')?.n;
  const before = count();
  embedder.onAsked = () => stop.abort(new Error('called off'));
  await expect(add('half.txt', 'a pelican', { storeId: 'half', signal: stop.signal })).rejects.toThrow('called off');
  embedder.onAsked = () => {};
  expect(count()).toBe(before);
  expect(await search('half', 'pelican')).toEqual([]);
});
