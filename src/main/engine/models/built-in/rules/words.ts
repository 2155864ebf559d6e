import { MARKS, REFUSALS } from '../language/marks';
import { wholeNumber } from '../language/numerals';
import {
  AGGREGATES,
  CHARTS,
  COMPARE,
  DIFFERENT,
  DRAW,
  FILLERS,
  GRAINS,
  HOW_OFTEN,
  ONLY,
  SHOW,
  VERSUS,
  WITH,
} from '../language/phrases';
import type { PieceBody } from '../language/pieces';
import { conceptAt, nounAt, type Scope } from '../language/scope';
import { wordsOf } from '../language/stems';
import type { Token } from '../language/tokens';
import type { Filter } from '../question/plan';
import { averageRule } from './averages';
import { isCurrencyWord, limitRule } from './limits';
import { numericOnly, operandAt } from './operands';
import { type Match, type Rule, skip, word } from './rule';

const one = (piece: PieceBody, length: number): Match => ({ pieces: [piece], length });

/** A column called like the phrase is meant, not the phrase. */
const isColumn = (scope: Scope, tokens: readonly Token[], at: number, length: number): boolean => {
  const hit = scope.columns.at(tokens, at);
  return hit?.how === 'name' && hit.length >= length;
};

/** "how many people are there now" asks for a day, where "now show …" only goes on. */
const isToday = (tokens: readonly Token[], at: number): boolean =>
  word(tokens, at) === 'now' && at === tokens.length - 1 && at > 1;

export const markRule: Rule = (scope, tokens, at) => {
  if (isToday(tokens, at)) return null;
  const found = MARKS.at(tokens, at);
  const path = word(tokens, at) === '/' ? scope.values.at(tokens, at + 1) : null;
  if (path?.hits.some((hit) => String(hit.value).startsWith('/'))) return one({ kind: 'filler' }, 1);
  return found && !isColumn(scope, tokens, at, found.length) ? one(found.meaning, found.length) : null;
};

export const refusalRule: Rule = (scope, tokens, at) => {
  const found = REFUSALS.at(tokens, at);
  if (!found || operandAt(scope, tokens, at) || scope.values.at(tokens, at) || scope.flags.at(tokens, at)) return null;
  const text = tokens
    .slice(at, at + found.length)
    .map((token) => token.text)
    .join(' ');
  return one({ kind: 'refuse', refusal: found.meaning, text }, found.length);
};

/** "20 rows", "which 3 products" */
export const someRule: Rule = (scope, tokens, at) => {
  const n = wholeNumber(tokens[at]);
  if (n === null || n < 1) return null;
  const thing = operandAt(scope, tokens, at + 1) !== null || GRAINS.at(tokens, at + 1) !== null;
  const named = /^(?:which|what|the|show|list|me)$/.test(word(tokens, at - 1)) && thing;
  return named || nounAt(scope, tokens[at + 1]) ? one({ kind: 'some', n }, 1) : null;
};

/** "total" is a sum before something to add up, and a column where the data has one called so. */
export const aggregateRule: Rule = (scope, tokens, at) => {
  const phrase = AGGREGATES.at(tokens, at);
  if (!phrase) return null;
  // In "total amount of …" the amount is the column, where there is one.
  const cut =
    phrase.length > 1 && scope.columns.at(tokens, at + 1)?.how === 'name' && AGGREGATES.at(tokens.slice(0, at + 1), at);
  const found = cut || phrase;
  const next = skip(tokens, at + found.length, new Set(['of', 'the']));
  const operand =
    operandAt(scope, tokens, next) !== null ||
    nounAt(scope, tokens[next]) !== null ||
    AGGREGATES.at(tokens, next) !== null;
  // "total of shipments" is the column called so, where there is one.
  const ofRows = word(tokens, at + found.length) === 'of' && nounAt(scope, tokens[next]) !== null;
  if (isColumn(scope, tokens, at, found.length) && (!operand || ofRows)) return null;
  const text = tokens
    .slice(at, at + found.length)
    .map((token) => token.text)
    .join(' ');
  return one({ kind: 'aggregate', aggregate: found.meaning, text }, found.length);
};

