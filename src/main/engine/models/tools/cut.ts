/** How much of one result a model is given to read. */
export interface Room {
  /** Of a table, and lines of a print. */
  rows: number;
  characters: number;
}

const count = (number: number): string => number.toLocaleString('en');

/** The beginning and the end of a text that is too long, and how much is missing between them. */
export function cutText(text: string, characters: number): string {
  if (text.length <= characters) return text;
  const head = whole(text.slice(0, Math.ceil(characters * 0.7)), 'end');
  const tail = whole(text.slice(text.length - Math.floor(characters * 0.3)), 'start');
  return `${head}\n[… ${count(text.length - head.length - tail.length)} of ${count(text.length)} characters left out …]\n${tail}`;
}

/** The same for lines. */
export function cutLines(text: string, lines: number): string {
  const all = text.split('\n');
  if (all.length <= lines) return text;
  const head = all.slice(0, Math.ceil(lines / 2));
  const tail = all.slice(all.length - Math.floor(lines / 2));
  const missing = all.length - head.length - tail.length;
  return [...head, `[… ${count(missing)} of ${count(all.length)} lines left out …]`, ...tail].join('\n');
}

/** A cut may have gone through a character of two units. */
function whole(text: string, cutAt: 'start' | 'end'): string {
  return cutAt === 'end' ? text.replace(/[\ud800-\udbff]$/, '') : text.replace(/^[\udc00-\udfff]/, '');
}
