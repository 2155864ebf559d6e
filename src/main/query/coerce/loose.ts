import { entryOf } from '#contract/entries';
/** An object of which nothing is known yet. */
export type Loose = Record<string, unknown>;

export const isRecord = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is left out is written as null by strict models, and as nothing by others. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== null).map(withoutNulls);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) =>
      item === null || item === undefined ? [] : [[key, withoutNulls(item)]],
    ),
  );
}

export const listOf = (value: unknown): unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** A whole number written as text is meant as one; anything else stays as it is. */
export const numberOf = (value: unknown): unknown =>
  typeof value === 'string' && /^\s*-?\d+\s*$/.test(value) ? Number(value) : value;

/** Parts under their own names, where they come under others and their own are not there. */
export function renamed(value: Loose, names: Readonly<Record<string, string>>): Loose {
  const entries = Object.entries(value).map(([key, item]): [string, unknown] => {
    const name = entryOf(names, key);
    return [name !== undefined && !Object.hasOwn(value, name) ? name : key, item];
  });
  return Object.fromEntries(entries);
}