const TO_BE = new Set([
  'is',
  'are',
  'was',
  'were',
  'did',
  'do',
  'does',
  'has',
  'have',
  'had',
  'the',
  'been',
  'a',
  'an',
]);

/** "how often were students late" counts rows: neither the students nor anything else that is named. */
export const howOftenRule: Rule = (scope, tokens, at) => {
  const found = HOW_OFTEN.at(tokens, at);
  if (!found) return null;
  const next = skip(tokens, at + found.length, TO_BE);
  const counted: PieceBody = { kind: 'aggregate', aggregate: 'count', text: word(tokens, at) };
  if (nounAt(scope, tokens[next])) return one(counted, found.length);
  const who = scope.flags.at(tokens, next) ? null : scope.columns.at(tokens, next);
  const things = who?.columns.every((column) => column.role === 'dimension' || column.role === 'id') ?? false;
  const rows: PieceBody = { kind: 'noun', noun: 'rows', column: null, plural: true };
  const length = things && who ? next - at + who.length : found.length;
  return { pieces: [counted, rows], length };
};

/** "different" makes a count one of different values. */
export const differentRule: Rule = (_scope, tokens, at) => {
  const found = DIFFERENT.at(tokens, at);
  return found ? one({ kind: 'aggregate', aggregate: 'distinct', text: word(tokens, at) }, found.length) : null;
};

const COUNTED = /(?:how many|numbers? of|count of|(?:many|of) (?:different|unique|distinct|individual)|count)$/;

/** Orders, rows, employees: what one row is. "Sales" is money unless it is counted. */
export const nounRule: Rule = (scope, tokens, at) => {
  const found = nounAt(scope, tokens[at]);
  if (!found) return null;
  const operand = scope.columns.at(tokens, at);
  if (operand && (operand.how === 'name' || operand.length > 1)) return null;
  const before = `${word(tokens, at - 2)} ${word(tokens, at - 1)}`;
  const counted = COUNTED.test(before) || /^counts?$/.test(word(tokens, at + 1));
  if (conceptAt(scope, tokens[at]).length > 0 && !counted) return null;
  return one({ kind: 'noun', noun: found.noun, column: found.column, plural: word(tokens, at).endsWith('s') }, 1);
};

const MAKING = new Set([
  'create',
  'make',
  'generate',
  'build',
  'produce',
  'prepare',
  'draw',
  'give',
  'show',
  'use',
  'using',
  'want',
  'as',
  'in',
  'into',
  'with',
  'a',
  'an',
  'the',
  'me',
  'us',
  'my',
  'form',
  'of',
  'simple',
  'nice',
  'to',
]);
const CERTAIN = /chart|graph|plot|pie|donut|doughnut|stacked/;

/** "as a bar chart", "pie chart of", "in a table" */
export const chartRule: Rule = (_scope, tokens, at) => {
  const start = skip(tokens, at, MAKING);
  const found = CHARTS.at(tokens, start);
  if (!found || (found.meaning === 'any' && start === at)) return null;
  const said = tokens
    .slice(start, start + found.length)
    .map((token) => token.word)
    .join(' ');
  const before = tokens.slice(at, start).map((token) => token.word);
  const led = before.some((each) => /^(?:as|into|use|using)$/.test(each));
  const within = before.includes('in') && (found.meaning === 'none' || found.meaning === 'any');
  if (!led && !within && !CERTAIN.test(said)) return null;
  return one({ kind: 'chart', chart: found.meaning }, start + found.length - at);
};

export const drawRule: Rule = (_scope, tokens, at) => {
  const found = DRAW.at(tokens, at);
  return found ? one({ kind: 'chart', chart: 'any' }, found.length) : null;
};

export const compareRule: Rule = (_scope, tokens, at) => {
  const compare = COMPARE.at(tokens, at);
  if (compare && !/^how/.test(word(tokens, at))) return one({ kind: 'compare' }, compare.length);
  const versus = VERSUS.at(tokens, at);
  return versus ? one({ kind: 'versus' }, versus.length) : null;
};

export const showRule: Rule = (_scope, tokens, at) => {
  const found = SHOW.at(tokens, at);
  return found ? one({ kind: 'show' }, found.length) : null;
};

