const REFUSED = /the text `\\?"((?:[^`])+?)\\?"` could not be displayed/g;

/** Signs that the layout engine has no font for, as its refusal quotes them; it has no code for it. */
export function signsWithoutFont(refusal: unknown): string[] {
  const message = refusal instanceof Error ? refusal.message : String(refusal);
  return [...message.matchAll(REFUSED)].flatMap(([, quoted = '']) => [
    ...quoted.replaceAll(/\\u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))),
  ]);
}

/** The same value, with a � for each of the signs in its texts. */
export function withoutSigns<Value>(value: Value, signs: ReadonlySet<string>): Value {
  if (typeof value === 'string') return [...value].map((sign) => (signs.has(sign) ? '\ufffd' : sign)).join('') as Value;
  if (Array.isArray(value)) return value.map((item) => withoutSigns(item, signs)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutSigns(item, signs)])) as Value;
}
