import type { TimeGrain } from '#contract/charts';
import { daysBetween } from '../language/calendar';
import { AGGREGATES, BY, GRAIN_ADJECTIVES, GRAINS, OVER_TIME, SEASONS } from '../language/phrases';
import type { PieceBody } from '../language/pieces';
import { datesOf, isDate, isNumeric, nounAt, type Scope } from '../language/scope';
import type { Token } from '../language/tokens';
import type { Column, Season } from '../question/plan';
import { durationRule } from './durations';
import { operandAt } from './operands';
import { percentileAt } from './percentiles';
import { type Match, type Rule, skip, word } from './rule';

type Lead = 'by' | 'per' | 'each' | 'split';
const ARTICLES = new Set(['the', 'each', 'every', 'its', 'our', 'their', 'by', 'of']);
const JOINERS = new Set([',', 'and', 'by', 'then', 'per', 'also', 'x']);
/** More different numbers than this are no groups. */
const MOST_GROUPS = 60;

/** "by region", "per month", "for each region and product", "split by channel" */
export const groupRule: Rule = (scope, tokens, at) => {
  const opening = BY.at(tokens, at);
  if (!opening) return null;
  if (leadsToMeasure(scope, tokens, at + opening.length) || leadsToValue(scope, tokens, at + opening.length))
    return { pieces: [{ kind: 'filler' }], length: opening.length };
  const lead = opening.meaning;
  const pieces: PieceBody[] = [];
  let next = at + opening.length;
  for (;;) {
    const joined = pieces.length === 0 ? next : skip(tokens, next, JOINERS);
    if (pieces.length > 0 && joined === next) break;
    const item = itemAt(scope, tokens, skip(tokens, joined, ARTICLES), leadOf(tokens, next, joined) ?? lead);
    if (!item || (pieces.length > 0 && item.piece.kind !== 'group')) break;
    pieces.push(item.piece);
    next = item.next;
    if (item.piece.kind !== 'group') break;
  }
  return pieces.length > 0 ? { pieces, length: next - at } : null;
};

/** In "per customer by region" each has a lead of its own. */
const leadOf = (tokens: readonly Token[], from: number, until: number): Lead | null =>
  tokens
    .slice(from, until)
    .map((token) => token.word)
    .find((one): one is 'by' | 'per' => one === 'by' || one === 'per') ?? null;

/** "orders by Acme": what follows is a value, and no column. */
function leadsToValue(scope: Scope, tokens: readonly Token[], at: number): boolean {
  const start = skip(tokens, at, ARTICLES);
  return scope.values.at(tokens, start) !== null && itemAt(scope, tokens, start, 'by') === null;
}

/** "by number of orders", "by average price": what follows is a measure of its own. */
function leadsToMeasure(scope: Scope, tokens: readonly Token[], at: number): boolean {
  const start = skip(tokens, at, new Set(['the', 'their']));
  const found = AGGREGATES.at(tokens, start) ?? percentileAt(tokens, start);
  if (!found || scope.columns.at(tokens, start)?.how === 'name') return false;
  const next = skip(tokens, start + found.length, new Set(['of', 'the', 'different']));
  if (durationRule(scope, tokens, next)) return true;
  return nounAt(scope, tokens[next]) !== null || operandAt(scope, tokens, next) !== null;
}

/** "region wise", "month-wise" */
export const wiseRule: Rule = (scope, tokens, at) => {
  const item = itemAt(scope, tokens, at, 'by');
  if (!item || word(tokens, item.next) !== 'wise') return null;
  return { pieces: [item.piece], length: item.next - at + 1 };
};

/** "monthly", "over time" */
export const timeGroupRule: Rule = (scope, tokens, at) => {
  const adjective = GRAIN_ADJECTIVES.at(tokens, at);
  const named = scope.columns.at(tokens, at);
  if (named?.how === 'name' && named.length > 1) return null;
  if (adjective) return toMatch(timeGroup(scope, adjective.meaning, 'adjective'), adjective.length);
  const overTime = OVER_TIME.at(tokens, at);
  const [column] = scope.times.all;
  if (!overTime) return null;
  return toMatch(timeGroup(scope, column ? fittingGrain(column) : 'month', 'time'), overTime.length);
};

/** The time units and seasons that stand as nouns: "which month", "best weekday". */
export const unitRule: Rule = (scope, tokens, at) => {
  const season = SEASONS.at(tokens, at);
  if (season && scope.times.all.length > 0)
    return { pieces: [{ kind: 'season', part: season.meaning }], length: season.length };
  const grain = GRAINS.at(tokens, at);
  if (!grain || scope.times.all.length === 0) return null;
  const plural = (tokens[at + grain.length - 1]?.word ?? '').endsWith('s');
  return { pieces: [{ kind: 'unit', grain: grain.meaning, plural }], length: grain.length };
};

const toMatch = (piece: PieceBody, length: number): Match => ({ pieces: [piece], length });