export const onlyRule: Rule = (_scope, tokens, at) => {
  const found = ONLY.at(tokens, at);
  return found ? one({ kind: 'only' }, found.length) : null;
};

/** The file's own name, with its ending or with a word such as "file" after it; or the sheet's, in the same way. */
export const datasetRule: Rule = (scope, tokens, at) => {
  const start = skip(tokens, at, new Set(['in', 'from', 'of', 'on', 'the', 'this', 'my', 'our', 'for']));
  const { name, sheet } = scope.dataset;
  const bySheet = sheet === null ? null : sheetAt(wordsOf(sheet), tokens, at, start);
  if (bySheet) return bySheet;
  const file = sheet === null ? name : name.slice(0, -sheet.length);
  const whole = wordsOf(file.replaceAll(/[._-]/g, ' '));
  const base = whole.slice(0, -1);
  const matches = (words: readonly string[]) =>
    words.length > 0 && words.every((each, index) => word(tokens, start + index) === each);
  if (matches(whole)) return one({ kind: 'dataset' }, start - at + whole.length);
  const after = word(tokens, start + base.length);
  if (!matches(base) || !FILE_WORD.test(after)) return null;
  return one({ kind: 'dataset' }, start - at + base.length + 1);
};

const FILE_WORD = /^(?:file|csv|json|table|dataset|spreadsheet|workbook|sheet|tab|xlsx|parquet)$/;

/** "in the Orders sheet", "from Orders": a sheet is often called as a column is, so its bare name needs a preposition. */
function sheetAt(name: readonly string[], tokens: readonly Token[], at: number, start: number) {
  const ahead = skip(tokens, start, new Set(['sheet', 'tab']));
  const from = name.every((each, index) => word(tokens, ahead + index) === each) ? ahead : -1;
  if (name.length === 0 || from === -1) return null;
  const end = from + name.length;
  if (FILE_WORD.test(word(tokens, end))) return one({ kind: 'dataset' }, end + 1 - at);
  const led = from > start || /^(?:in|from|on)$/.test(word(tokens, at));
  return led ? one({ kind: 'dataset' }, end - at) : null;
}

/** "orders with discount": more than none of it, where some rows have none. */
export const withRule: Rule = (scope, tokens, at) => {
  if (!/^(?:with|having|have|has|had)$/.test(word(tokens, at))) return null;
  const next = skip(tokens, at + 1, new Set(['a', 'any', 'some', 'the']));
  const match = numericOnly(operandAt(scope, tokens, next));
  const [column, ...others] = match?.columns.filter((each) => each.role === 'measure') ?? [];
  if (!match || !column || others.length > 0 || match.how === 'concept') return null;
  if (limitRule(scope, tokens, next) || averageRule(scope, tokens, next)) return null;
  if (column.nulls === 0 && Number(column.min) > 0) return null;
  const filter: Filter = { kind: 'compare', column, op: '>', value: '0' };
  return one({ kind: 'filter', filter, versus: false, lead: null }, next - at + match.length);
};

/** "in euros" says what the data says already; another currency would need a rate. */
export const currencyRule: Rule = (scope, tokens, at) => {
  const next = skip(tokens, at, new Set(['in', 'the']));
  const code = isCurrencyWord(word(tokens, next));
  if (!code) return null;
  const units = scope.dataset.columns.flatMap(({ unit }) => (unit?.kind === 'currency' ? [unit.code] : []));
  if (units.includes(code)) return one({ kind: 'filler' }, next - at + 1);
  const [known] = units;
  const text = tokens[next]?.text ?? '';
  return known ? one({ kind: 'ask', ask: { about: 'currency', code: known, text } }, next - at + 1) : null;
};

export const fillerRule: Rule = (_scope, tokens, at) => {
  const token = tokens[at];
  if (token?.kind === 'sign') return /^[,()-]$/.test(token.word) ? one({ kind: 'filler' }, 1) : null;
  const found = isToday(tokens, at) ? null : (FILLERS.at(tokens, at) ?? WITH.at(tokens, at));
  return found ? one({ kind: 'filler' }, found.length) : null;
};
