import { numberText } from '../locale';
import { short } from '../names';

export { dayText, exactNumber, momentText } from '../locale';
export { short } from '../names';

/** `1.234`. */
export const number = (value: number): string => numberText(value);

/** `1 Zeile`, `2 Zeilen`. */
export const counted = (value: number, singular: string, many: string): string =>
  `${number(value)} ${value === 1 ? singular : many}`;

/** What stands for one, or for several. */
export const numerus = (count: number, singular: string, many: string): string => (count === 1 ? singular : many);

/** `a, b oder c`. */
export function listed(items: readonly string[], joint: 'und' | 'oder'): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${joint} ${items.at(-1)}`;
}

/** Names, the first of how many there are: `a, b und 3 weitere`. */
export const named = (names: readonly string[], more: number): string =>
  listed([...names.map(short), ...(more > 0 ? [`${number(more)} weitere`] : [])], 'und');

export const quote = (text: string): string => `„${text}“`;

export const quoted = (words: readonly string[], joint: 'und' | 'oder' = 'und'): string =>
  listed(
    words.map((word) => quote(short(word))),
    joint,
  );

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
