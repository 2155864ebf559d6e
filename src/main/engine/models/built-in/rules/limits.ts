import { currencyOfWord } from '#contract/currencies';
import { MONTHS } from '../language/calendar';
import { placesOf, timesOf, wholeNumber } from '../language/numerals';
import { yearAt } from '../language/periods';
import { AGGREGATES, COMPARISONS, GRAINS, OR_MORE } from '../language/phrases';
import type { Limit, LimitSubject } from '../language/pieces';
import { datesOf, nounAt, type Scope } from '../language/scope';
import { synonymsOf } from '../language/synonyms';
import { shift, type Token } from '../language/tokens';
import type { ColumnAggregate } from '../question/plan';
import { numericOnly, operandAt } from './operands';
import { type Rule, skip, word } from './rule';
import { yearColumn } from './years';

interface Amount {
  value: string;
  unit: Limit['unit'];
  code: string | null;
  length: number;
}
type Compared = Pick<Limit, 'op' | 'value' | 'high' | 'unit' | 'code'> & { length: number };

const ARTICLES = new Set(['the', 'a', 'an', 'their', 'its', 'of', 'in', 'any']);
const LINKS = new Set([
  'is',
  'are',
  'was',
  'were',
  'being',
  'of',
  'that',
  'has',
  'have',
  'value',
  'values',
  'with',
  'a',
]);
const EQUAL_LINKS = new Set(['is', 'are', 'was', 'were', 'of']);
/** What a sign says of a number. */
const SIGNED = new Map<string, Limit['op']>([
  ['negative', '<'],
  ['positive', '>'],
  ['zero', '='],
]);

/** "amount over 100", "with at least 5 units", "between 10 and 20", "1000 or more", "with more than 100 orders" */
export const limitRule: Rule = (scope, tokens, at) => {
  const lead = leadAt(tokens, at);
  const signed = signedAt(scope, tokens, at + lead.length, lead);
  if (signed) return signed;
  let next = at + lead.length;
  if (lead.kind) next = skip(tokens, next, ARTICLES);
  const aggregate = lead.kind ? aggregateAt(scope, tokens, next) : null;
  next += aggregate?.length ?? 0;
  const subject = subjectAt(scope, tokens, next, aggregate?.count === true) ?? verbAt(scope, tokens, next);
  if (aggregate && !subject) return null;
  next += subject?.length ?? 0;
  const compared = comparedAt(scope, tokens, next, subject !== null);
  if (!compared) return null;
  next += compared.length;
  const after = subject ? null : afterAt(scope, tokens, next);
  const { length: _, ...condition } = compared;
  const of = subject?.of ?? after?.of ?? agedAt(scope, tokens, next - compared.length);
  next += after?.length ?? 0;
  return {
    pieces: [{ kind: 'limit', of, aggregate: aggregate?.kind ?? null, ...condition, lead: lead.kind }],
    length: next - at,
  };
};

/** "negative margins" */
function signedAt(scope: Scope, tokens: readonly Token[], at: number, lead: { kind: Limit['lead']; length: number }) {
  const op = SIGNED.get(word(tokens, at));
  const subject = op && word(tokens, at) !== 'zero' ? subjectAt(scope, tokens, at + 1, false) : null;
  if (!op || !subject) return null;
  const limit: Limit = {
    kind: 'limit',
    of: subject.of,
    aggregate: null,
    op,
    value: '0',
    high: '',
    unit: null,
    code: null,
    lead: 'where',
  };
  return { pieces: [limit], length: lead.length + 1 + subject.length };
}

function leadAt(tokens: readonly Token[], at: number): { kind: Limit['lead']; length: number } {
  const first = word(tokens, at);
  if (/^(?:where|whose|if)$/.test(first)) return { kind: 'where', length: 1 };
  if (/^(?:with|having|have|has|had)$/.test(first)) return { kind: 'with', length: 1 };
  if (/^(?:that|which|who)$/.test(first) && /^(?:have|has|had)$/.test(word(tokens, at + 1)))
    return { kind: 'with', length: 2 };
  return { kind: null, length: 0 };
}

function aggregateAt(scope: Scope, tokens: readonly Token[], at: number) {
  const found = AGGREGATES.at(tokens, at);
  if (!found || scope.columns.at(tokens, at)?.how === 'name') return null;
  const { meaning } = found;
  const kind: ColumnAggregate | null = meaning === 'count' || meaning === 'distinct' ? null : meaning;
  return { kind, count: meaning === 'count', length: skip(tokens, at + found.length, ARTICLES) - at };
}

