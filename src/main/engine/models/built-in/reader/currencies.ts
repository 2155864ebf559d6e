import type { FieldDefinition } from '#contract/definitions';

const CODE = /^[a-z]{3}$/i;

/** What the currencies are called whose codes a column holds, by the code as it stands: "us dollar", "dollar", "euro". */
export function currencyNames({ type, values: { list } }: FieldDefinition): Map<string, string[]> {
  const codes = list.map(({ value }) => String(value));
  const found = new Map<string, string[]>();
  if (type !== 'text' || codes.length === 0 || !codes.every((code) => CODE.test(code))) return found;
  const names = ['en', 'de'].map(
    (language) => new Intl.DisplayNames([language], { type: 'currency', fallback: 'none' }),
  );
  for (const code of codes) {
    const called = names.flatMap((one) => one.of(code.toUpperCase()) ?? []);
    if (called.length === 0) return new Map();
    found.set(code, called);
  }
  // A dollar is the one of which there is no other.
  const last = (name: string) => name.split(/[\s-]/).at(-1) ?? name;
  const ends = [...found.values()].flat().map(last);
  for (const [code, called] of found)
    for (const end of new Set(called.map(last)))
      if (ends.filter((one) => one === end).length === called.filter((name) => last(name) === end).length)
        found.set(code, [...(found.get(code) ?? []), end]);
  return found;
}
