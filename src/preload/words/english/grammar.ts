/** `1,234`. */
export const number = (value: number): string => value.toLocaleString('en-US');

/** `1 row`, `2 rows`. */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${number(value)} ${value === 1 ? one : many}`;

/** `a, b or c`. */
export function listed(items: readonly string[], joint: 'and' | 'or'): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${joint} ${items.at(-1)}`;
}

export const quoted = (words: readonly string[]): string =>
  listed(
    words.map((word) => `“${word}”`),
    'and',
  );
