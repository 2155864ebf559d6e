/** In characters, as upstream and the schemas count: what JavaScript keeps in two halves is one. */
export function lengthOf(text: string): number {
  return text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
}
