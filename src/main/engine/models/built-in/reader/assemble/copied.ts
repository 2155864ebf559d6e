/**
 * A copy of plain data without circles, as `structuredClone` makes one, at a part of its cost: what stands in it twice is one thing in the
 * copy as well.
 */
export const copied = <T>(value: T): T => copyOf(value, new Map()) as T;

function copyOf(value: unknown, known: Map<object, object>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const before = known.get(value);
  if (before) return before;
  const copy = Array.isArray(value)
    ? value.map((item) => copyOf(item, known))
    : Object.fromEntries(Object.entries(value).map(([name, field]) => [name, copyOf(field, known)]));
  known.set(value, copy);
  return copy;
}
