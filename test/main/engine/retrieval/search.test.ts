import { describe, expect, it } from 'vitest';
import { chunksOf } from '../../../../src/main/engine/retrieval/chunk';
import { randomFrom } from '../../../support/random';
import { retrievalRoom } from '../../../support/retrieval';

const { retrieval, add, database, restart } = retrievalRoom();
const names = async (storeId: string, query: string, more = {}) =>
  (await retrieval().search({ storeIds: [storeId], query, limit: 5, ...more })).map((one) => one.filename);

describe('passages', () => {
  it('cover the whole text, are no longer than asked, and overlap', () => {
    const random = randomFrom(3);
    for (let round = 0; round < 60; round += 1) {
      const text = Array.from({ length: 20 + random.below(600) }, () =>
        random.pick(['sea', 'harbour.', 'Straße', 'x\n', '\n\n', '漢字', '😀', 'longer-word', '\t']),
      ).join(' ');
      const maxTokens = 20 + random.below(80);
      const chunks = chunksOf(
        { text, sections: [{ start: 0, end: text.length }] },
        { maxTokens, overlapTokens: random.below(maxTokens / 2) },
      );
      let covered = 0;
      for (const { text: piece, place } of chunks) {
        expect(text.slice(place.start, place.end)).toBe(piece);
        expect(text.slice(covered, place.start).trim()).toBe('');
        expect(place.line).toBe(text.slice(0, place.start).split('\n').length);
        expect(piece.isWellFormed()).toBe(true);
        covered = Math.max(covered, place.end);
      }
      expect(text.slice(covered).trim()).toBe('');
    }
  });
});

describe('finding', () => {
  it('knows other forms of a word, accents or none, in several languages', async () => {
    await add('a.txt', 'The committee cancelled all subscriptions in Zürich.', { storeId: 'forms' });
    await add('b.txt', 'Die Rechnungen werden monatlich geprüft.', { storeId: 'forms' });
    await add('c.txt', 'Les employés demandent des congés.', { storeId: 'forms' });
    expect((await names('forms', 'cancelling a subscription'))[0]).toBe('a.txt');
    expect((await names('forms', 'zurich'))[0]).toBe('a.txt');
    expect((await names('forms', 'Rechnung prüfen'))[0]).toBe('b.txt');
    expect((await names('forms', 'conge employe'))[0]).toBe('c.txt');
  });

  it('prefers the passage that answers more of the question, and words that stand together', async () => {
    await add('one.txt', 'Refund refund refund refund: see below.', { storeId: 'more' });
    await add('two.txt', 'A refund of annual leave days is paid in March.', { storeId: 'more' });
    await add('three.txt', 'Leave the annual report here. A refund is rare.', { storeId: 'more' });
    expect((await names('more', 'refund of annual leave'))[0]).toBe('two.txt');
  });

  it('finds by the name of the file', async () => {
    await add('travel-policy.md', 'Trains come first.', { storeId: 'named' });
    await add('other.md', 'Trains come first, planes second.', { storeId: 'named' });
    expect((await names('named', 'travel policy trains'))[0]).toBe('travel-policy.md');
  });

  it('keeps to its stores, to filters and to the threshold', async () => {
    await add('x.txt', 'pelican', { storeId: 'filtered', attributes: { year: 2024, team: 'red' } });
    await add('y.txt', 'pelican', { storeId: 'filtered', attributes: { year: 2025, team: 'blue' } });
    await add('z.txt', 'pelican', { storeId: 'elsewhere' });
    const newer = { filter: { type: 'gte', key: 'year', value: 2025 } };
    expect(await names('filtered', 'pelican', newer)).toEqual(['y.txt']);
    const either = {
      filter: {
        type: 'or',
        filters: [
          { type: 'eq', key: 'team', value: 'red' },
          { type: 'in', key: 'year', value: [2030] },
        ],
      },
    };
    expect(await names('filtered', 'pelican', either)).toEqual(['x.txt']);
    expect(await names('filtered', 'pelican', { scoreThreshold: 0.999 })).toEqual([]);
    expect(await names('nowhere', 'pelican')).toEqual([]);
  });

  it('finds what fits a filter among any number of better passages that do not', async () => {
    const chunking = { maxTokens: 20, overlapTokens: 0 };
    await add('many.txt', 'The flamingo stands on one leg here. \n\n'.repeat(3_000), { storeId: 'crowded', chunking });
    const attributes = { year: 2024 };
    await add('one.txt', `A flamingo ${'and many other words '.repeat(20)}`, { storeId: 'crowded', attributes });
    expect(await names('crowded', 'flamingo', { filter: { type: 'eq', key: 'year', value: 2024 } })).toEqual([
      'one.txt',
    ]);
  });

  it('scores by what a passage holds, not by how few others there are', async () => {
    await add('only.txt', 'The keeper of the lighthouse is paid in herring.', { storeId: 'alone' });
    const score = async (query: string) =>
      (await retrieval().search({ storeIds: ['alone'], query, limit: 1 }))[0]?.score ?? 0;
    expect(await score('keeper of the lighthouse')).toBeGreaterThan(0.6);
    expect(await score('herring')).toBeGreaterThan(0.6);
    expect(await score('lighthouse insurance premium brokers')).toBeLessThan(0.5);
  });

  it('shows the same passage once', async () => {
    const text = 'The quick heron fishes by the old wooden pier every morning at six.';
    for (const name of ['p.txt', 'q.txt', 'r.txt']) await add(name, text, { storeId: 'twins' });
    expect(await names('twins', 'heron pier')).toHaveLength(1);
  });

  it.each([
    '"',
    'NEAR(a b)',
    'a AND',
    'stems: x',
    '*',
    '(((',
    "'; DROP TABLE passage; --",
    'a'.repeat(10_000),
    '\u0000',
    '¿?',
    '한국어',
    'the of and',
  ])('takes %j for words', async (query) => {
    await add('safe.txt', 'near and drop', { storeId: 'hostile' });
    expect(await names('hostile', query)).toBeInstanceOf(Array);
  });

  it('forgets what was removed, and replaces what comes again', async () => {
    const { fileId } = await add('gone.txt', 'ephemeral thing', { storeId: 'gone' });
    retrieval().remove('gone', fileId);
    expect(await names('gone', 'ephemeral')).toEqual([]);
    expect(
      database().get<{ n: number }>("SELECT count(*) AS n FROM passage_index WHERE passage_index MATCH 'ephemeral'")?.n,
    ).toBe(0);
  });

  it('clears away at the next start what was half written when the app was ended', async () => {
    database().run(
      "INSERT INTO document (store_id, file_id, filename, attributes, text, sections) VALUES ('pending:1', 'f', 'x', '{}', '', '[]')",
    );
    const count = () => database().get<{ n: number }>("SELECT count(*) AS n FROM document WHERE file_id = 'f'")?.n;
    expect(count()).toBe(1);
    await restart().close();
    expect(count()).toBe(0);
  });
});