function subjectAt(
  scope: Scope,
  tokens: readonly Token[],
  at: number,
  counting: boolean,
): { of: LimitSubject; length: number } | null {
  const noun = counting ? nounAt(scope, tokens[at]) : null;
  if (noun) return { of: noun, length: 1 };
  const match = counting ? null : numericOnly(operandAt(scope, tokens, at));
  return match && { of: { columns: match.columns, how: match.how }, length: match.length };
}

/** What a verb before a number speaks of, best first. */
const VERBS: [verb: RegExp, stems: string][] = [
  [/^(?:costing|costs|cost)$/, 'cost price'],
  [/^(?:weighing|weighs|weigh)$/, 'weight'],
  [/^(?:scoring|scores|scored|score)$/, 'score'],
  [/^(?:rated)$/, 'rating score'],
];

/** "items costing at least 150", "customers who spent over 5000" */
function verbAt(scope: Scope, tokens: readonly Token[], at: number): { of: LimitSubject; length: number } | null {
  const verb = word(tokens, at);
  if (!COMPARISONS.at(tokens, at + 1) && word(tokens, at + 1) !== 'between') return null;
  if (/^(?:spent|spend|spends|spending)$/.test(verb) && scope.money.length > 0)
    return { of: { columns: scope.money, how: 'concept' }, length: 1 };
  const stems = VERBS.find(([said]) => said.test(verb))?.[1].split(' ') ?? [];
  const columns = scope.columns.all.filter((column) => column.role === 'measure');
  const found = stems.map((stem) => columns.filter((column) => scope.columns.stems(column).has(stem)));
  const named = found.find((one) => one.length > 0);
  return named ? { of: { columns: named, how: 'part' }, length: 1 } : null;
}

/** "older than 50" says what is compared, too. */
function agedAt(scope: Scope, tokens: readonly Token[], at: number): LimitSubject | null {
  const aged = /^(?:older|younger)$/.test(word(tokens, at)) || word(tokens, at - 1) === 'aged';
  const paid = /^(?:earn|earns|earning|earned|paid)$/.test(word(tokens, at - 1));
  if (!aged && !paid) return null;
  const words = aged ? new Set(['age']) : synonymsOf('salary');
  const columns = scope.columns.all.filter(
    (column) => column.role === 'measure' && [...scope.columns.stems(column)].some((stem) => words.has(stem)),
  );
  return columns.length > 0 ? { columns, how: 'part' } : null;
}

/** What stands after the number: "10 units", "100 orders", "1000 in sales". */
function afterAt(scope: Scope, tokens: readonly Token[], at: number): { of: LimitSubject; length: number } | null {
  if (timesOf(tokens[at - 1]) !== null) return { of: { noun: 'rows', column: null }, length: 0 };
  if (/^times?$/.test(word(tokens, at))) return { of: { noun: 'rows', column: null }, length: 1 };
  const noun = nounAt(scope, tokens[at]);
  if (noun && scope.columns.at(tokens, at)?.how !== 'name') return { of: noun, length: 1 };
  const next = skip(tokens, at, ARTICLES);
  const match = numericOnly(operandAt(scope, tokens, next));
  return match && { of: { columns: match.columns, how: match.how }, length: next - at + match.length };
}

function comparedAt(scope: Scope, tokens: readonly Token[], at: number, named: boolean): Compared | null {
  const next = named ? skip(tokens, at, LINKS) : at;
  const found = betweenAt(scope, tokens, next, named) ?? operatorAt(tokens, next, named) ?? orMoreAt(tokens, next);
  if (found) return { ...found, length: found.length + next - at };
  const signed = named ? SIGNED.get(word(tokens, next)) : undefined;
  if (signed) return { op: signed, value: '0', high: '', unit: null, code: null, length: next - at + 1 };
  const equal = named && next > at && EQUAL_LINKS.has(word(tokens, next - 1)) ? equalAt(tokens, next) : null;
  return equal && { ...equal, length: equal.length + next - at };
}

