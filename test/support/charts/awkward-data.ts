import type { ChartLook, ChartSpec, Table } from '../../../src/preload/contract';
import { bar, table } from '../chart';
import { randomFrom } from '../random';

/** Thirty charts of data that is awkward to draw, each with a change that an analyst would make. */
export interface AwkwardChart {
  name: string;
  spec: ChartSpec;
  table: Table;
  edit: ChartLook;
  /** Codes of what has to be said beside the data, before and after the change. */
  notes: string[];
  editedNotes: string[];
}

const random = randomFrom(7);
export const months = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, at) => {
    const month = from + at;
    return `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
  });
export const byMonth = { column: 'm', type: 'time' as const, grain: 'month' as const };
const sums = [{ column: 'n', label: 'Amount', adds: true }];
export const MONTHLY: [string, 'date' | 'text' | 'float'][] = [
  ['m', 'date'],
  ['n', 'float'],
];
export const NAMED: [string, 'date' | 'text' | 'float'][] = [
  ['c', 'text'],
  ['n', 'float'],
];
export const SPLIT: [string, 'date' | 'text' | 'float'][] = [
  ['m', 'date'],
  ['s', 'text'],
  ['n', 'float'],
];
export const named = (names: readonly string[], value: (at: number) => number | null): Table =>
  table(
    NAMED,
    names.map((name, at) => [name, value(at)]),
  );
export const names = (count: number, name = 'Customer'): string[] =>
  Array.from({ length: count }, (_, at) => `${name} ${at + 1}`);
export const lines = (count: number, over: readonly string[]): Table =>
  table(
    SPLIT,
    over.flatMap((month, step) =>
      names(count, 'Region').map((region, at) => [month, region, Math.round(100 + at * 13 + 30 * Math.sin(step + at))]),
    ),
  );
/** Most values are small, a few are enormous. */
export const skewed = Array.from({ length: 500 }, (_, at) => (at % 100 === 99 ? 5_000 * (at + 1) : random.below(90)));
export const chart = (
  name: string,
  spec: Partial<ChartSpec>,
  data: Table,
  edit: ChartLook,
  notes: string[] = [],
  editedNotes: string[] = notes,
): AwkwardChart => ({ name, spec: bar({ title: name, y: sums, ...spec }), table: data, edit, notes, editedNotes });

export const time = (
  name: string,
  spec: Partial<ChartSpec>,
  data: Table,
  edit: ChartLook,
  ...notes: [string[]?, string[]?]
) => chart(name, { kind: 'line', x: byMonth, ...spec }, data, edit, ...notes);
export const monthly = (over: readonly string[], value: (at: number) => number | null): Table =>
  table(
    MONTHLY,
    over.map((month, at) => [month, value(at)]),
  );
