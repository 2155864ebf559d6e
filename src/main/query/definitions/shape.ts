/**
 * A fingerprint of columns, whatever their order: files that are written anew each month keep it. Their types are no part
 * of it, for a column that is empty or whole in one month is none of those in the next.
 */
export function shapeOf(names: readonly string[]): string {
  const text = names
    .map((name) => name.trim().toLowerCase())
    .toSorted()
    .join('\u0000');
  return `${names.length}-${hash(text, 0x811c9dc5)}${hash(text, 0x9dc5811c)}`;
}

/** FNV-1a: it need not withstand anybody, only tell shapes apart. */
function hash(text: string, seed: number): string {
  let value = seed;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}
