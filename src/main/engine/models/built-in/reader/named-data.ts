import { sheetParts } from '#contract/conventions';
import type { Definitions } from '#contract/definitions';

/** A question without the name of the file that it is about, and that file. */
export interface NamedData {
  text: string;
  definitions: readonly Definitions[];
  /** Whether the name can be nothing else. */
  isCertain: boolean;
}

const KINDS = '(?:sheet|tab|file|table|data ?set|spreadsheet|workbook|csv|blatt|tabelle|datei)';
const escaped = (name: string): string => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s+/g, '\\s+');

/** A file or a sheet that is named is what is asked about, and its name is no other word of the question. */
export function namedData(text: string, definitions: readonly Definitions[]): NamedData | null {
  const byFile = named(text, definitions, ({ source }) => new RegExp(escaped(source), 'iu'));
  if (byFile) return { ...byFile, isCertain: true };
  const bySheet = named(text, definitions, (one) => sheetNamed(one, definitions));
  return bySheet && { ...bySheet, isCertain: false };
}

function named(
  text: string,
  definitions: readonly Definitions[],
  nameOf: (one: Definitions) => RegExp | null,
): Omit<NamedData, 'isCertain'> | null {
  let rest = text;
  const found = new Set<Definitions>();
  // "old orders" is no mention of "orders".
  for (const one of definitions.toSorted((a, b) => b.source.length - a.source.length)) {
    const name = nameOf(one);
    if (!name?.test(rest)) continue;
    found.add(one);
    rest = rest.replace(name, ' ');
  }
  if (found.size === 0 || found.size === definitions.length) return null;
  return { text: rest, definitions: definitions.filter((one) => found.has(one)) };
}

/** "in Orders", "the Orders tab": a sheet is often called as a column or a value is, so its name alone is not enough. */
function sheetNamed({ source }: Definitions, definitions: readonly Definitions[]): RegExp | null {
  const parts = sheetParts(source);
  const sheet = parts.sheet ?? parts.file.replace(/\.[^.]{1,5}$/, '');
  // A file that is called by a number alone may be meant by any.
  if (!(parts.sheet === null ? /\p{L}/u : /[\p{L}\p{N}]/u).test(sheet)) return null;
  const name = escaped(sheet);
  const lead = '(?<!\\p{L})(?:(?:in|from|on|of|im|aus|von)\\s+)?(?:(?:the|dem|der)\\s+)?';
  const told = `${lead}(?:${KINDS}\\s+${name}(?![\\p{L}\\p{N}])|${name}\\s+${KINDS}(?!\\p{L}))`;
  const led = `(?<!\\p{L})(?:in|from|im|aus)\\s+(?:the\\s+)?${name}(?![\\p{L}\\p{N}])`;
  return new RegExp(isValue(sheet, definitions) ? told : `${told}|${led}`, 'iu');
}

const isValue = (name: string, definitions: readonly Definitions[]): boolean =>
  definitions.some(({ fields }) =>
    fields.some(({ values }) => values.list.some(({ value }) => String(value).toLowerCase() === name.toLowerCase())),
  );
