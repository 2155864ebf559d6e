import { expect, test } from 'vitest';
import { Annotator } from '../../../src/main/engine/run/annotator';
import { growth } from '../../support/growth';

const made = (count: number) =>
  new Map(Array.from({ length: count }, (_, index) => [`${'x'.repeat(200)}${index}.csv`, `file-${index}`]));

test('links are looked for in a time that does not grow with the files there are', () => {
  const text = 'sandbox:/mnt/data/ and '.repeat(20_000);
  const annotate = (files: number) => {
    const annotator = new Annotator({ cited: () => null, made: () => made(files) });
    return [...annotator.add(text), ...annotator.end()];
  };
  expect(growth(20, 50, annotate)).toBeLessThan(15);
});

test('each passage is looked up once, however often it is cited', () => {
  let asked = 0;
  const cited = (search: number) => {
    asked += 1;
    return search === 0 ? 'file-1' : null;
  };
  const annotator = new Annotator({ cited, made: () => new Map() });
  const pieces = annotator.add('【0:0†source】【9:9†source】'.repeat(1_000));
  expect(pieces.filter((piece) => piece.annotations.length > 0)).toHaveLength(1_000);
  expect(asked).toBe(2);
});
