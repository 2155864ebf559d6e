import { describe, expect, it } from 'vitest';
import { type ComparedTable, tableDifferences } from '../../../../src/main/services/reruns/table-differences';
import type { Cell } from '../../../../src/preload/contract';

const columns = [
  { name: 'key', type: 'text' as const },
  { name: 'amount', type: 'integer' as const },
];
const of = (rows: Cell[][]): ComparedTable => ({ table: { columns, rows }, truncated: false, columns: null });
const statesOf = (before: Cell[][], after: Cell[][]) =>
  tableDifferences(of(before), of(after)).rows.map(({ state, before: was, after: is }) => [
    state,
    (is ?? was)?.[0],
    was?.[1] ?? null,
    is?.[1] ?? null,
  ]);

describe('two results side by side', () => {
  it('show what is gone where it stood, among what is new and what has moved', () => {
    const before = [
      ['a', 1],
      ['b', 2],
      ['c', 3],
      ['d', 4],
      ['e', 5],
    ];
    const after = [
      ['d', 4],
      ['new', 9],
      ['b', 7],
    ];
    expect(statesOf(before, after)).toEqual([
      ['gone', 'a', 1, null],
      ['same', 'd', 4, 4],
      ['new', 'new', null, 9],
      ['changed', 'b', 2, 7],
      ['gone', 'c', 3, null],
      ['gone', 'e', 5, null],
    ]);
  });

  it('match equal rows one by one where nothing tells them apart', () => {
    expect(
      statesOf(
        [
          ['a', 1],
          ['a', 1],
          ['a', 1],
        ],
        [
          ['a', 1],
          ['a', 2],
        ],
      ),
    ).toEqual([
      ['same', 'a', 1, 1],
      ['gone', 'a', 1, null],
      ['gone', 'a', 1, null],
      ['new', 'a', null, 2],
    ]);
  });

  it('take as much longer as there are more rows, also where none is in both', () => {
    const rows = (count: number, from: number): Cell[][] =>
      Array.from({ length: count }, (_, n) => [`k${from + n}`, n]);
    const took = (count: number) => {
      const [before, after] = [of(rows(count, 0)), of(rows(count, count))];
      const times = Array.from({ length: 3 }, () => {
        const began = performance.now();
        expect(tableDifferences(before, after).counts).toMatchObject({ gone: count, new: count });
        return performance.now() - began;
      });
      return Math.min(...times);
    };
    const few = took(5_000);
    // Eight times the rows: sixty-four times as long, were each looked for among all.
    expect(took(40_000) / few).toBeLessThan(24);
  });
});
