import type { PieceBody } from '../language/pieces';
import { isDate, nounAt, type Scope } from '../language/scope';
import { wordsOf } from '../language/stems';
import type { Token } from '../language/tokens';
import type { Column, Comparison, Filter } from '../question/plan';
import { daysAt } from './dates';
import { type Rule, skip, textOf, word } from './rule';

const DUE = /^(?:due|deadline|promised|expected|target|planned|scheduled|estimated|required|requested|agreed|eta)$/;
const DONE =
  /^(?:delivered|delivery|actual|arrived|arrival|received|completed|completion|closed|resolved|paid|payment|shipped|shipment|returned|finished|done|fulfilled|submitted|ended)$/;
/** Things that are late, which are the rows. */
const EVENTS = /^(?:deliveries|arrivals|shipments|payments|returns|completions|submissions|orders)$/;
const BEFORE = new Set(['too', 'is', 'are', 'was', 'were', 'been']);

/** "late deliveries", "delivered on time", "more than 3 days late": one date of a row against the one that was agreed. */
export const latenessRule: Rule = (scope, tokens, at) => {
  const deed = DONE.test(word(tokens, at)) ? at + 1 : at;
  const denied = skip(tokens, deed, BEFORE);
  const not = word(tokens, denied) === 'not' ? 1 : 0;
  const days = daysAt(tokens, denied + not);
  const start = denied + not + (days?.length ?? 0);
  const said = sideAt(tokens, start);
  if (!said || (days && (said.op !== '>' || not > 0)) || isNamed(scope, tokens, start)) return null;
  const next = start + said.length;
  const event = EVENTS.test(word(tokens, next)) && !nounAt(scope, tokens[next]) ? word(tokens, next) : null;
  const told = event ?? (deed > at ? word(tokens, at) : word(tokens, next));
  const due = datesCalled(scope, DUE);
  const done = datesCalled(scope, DONE).filter((column) => !due.includes(column));
  const fitting = done.filter((column) => wordsOf(column.name).some((one) => isSameDeed(one, told)));
  const columns = fitting.length > 0 ? fitting : done;
  if (due.length === 0) return null;
  const op = days?.op ?? (not > 0 ? OPPOSITE[said.op] : said.op);
  const filters = columns.flatMap((column) =>
    due.map((other): Filter => ({ kind: 'order', column, other, op: op ?? '>', days: days?.value ?? '0' })),
  );
  const [filter, ...others] = filters;
  const length = next + (event ? 1 : 0) - at;
  if (!filter)
    return {
      pieces: [{ kind: 'ask', ask: { about: 'not done', text: textOf(tokens, start, next), columns: due } }],
      length,
    };
  const condition: PieceBody =
    others.length === 0
      ? { kind: 'filter', filter, versus: false, lead: null }
      : { kind: 'ask', ask: { about: 'conditions', text: textOf(tokens, start, next), filters } };
  const noun: PieceBody[] = event ? [{ kind: 'noun', noun: event, column: null, plural: true }] : [];
  return { pieces: [condition, ...noun], length };
};

/** "deliveries that were not on time": where rows are told by what is late, they are the deliveries. */
export const eventRule: Rule = (scope, tokens, at) => {
  const event = word(tokens, at);
  if (!EVENTS.test(event) || nounAt(scope, tokens[at]) || datesCalled(scope, DUE).length === 0) return null;
  if (!tokens.some((_, index) => index > at && sideAt(tokens, index))) return null;
  return { pieces: [{ kind: 'noun', noun: event, column: null, plural: true }], length: 1 };
};

const OPPOSITE: Partial<Record<Comparison, Comparison>> = { '>': '<=', '<=': '>', '<': '>=' };

function sideAt(tokens: readonly Token[], at: number): { op: Comparison; length: number } | null {
  const [first, second] = [word(tokens, at), word(tokens, at + 1)];
  if (/^(?:late|delayed|belated)$/.test(first)) return { op: '>', length: 1 };
  if (/^(?:on|in)$/.test(first) && second === 'time') return { op: '<=', length: 2 };
  return /^(?:punctual|punctually|timely)$/.test(first) ? { op: '<=', length: 1 } : null;
}

/** The data says itself what is late. */
const isNamed = (scope: Scope, tokens: readonly Token[], at: number): boolean =>
  scope.values.at(tokens, at) !== null ||
  scope.flags.at(tokens, at) !== null ||
  scope.columns.at(tokens, at)?.how === 'name';

const datesCalled = (scope: Scope, words: RegExp): Column[] =>
  scope.dataset.columns.filter(
    (column) => isDate(column) && wordsOf(column.name.replaceAll('_', ' ')).some((one) => words.test(one)),
  );

const LETTERS = 4;

/** "deliveries" and "delivered", "payments" and "paid". */
export const isSameDeed = (one: string, other: string): boolean =>
  deedOf(one) === deedOf(other) && other.length >= LETTERS;
const deedOf = (said: string): string => said.replace(/^paym/, 'paid').slice(0, LETTERS);
