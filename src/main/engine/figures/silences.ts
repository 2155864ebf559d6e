import type { TextSpan } from './spans';
import { isNextRow, tableRows } from './tables';

const QUERY_LANGUAGES = 'sql|duckdb|python|py|r|bash|sh|shell|js|javascript|ts|typescript';
const LABELS =
  'step|schritt|table|tabelle|figure|fig\\.|abbildung|abb\\.|chart|diagramm|part|teil|option|note|section|abschnitt|phase|example|beispiel|question|frage|variante?';
const SOME =
  'top|bottom|first|last|past|previous|next|best|worst|erste[nr]?|letzte[nr]?|vergangene[nr]?|nächste[nr]?|beste[nr]?';
const MOST =
  'biggest|largest|highest|best|top|strongest|smallest|lowest|worst|(?:größt|best|höchst|stärkst|wichtigst|kleinst|niedrigst|schlechtest)e[nrs]?';

/** Where numerals say nothing of the data: code, links, marks of citations, footnotes, labels, and how many are asked for. */
const SILENT: readonly RegExp[] = [
  new RegExp(`^(\`\`\`|~~~)[ \\t]*(?:${QUERY_LANGUAGES})[ \\t]*\\n[\\s\\S]*?(?:^\\1|(?![\\s\\S]))`, 'gim'),
  /\]\([^)\s]{0,2000}\)/g,
  /(?:https?:\/\/|sandbox:|mailto:|www\.)[^\s)\]>]+/g,
  /【[^【】]*】/g,
  /\[\d{1,2}\](?!\()/g,
  new RegExp(`(?<!\\p{L})(?:${LABELS})[ \\u00a0]\\d{1,2}(?![\\d%]|[.,]\\d| ?%)`, 'giu'),
  new RegExp(`(?<!\\p{L})(?:${SOME})[ -]\\d{1,2}(?=[ \\n*_.,;:)-](?! ?%)|$)(?![.,]\\d)`, 'giu'),
  new RegExp(`(?<![\\p{L}\\p{N}.,])\\d{1,2}(?= (?:${MOST})(?!\\p{L}))`, 'giu'),
  /(?<![\d.,/])24\/7(?![\d/])/g,
];

const LIST_NUMBER = /^([ \t>]*(?:#{1,6} )?(?:\*\*|__)?)(\d{1,3})[.)](?=[ \t*_])/gm;
const QUOTED =
  /“([^“”\n]{1,60})”|„([^„“”"\n]{1,60})[“”"]|«([^«»\n]{1,60})»|‘([^‘’\n]{1,60})’|"([^"\n]{1,60})"|`([^`\n]{1,60})`|(?<![\p{L}\p{N}])'([^'\n]{1,60})'(?![\p{L}\p{N}])/gu;
const MOST_WORDS = 6;

export function silences(text: string): TextSpan[] {
  const spans = SILENT.flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ({ index, 0: { length } }) => ({ start: index, end: index + length })),
  );
  return [...spans, ...listNumbers(text), ...rowNumbers(text)];
}

/** Numbers that lists and headings count by: from 1 on, or on from the one before. */
function listNumbers(text: string): TextSpan[] {
  let last = 0;
  return Array.from(text.matchAll(LIST_NUMBER)).flatMap((match) => {
    const value = Number(match[2]);
    if (value !== 1 && (value < 1 || value > last + 1)) return [];
    last = value;
    const start = match.index + (match[1]?.length ?? 0);
    return [{ start, end: start + (match[2]?.length ?? 0) }];
  });
}

/** First cells of tables that count the rows. */
function rowNumbers(text: string): TextSpan[] {
  let row = 0;
  return tableRows(text).flatMap((cells, index, rows) => {
    row = index > 0 && isNextRow(rows[index - 1], cells) ? row + 1 : 0;
    const first = cells[0];
    return first && row > 0 && first.text.replaceAll('*', '').trim().replace(/\.$/, '') === String(row)
      ? [{ start: first.start, end: first.end }]
      : [];
  });
}

/** What stands between quotation marks and may be a name: short, and on one line. */
export function quoted(text: string): TextSpan[] {
  return Array.from(text.matchAll(QUOTED)).flatMap((match) => {
    const inner = match.slice(1).find((group) => group !== undefined) ?? '';
    if (inner.trim().split(/\s+/).length > MOST_WORDS) return [];
    return [{ start: match.index, end: match.index + match[0].length }];
  });
}
