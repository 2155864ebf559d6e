/** A row as it was written: numbers, ISO texts for dates, and nothing. */
export type Row = Record<string, string | number | boolean | null>;
export type Value = string | number | boolean | null;
export type Group = Record<string, Value>;

export const like = (operand: string | boolean, value: Value): Value =>
  typeof value === 'number' ? Number(operand) : operand;
/** By code points, as bytes of UTF-8 are ordered. */
export function order(a: Value, b: Value): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [first, second] = [Buffer.from(String(a)), Buffer.from(String(b))];
  return Buffer.compare(first, second);
}

export function compares(sign: number, op: string): boolean {
  return (
    { '=': sign === 0, '!=': sign !== 0, '<': sign < 0, '<=': sign <= 0, '>': sign > 0, '>=': sign >= 0 }[op] ?? false
  );
}

export const numbers = (values: readonly Value[]): number[] => values.filter((value) => value !== null).map(Number);

export function quantile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  if (sorted.length === 0) return null;
  const place = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  return low + (high - low) * (place - Math.floor(place));
}
