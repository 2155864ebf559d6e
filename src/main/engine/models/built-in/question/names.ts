/** A column's name as it can be put into a question: in quotes where its words would not do. */
export function quoteName(name: string): string {
  return /^[\p{L}][\p{L}\p{N}]*(?:[ _-][\p{L}\p{N}]+)*$/u.test(name)
    ? name
    : `"${name.replaceAll('"', '').replaceAll('\n', ' ')}"`;
}

/** "a, b or c" */
export function listed(items: readonly string[], joint: 'and' | 'or'): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${joint} ${items.at(-1)}`;
}
