import { type FigureReading, figuresIn } from '../../../engine/figures';
import type { AnswerReport } from '../answer';
import type { ExpectedAnswer } from './questions';

/** `failed`: there is no answer to be judged; `unjudged`: nothing here can tell. */
export type Judgement = 'right' | 'wrong' | 'declined' | 'failed' | 'unjudged';
export type Judged = Pick<AnswerReport, 'status' | 'declined' | 'answer' | 'table'>;

/** Whether an answer says what is right: any of what is expected. */
export function judge(answer: Judged, expected: readonly ExpectedAnswer[], question: string): Judgement {
  if (answer.status !== 'completed') return 'failed';
  const silent = answer.declined !== null || !hasFigure(answer.answer, question);
  if (expected.some((expectation) => 'decline' in expectation) && silent) return 'right';
  const lines = linesOf(answer);
  if (expected.some((expectation) => matches(lines, expectation))) return 'right';
  if (answer.declined !== null) return 'declined';
  if (expected.every((expectation) => 'histogram' in expectation)) return 'unjudged';
  const figures = expected.some((expectation) => !('value' in expectation) || typeof expectation.value === 'number');
  return figures && silent && answer.table === null ? 'declined' : 'wrong';
}

/** A figure that the question does not hold itself. */
function hasFigure(text: string, question: string): boolean {
  const asked = new Set(numbersIn(question).map(({ value }) => value));
  return numbersIn(text).some(({ value }) => !asked.has(value) && !isYear(value));
}

/** All numbers of a text, each in every reading that it may have; of a source, so that none is taken for a mere name. */
function numbersIn(text: string): FigureReading[] {
  return figuresIn(text, 'source').flatMap((figure) =>
    figure.kind === 'number'
      ? figure.readings.map((reading) => ({ ...reading, value: figure.sign === '-' ? -reading.value : reading.value }))
      : [],
  );
}

/** Whether a number says the expected one: to a relative 1e-6, the tolerance, or as far as it is rounded. */
function says({ value, places, as }: FigureReading, expected: number, tolerance: number, percent: boolean): boolean {
  const near = (wanted: number) => {
    // A number without decimals is a rounding of a large one only: 3 does not say 2.6.
    const rounded = places > 0 || Math.abs(wanted) >= 100 ? 0.5 * 10 ** -places * 1.000_001 : 0;
    return Math.abs(value - wanted) <= Math.max(Math.abs(wanted) * 1e-6, tolerance, rounded);
  };
  return near(expected) || (percent && as !== 'percent' && near(expected / 100));
}

const isYear = (value: number): boolean => Number.isInteger(value) && value >= 1900 && value <= 2100;

function matches(lines: readonly string[], expected: ExpectedAnswer): boolean {
  const holds = (line: string, value: number) =>
    numbersIn(line).some((number) => says(number, value, expected.tolerance ?? 0, expected.unit === 'percent'));
  if ('value' in expected) {
    const { value } = expected;
    return typeof value === 'number'
      ? lines.some((line) => holds(line, value))
      : lines.some((line) => names(line, value));
  }
  if ('table' in expected)
    return Object.entries(expected.table.rows).every(([key, value]) => {
      const parts = key.split('|');
      const named = (line: string) => parts.every((part) => names(line, part));
      // Of a table with one column for each second key, the row is found by the first.
      const first = (line: string) => names(line, parts[0] ?? '');
      if (value === null) return true;
      return [named, first].some((of) => lines.some((line) => of(line) && holds(line, value)));
    });
  return 'rows' in expected && listed(lines, expected.rows, expected.ordered);
}

function listed(lines: readonly string[], keys: readonly string[], ordered: boolean): boolean {
  const text = lines.map(plain).join('\n');
  let from = 0;
  return keys.every((key) => {
    const at = spellings(key)
      .map((spelling) => place(text, spelling, ordered ? from : 0))
      .filter((at) => at !== -1)
      .toSorted((a, b) => a - b)[0];
    if (at === undefined) return false;
    from = at + 1;
    return true;
  });
}

/** Where it stands as a word of its own; -1 where it does not. */
function place(text: string, word: string, from: number): number {
  for (let at = text.indexOf(word, from); at !== -1; at = text.indexOf(word, at + 1)) {
    const around = `${text.charAt(at - 1)}|${text.charAt(at + word.length)}`;
    if (!/[\p{L}\p{N}]\||\|[\p{L}\p{N}]/u.test(around)) return at;
  }
  return -1;
}

const names = (line: string, key: string): boolean =>
  spellings(key).some((spelling) => place(plain(line), spelling, 0) !== -1);

const plain = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ');

/** Lines of the answer, and rows of the table that is shown with it. */
function linesOf({ answer, table }: Judged): string[] {
  const rows = (table?.rows ?? []).map((row) => row.map((cell) => String(cell ?? '')).join(' | '));
  return [...answer.split('\n'), ...rows];
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July'].concat(
  'August',
  'September',
  'October',
  'November',
  'December',
);

/** The ways in which a period is written. */
function spellings(key: string): string[] {
  const [, year = '', month, quarter] = /^(\d{4})-(?:(\d\d)|Q([1-4]))$/.exec(key) ?? [];
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  const all = [key];
  if (name) all.push(`${name} ${year}`, `${name.slice(0, 3)} ${year}`, `${month}/${year}`, `${key}-01`);
  if (quarter) all.push(`Q${quarter} ${year}`, `${year} Q${quarter}`, `${year}Q${quarter}`);
  return all.map(plain);
}
