/** More than this says nothing to anybody. */
const MOST = 10;
/** Of the values that differ, at least this share differs as written. */
const TOLD_APART = 0.5;

/**
 * How many digits after the point values are written with, so that those that differ do not all read the same: at least
 * `decimals`, and more only where that many would make most of them alike.
 */
export function tellingDecimals(values: readonly number[], decimals: number): number {
  const distinct = [...new Set(values.filter(Number.isFinite))];
  if (distinct.length < 2) return decimals;
  const apart = (digits: number) => new Set(distinct.map((value) => value.toFixed(digits))).size;
  if (apart(decimals) >= distinct.length * TOLD_APART) return decimals;
  for (let digits = decimals + 1; digits <= MOST; digits += 1)
    if (apart(digits) >= distinct.length * TOLD_APART) return digits;
  // What cannot be told apart so is as good as equal.
  return decimals;
}
