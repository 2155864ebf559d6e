/** Characters that are seen: no marks that change the one before, and nothing that only parts or turns text. */
const SEEN = /[\p{L}\p{N}\p{S}\p{P}]/u;

/** The characters of texts for which there is no sign, each once. */
export function missingSigns(texts: Iterable<string>, has: (sign: string) => boolean): string {
  const signs = new Set<string>();
  for (const text of texts) for (const sign of text) signs.add(sign);
  return [...signs].filter((sign) => SEEN.test(sign) && !has(sign)).join('');
}

/** What a drawing has written. */
export function textsIn(drawing: ParentNode): string[] {
  return [...drawing.querySelectorAll('text')].map(({ textContent }) => textContent ?? '');
}
