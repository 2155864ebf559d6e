/** Plain computations to hold answers against. Money is in whole cents until {@link money}. */
export type Cell = string | number | boolean | null;

export const sum = <T>(rows: readonly T[], of: (row: T) => number | null): number =>
  rows.reduce((total, row) => total + (of(row) ?? 0), 0);

const known = <T>(rows: readonly T[], of: (row: T) => number | null): number[] => rows.flatMap((row) => of(row) ?? []);

export function mean<T>(rows: readonly T[], of: (row: T) => number | null): number {
  const values = known(rows, of);
  return values.reduce((total, value) => total + value, 0) / values.length;
}

export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at - Math.floor(at));
};
export const median = <T>(rows: readonly T[], of: (row: T) => number | null): number => quantile(known(rows, of), 0.5);
export const least = <T>(rows: readonly T[], of: (row: T) => number | null): number => Math.min(...known(rows, of));
export const most = <T>(rows: readonly T[], of: (row: T) => number | null): number => Math.max(...known(rows, of));
export const different = <T>(rows: readonly T[], of: (row: T) => Cell): number =>
  new Set(rows.map(of).filter((value) => value !== null)).size;

export function correlation(pairs: readonly (readonly [number, number])[]): number {
  const [mx, my] = [mean(pairs, (pair) => pair[0]), mean(pairs, (pair) => pair[1])];
  const above = sum(pairs, ([x, y]) => (x - mx) * (y - my));
  return above / Math.sqrt(sum(pairs, ([x]) => (x - mx) ** 2) * sum(pairs, ([, y]) => (y - my) ** 2));
}

/** One row per key: the key's parts, and what `of` makes of its rows. Rows whose key has no date are left out. */
export function by<T>(rows: readonly T[], key: (row: T) => Cell[], of: (rows: T[]) => Cell[]): Cell[][] {
  const groups = new Map<string, { key: Cell[]; rows: T[] }>();
  for (const row of rows) {
    const parts = key(row);
    const group = groups.get(JSON.stringify(parts)) ?? { key: parts, rows: [] };
    group.rows.push(row);
    groups.set(JSON.stringify(parts), group);
  }
  return [...groups.values()].map((group) => [...group.key, ...of(group.rows)]);
}

/** The largest first; equal ones by name. */
export const ranked = (rows: Cell[][], direction: 1 | -1 = -1): Cell[][] =>
  rows.toSorted((a, b) => {
    const difference = (Number(a.at(-1)) - Number(b.at(-1))) * direction;
    return difference === 0 ? String(a[0]).localeCompare(String(b[0]), 'en') : difference;
  });

export const inOrder = (rows: Cell[][]): Cell[][] =>
  rows.toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : String(a[0]) > String(b[0]) ? 1 : 0));

export const money = (cents: number): number => cents / 100;
export const year = (date: string): string => date.slice(0, 4);
export const month = (date: string): string => `${date.slice(0, 7)}-01`;
export const quarter = (date: string): string =>
  `${date.slice(0, 4)}-${String(Math.floor((Number(date.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`;
export function week(date: string): string {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7));
  return at.toISOString().slice(0, 10);
}
export const weekday = (date: string): string =>
  ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'][
    new Date(`${date}T00:00:00Z`).getUTCDay()
  ] ?? '';

/** Cells that say the same: decimals come as text, and the last digits of a division may differ. */
export function same(actual: Cell | undefined, expected: Cell | undefined): boolean {
  if (typeof expected !== 'number') return actual === expected;
  const value = typeof actual === 'string' ? Number(actual) : actual;
  return typeof value === 'number' && Math.abs(value - expected) <= 5e-5 + Math.abs(expected) * 1e-9;
}