function operatorAt(tokens: readonly Token[], at: number, named: boolean): Compared | null {
  const once = /^(?:only|just)$/.test(word(tokens, at)) && timesOf(tokens[at + 1]) !== null;
  const found = once ? { meaning: '=' as const, length: 1 } : COMPARISONS.at(tokens, at);
  if (!found) return null;
  const number = amountAt(tokens, at + found.length);
  if (!number) return null;
  const times = once || /^times?$/.test(word(tokens, at + found.length + number.length));
  if (!named && found.meaning === '=' && !times) return null;
  return {
    op: found.meaning,
    value: number.value,
    high: '',
    unit: number.unit,
    code: number.code,
    length: found.length + number.length,
  };
}

function orMoreAt(tokens: readonly Token[], at: number): Compared | null {
  const number = amountAt(tokens, at);
  const found = number && OR_MORE.at(tokens, at + number.length);
  if (!found) return null;
  return {
    op: found.meaning,
    value: number.value,
    high: '',
    unit: number.unit,
    code: number.code,
    length: number.length + found.length,
  };
}

/** "price is 10"; a year after "of" is a period. */
function equalAt(tokens: readonly Token[], at: number): Compared | null {
  const number = amountAt(tokens, at);
  if (!number || yearAt(tokens[at]) !== null) return null;
  return { op: '=', value: number.value, high: '', unit: number.unit, code: number.code, length: number.length };
}

function betweenAt(scope: Scope, tokens: readonly Token[], at: number, named: boolean): Compared | null {
  const not = word(tokens, at) === 'not' ? 1 : 0;
  const opens = word(tokens, at + not);
  if (opens !== 'between' && !(opens === 'from' && named)) return null;
  const low = amountAt(tokens, at + not + 1);
  if (!low) return null;
  const joint = at + not + 1 + low.length;
  if (!/^(?:and|to|-)$/.test(word(tokens, joint))) return null;
  const high = amountAt(tokens, joint + 1);
  if (
    !high ||
    isMonth(word(tokens, joint + 1 + high.length)) ||
    areYears(scope, tokens[at + not + 1], tokens[joint + 1])
  )
    return null;
  return {
    op: not ? 'not between' : 'between',
    value: low.value,
    high: high.value,
    unit: high.unit ?? low.unit,
    code: high.code ?? low.code,
    length: joint + 1 + high.length - at,
  };
}

/** "between 1 and 15 June" is about days. */
const isMonth = (said: string): boolean =>
  MONTHS.some((month) => said.length > 2 && month.toLowerCase().startsWith(said));

/** "between 2023 and 2024" is a period when the data has those years. */
function areYears(scope: Scope, low: Token | undefined, high: Token | undefined): boolean {
  const [column] = scope.times.all;
  const dates = column ? datesOf(column) : null;
  const [from, to] = [yearAt(low), yearAt(high)];
  if (from !== null && to !== null && yearColumn(scope)) return true;
  return dates !== null && from !== null && to !== null && `${from}` <= dates.last && `${to}-12-31` >= dates.first;
}

function amountAt(tokens: readonly Token[], at: number): Amount | null {
  const before = currencyOfWord(word(tokens, at));
  const start = before ? at + 1 : at;
  const token = tokens[start];
  const plain = token?.kind === 'number' ? token.value : null;
  const written = token?.kind === 'word' ? (wholeNumber(token) ?? timesOf(token)) : null;
  const value = plain ?? (written === null ? null : String(written));
  if (value === null) return null;
  let next = start + 1;
  const places = placesOf(tokens[next]);
  const scaled = places === null ? value : scale(value, places);
  if (places !== null) next += 1;
  const percent = (token?.kind === 'number' && token.unit === 'percent') || /^(?:percent|%)$/.test(word(tokens, next));
  if (/^(?:percent|%)$/.test(word(tokens, next))) next += 1;
  const after = currencyOfWord(word(tokens, next));
  if (after) next += 1;
  if (GRAINS.at(tokens, next)) return null;
  const code = before ?? after ?? (token?.kind === 'number' ? token.code : null);
  return { value: scaled, unit: percent ? 'percent' : code ? 'currency' : null, code, length: next - at };
}

function scale(value: string, places: number): string {
  const [whole = '0', fraction = ''] = value.replace('-', '').split('.');
  return `${value.startsWith('-') ? '-' : ''}${shift(whole, fraction, places)}`;
}

export const isCurrencyWord = (text: string): string | null => currencyOfWord(text);
