import { numberText } from '../locale';
import { short } from '../names';

export { dayText, exactNumber, momentText } from '../locale';
export { short } from '../names';

/** `1,234`. */
export const number = (value: number): string => numberText(value);

/** `1 row`, `2 rows`. */
export const counted = (value: number, singular: string, many = `${singular}s`): string =>
  `${number(value)} ${value === 1 ? singular : many}`;

/** `a, b or c`. */
export function listed(items: readonly string[], joint: 'and' | 'or'): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${joint} ${items.at(-1)}`;
}

/** Names, the first of how many there are: `a, b and 3 more`. */
export const named = (names: readonly string[], more: number): string =>
  listed([...names.map(short), ...(more > 0 ? [`${number(more)} more`] : [])], 'and');

export const quoted = (words: readonly string[]): string =>
  listed(
    words.map((word) => `“${short(word)}”`),
    'and',
  );

/** Kinds of charts, each as one of them. */
export const CHARTS = {
  bar: 'a bar chart',
  line: 'a line chart',
  area: 'an area chart',
  scatter: 'a scatter chart',
  pie: 'a pie chart',
  histogram: 'a histogram',
} as const;