function itemAt(
  scope: Scope,
  tokens: readonly Token[],
  at: number,
  lead: Lead,
): { piece: PieceBody; next: number } | null {
  const time = timeItem(scope, tokens, at, lead) ?? datedItem(scope, tokens, at, lead);
  if (time) return time;
  const noun = nounAt(scope, tokens[at]);
  const operand = operandAt(scope, tokens, at);
  if (noun && (!operand || (/part|synonym/.test(operand.how) && operand.length === 1))) {
    return { piece: { kind: 'noun by', noun: noun.noun, column: noun.column, lead }, next: at + 1 };
  }
  if (!operand) return null;
  return { piece: columnItem(tokens[at]?.text ?? '', operand, lead), next: at + operand.length };
}

function timeItem(
  scope: Scope,
  tokens: readonly Token[],
  at: number,
  lead: Lead,
): { piece: PieceBody; next: number } | null {
  if (scope.times.all.length === 0) {
    const asked = GRAINS.at(tokens, at);
    return asked && !operandAt(scope, tokens, at)
      ? { piece: { kind: 'ask', ask: { about: 'no dates' } }, next: at + asked.length }
      : null;
  }
  const season = SEASONS.at(tokens, at);
  if (season) return { piece: seasonGroup(scope, season.meaning, lead), next: at + season.length };
  const adjective = GRAINS.at(tokens, at) ?? (word(tokens, at) === 'time' ? { meaning: null, length: 1 } : null);
  if (!adjective) return null;
  const next = at + adjective.length;
  const named = namedTime(scope, tokens, next);
  const grain = adjective.meaning ?? fittingGrain(scope.times.all[0]);
  if (named)
    return { piece: { kind: 'group', group: { kind: 'time', column: named.column, grain }, lead }, next: named.next };
  return { piece: timeGroup(scope, grain, lead), next };
}

/** "by invoice date month" */
function datedItem(
  scope: Scope,
  tokens: readonly Token[],
  at: number,
  lead: Lead,
): { piece: PieceBody; next: number } | null {
  const hit = scope.columns.at(tokens, at);
  const [column, ...others] = hit?.columns.filter(isDate) ?? [];
  const grain = hit && GRAINS.at(tokens, at + hit.length);
  if (!hit || !column || others.length > 0 || !grain) return null;
  return {
    piece: { kind: 'group', group: { kind: 'time', column, grain: grain.meaning }, lead },
    next: at + hit.length + grain.length,
  };
}

/** "by month of ship date" */
function namedTime(scope: Scope, tokens: readonly Token[], at: number): { column: Column; next: number } | null {
  if (word(tokens, at) !== 'of') return null;
  const hit = scope.columns.at(tokens, at + 1);
  const [column, ...others] = hit?.columns.filter(isDate) ?? [];
  return hit && column && others.length === 0 ? { column, next: at + 1 + hit.length } : null;
}

export function timeGroup(scope: Scope, grain: TimeGrain, lead: Lead | 'adjective' | 'time'): PieceBody {
  const [column] = scope.times.all;
  if (!column) return { kind: 'ask', ask: { about: 'no dates' } };
  if (!scope.times.clear)
    return { kind: 'ask', ask: { about: 'column', text: grain, columns: scope.times.all, use: 'time' } };
  return { kind: 'group', group: { kind: 'time', column, grain }, lead };
}

export function seasonGroup(scope: Scope, part: Season, lead: Lead): PieceBody {
  const [column] = part === 'hour' ? scope.times.all.filter((one) => one.type === 'timestamp') : scope.times.all;
  if (!column) return { kind: 'ask', ask: { about: scope.times.all.length > 0 ? 'no hours' : 'no dates' } };
  return { kind: 'group', group: { kind: 'season', column, part }, lead };
}

function columnItem(
  text: string,
  operand: { columns: Column[]; how: 'name' | 'part' | 'synonym' | 'concept' },
  lead: Lead,
): PieceBody {
  const columns = preferNames(operand.columns);
  const measures = columns.filter((column) => isNumeric(column) && column.role === 'measure');
  if (operand.how === 'concept' || measures.length === columns.length) {
    return { kind: 'measure by', columns: measures.length > 0 ? measures : columns, how: operand.how, lead };
  }
  const groups = columns.filter((column) => !measures.includes(column));
  const [column, ...others] = groups;
  if (!column || others.length > 0)
    return { kind: 'ask', ask: { about: 'column', text, columns: groups, use: 'group' } };
  if (isDate(column)) return { kind: 'group', group: { kind: 'time', column, grain: fittingGrain(column) }, lead };
  return { kind: 'group', group: { kind: 'column', column }, lead };
}

/** A customer's name tells more than the number next to it. */
function preferNames(columns: readonly Column[]): Column[] {
  const named = columns.filter((column) => column.role !== 'id');
  return named.length > 0 ? named : [...columns];
}

export const canGroup = (column: Column): boolean => column.role !== 'measure' || column.distinct <= MOST_GROUPS;

const SPANS: [number, TimeGrain][] = [
  [45, 'day'],
  [200, 'week'],
  [365 * 5 + 2, 'month'],
  [365 * 12, 'quarter'],
];

/** The grain that gives a chart a readable number of points. */
export function fittingGrain(column: Column | undefined): TimeGrain {
  const dates = column ? datesOf(column) : null;
  if (!dates) return 'month';
  const days = daysBetween(dates.first, dates.last);
  return SPANS.find(([most]) => days <= most)?.[1] ?? 'year';
}
