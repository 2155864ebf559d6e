import { phrasesOf } from '../../lexicon';
import { stemOf } from '../stems';
import { isFlag, isTime, isYear } from '../tables';
import type { FieldRef, Filter, Group } from '../terms';
import { stemsOf } from '../tokens';
import { type AssemblyContext, NoReading } from './context';
import { FIRST_RESULT } from './draft';
import type { Parts } from './parts';

/** What is only mentioned has to stand somewhere else in the question. */
export function mentioned(parts: Parts): void {
  if (parts.mentions.length === 0) return;
  const others = JSON.stringify({ ...parts, mentions: [], tokens: [] });
  for (const { field } of parts.mentions) {
    const name = JSON.stringify(field);
    if (![`"field":${name}`, `"left":${name}`, `"right":${name}`].some((one) => others.includes(one)))
      throw new NoReading();
  }
}

/** "hired in 2020 by month": the date that the words speak of is the one that is grouped by. */
export function namedTime(context: AssemblyContext, parts: Parts) {
  const ofMeasure = parts.measures.flatMap((one) =>
    one.kind === 'rows' && one.where?.kind === 'condition' && 'field' in one.where.condition
      ? [{ table: one.where.table, field: one.where.condition.field }]
      : [],
  );
  // "discharges per month": by the day of the discharge.
  const ofNouns = parts.measures.flatMap((one) =>
    one.kind === 'rows' && one.noun !== null ? datesCalled(context, one.noun) : [],
  );
  const ofFilters = parts.filters.flatMap(({ filter }) =>
    filter.kind === 'period' && filter.field ? [filter.field] : [],
  );
  const ofEvents = parts.filters.flatMap(({ filter }) =>
    filter.kind === 'condition' && filter.condition.op === 'present'
      ? [{ table: filter.table, field: filter.condition.field }]
      : [],
  );
  // "how many left in 2013": by the day on which those who are terminated were.
  const ofStates = parts.filters.flatMap(({ filter }) =>
    filter.kind === 'condition' && filter.condition.op === 'is' && filter.table === context.base.table
      ? datesOf(context, filter.condition.values.map(String))
      : [],
  );
  const timed =
    [...parts.groups, parts.asked, parts.rank?.target ?? null].some(
      (one) => one?.kind === 'grain' || one?.kind === 'time' || one?.kind === 'part',
    ) || parts.filters.some(({ filter }) => filter.kind === 'period');
  // "hires by year": the day that is named is told by its years.
  const isStepped = parts.groups.some((group) => 'field' in group && group.kind !== 'field' && group.field === null);
  const asDate = (one: Parts['asked']): FieldRef[] => {
    if (!isStepped || !one || !('field' in one) || one.field === null) return [];
    return (one.kind === 'field' && one.bin === undefined) || (one.kind === 'grain' && one.grain === 'day')
      ? [one.field].filter((ref) => isTime(context.field(ref)) && !isYear(context.field(ref)))
      : [];
  };
  const ofGroups = [parts.asked, ...parts.groups].flatMap(asDate);
  parts.groups = parts.groups.filter((group) => asDate(group).length === 0);
  if (asDate(parts.asked).length > 0) parts.asked = null;
  const ofMentions = timed ? parts.mentions.filter((ref) => isTime(context.field(ref))) : [];
  parts.mentions = parts.mentions.filter((ref) => !ofMentions.includes(ref));
  if (parts.deeds.some(({ table }) => table !== context.base.table)) throw new NoReading();
  const found = [
    ...ofMeasure,
    ...ofFilters,
    ...ofEvents,
    ...ofMentions,
    ...parts.deeds,
    ...ofNouns,
    ...ofGroups,
    ...ofStates,
  ].find((ref) => ref.table === context.base.table && isTime(context.field(ref)) && !isYear(context.field(ref)));
  return found ?? null;
}

function datesCalled(context: AssemblyContext, noun: string): FieldRef[] {
  const stem = stemOf(noun);
  return context
    .times()
    .filter(({ field }) => stemsOf(context.field({ table: context.base.table, field }).column)[0] === stem);
}

const SAME_ROOT = 5;

/** The one date that only some rows have, by the words that these values are told in: of "Terminated" that of termination. */
function datesOf(context: AssemblyContext, values: readonly string[]): FieldRef[] {
  const roots = new Set(values.flatMap(stemsOf).map((stem) => stem.slice(0, SAME_ROOT)));
  const dates = context
    .times()
    .filter((ref) => context.field(ref).missing > 0)
    .filter((ref) =>
      stemsOf(context.field(ref).title).some((stem) => stem.length >= SAME_ROOT && roots.has(stem.slice(0, SAME_ROOT))),
    );
  return dates.length === 1 ? dates : [];
}

/** Names of amounts that are one for each such stretch of time. */
const PER: ReadonlyMap<string, RegExp> = new Map([
  ['week', /\b(?:weekly|per week|wöchentlich)/i],
  ['month', /\b(?:monthly|per month|monatlich)/i],
  ['quarter', /\b(?:quarterly|per quarter)/i],
  ['year', /\b(?:yearly|annual|per year|jährlich)/i],
]);

/** "what do people earn per month", where no dates are and the column is one of monthly pay: the words are of its name. */
export function perName(context: AssemblyContext, parts: Parts): void {
  const named = JSON.stringify([parts.measures, parts.rank?.by ?? null]);
  const isOfName = (group: Group): boolean =>
    group.kind === 'grain' &&
    context.times().length === 0 &&
    context.base.fields.some(
      (field) => PER.get(group.grain)?.test(field.title) && named.includes(`"field":${JSON.stringify(field.id)}`),
    );
  if (!parts.groups.some(isOfName)) return;
  parts.groups = parts.groups.filter((group) => !isOfName(group));
  parts.measures = parts.measures.map((one) =>
    one.kind === 'column' && one.aggregate === null ? { ...one, aggregate: 'mean' } : one,
  );
}

/** What one sign of doubt or another speaks against. */
export function doubts(context: AssemblyContext, parts: Parts, groups: readonly Group[]): void {
  const [measure] = parts.measures;
  const extreme = measure?.kind === 'column' && (measure.aggregate === 'max' || measure.aggregate === 'min');
  // "which month had the highest sales" wants the month.
  if (parts.asked && extreme && !parts.rank && parts.having.length === 0) context.cost += 1.5;
  // "grow from 2023 to 2024" compares two years; it is no stretch of time.
  const stretch = parts.filters.some(
    ({ filter }) =>
      filter.kind === 'period' &&
      ((filter.period.kind === 'range' && filter.period.from?.slice(0, 10) !== filter.period.to?.slice(0, 10)) ||
        (filter.period.kind === 'part' && filter.period.values.length > 2)),
  );
  const timed = groups.some((one) => one.kind === 'grain' || one.kind === 'time');
  if (parts.moving && parts.moving.window.kind !== 'running' && stretch && !timed && parts.moving.grain === null)
    context.cost += 0.6;
  if (parts.difference && !parts.comparing) throw new NoReading();
  // How many years there are in a year is nothing to ask.
  const isByYear =
    parts.comparing?.kind === 'periods' || groups.some((one) => one.kind === 'grain' && one.grain === 'year');
  if (
    isByYear &&
    parts.measures.some((one) => one.kind === 'column' && 'field' in one.of && isYear(context.field(one.of)))
  )
    throw new NoReading();
  if (parts.moving && isOfAnother(parts)) throw new NoReading();
  if (asksForNew(parts) && isOfTotals(context, parts)) throw new NoReading();
  // A monthly fee by month is none: the months would be those of another date.
  const named = JSON.stringify(parts.measures);
  for (const group of groups)
    if (
      group.kind === 'grain' &&
      context.base.fields.every((field) => field.grain !== group.grain) &&
      context.base.fields.some(
        (field) => PER.get(group.grain)?.test(field.title) && named.includes(`"field":${JSON.stringify(field.id)}`),
      )
    )
      throw new NoReading();
  // "which months had sales under 20000" bounds the figure of a month, not single rows.
  if (
    parts.asked &&
    parts.asked.kind !== 'rows' &&
    !parts.rank &&
    groups.length > 0 &&
    parts.filters.some(({ filter }) => isBoundOfSum(context, filter) && isOnly(parts, filter))
  )
    context.cost += 1;
}

/** Nothing else is asked for than what is bounded. */
const isOnly = ({ measures }: Parts, filter: Filter): boolean =>
  measures.every(
    (one) =>
      one.kind === 'column' &&
      one.aggregate === null &&
      filter.kind === 'condition' &&
      JSON.stringify(one.of).includes(JSON.stringify('field' in filter.condition ? filter.condition.field : null)),
  );

const UNDONE = /\b(?:never|didnt|did not)\b/;

/** Who did nothing cannot be read from rows by leaving some of them out, and nobody knows here what is now. */
export function refuseUndone(context: AssemblyContext, parts: Parts): void {
  const things =
    [...parts.measures, ...(parts.rank?.by ? [parts.rank.by] : [])].some(
      (one) => one.kind === 'column' && one.aggregate === 'distinct',
    ) ||
    (parts.asked?.kind === 'field' && parts.measures.length === 0);
  const words = parts.tokens.map((token) => token.word).join(' ');
  const negated = parts.filters.some(
    ({ filter }) =>
      filter.kind === 'condition' && (filter.condition.op === 'is_not' || filter.condition.op === 'not_own'),
  );
  const verbal = /\b(?:never|didnt|havent|hasnt|did not|have not|has not|were not|was not)\b/.test(words);
  const flag = parts.filters.some(
    ({ filter }) =>
      filter.kind === 'condition' &&
      filter.condition.op === 'is_not' &&
      filter.table === context.base.table &&
      isFlag(context.field({ table: filter.table, field: filter.condition.field })),
  );
  // "in both years": in the one and in the other, which is no condition on single rows.
  if (things && /\b(?:both|beiden?)\b/.test(words)) throw new NoReading();
  // "how active are they" asks how much, and not who is.
  const degree = parts.filters.some(
    ({ filter, at }) => filter.kind === 'condition' && parts.tokens[at - 1]?.word === 'how',
  );
  if (degree) throw new NoReading();
  // Of single rows nobody says that they never did something.
  const undone = parts.filters.some(
    ({ filter, at }) =>
      filter.kind === 'condition' &&
      (filter.condition.op === 'is_not' || filter.condition.op === 'not_own') &&
      UNDONE.test(
        parts.tokens
          .slice(Math.max(0, at - 1), at + 2)
          .map(({ word }) => word)
          .join(' '),
      ),
  );
  if (negated && (undone || (things && (verbal || flag)))) throw new NoReading();
  if (things && JSON.stringify(parts.filters).includes(FIRST_RESULT)) throw new NoReading();
  if (verbal && parts.filters.some(({ filter }) => filter.kind === 'period' && filter.negated)) throw new NoReading();
}

/** "how much of all hours was overtime": it is a part of something else than its own total. */
export const isOfAnother = ({ tokens }: Parts): boolean =>
  tokens.some(
    ({ word }, at) => (word === 'much' || word === 'viel') && OF.has(tokens[at + 1]?.word ?? '') && at > 0 && at < 3,
  );
const OF: ReadonlySet<string> = new Set(['of', 'von', 'der', 'aller']);

/** "new cases", where that is no part of what is computed. */
const asksForNew = ({ tokens, measures, having }: Parts): boolean =>
  tokens.some(({ stem }) => phrasesOf(stem).some(({ entry }) => entry.category === 'fresh')) &&
  [...measures, ...having.map((one) => one.measure)].every((one) => one?.kind !== 'column' || !one.fresh);

/** Bounds of what a count has come to. */
function isOfTotals(context: AssemblyContext, { filters, having, measures }: Parts): boolean {
  const bounded = [
    ...filters.flatMap(({ filter }) =>
      filter.kind === 'condition' && 'value' in filter.condition
        ? [{ table: filter.table, field: filter.condition.field }]
        : [],
    ),
    ...[...measures, ...having.map((one) => one.measure)].flatMap((measure) =>
      having.length > 0 && measure?.kind === 'column' && !('calculate' in measure.of) ? [measure.of] : [],
    ),
  ];
  return bounded.some((ref) => context.field(ref).cumulative);
}

export function isBoundOfSum(context: AssemblyContext, filter: Filter): boolean {
  if (filter.kind !== 'condition' || !('field' in filter.condition) || filter.table !== context.base.table)
    return false;
  return (
    ['<', '<=', '>', '>='].includes(filter.condition.op) &&
    context.field({ table: filter.table, field: filter.condition.field }).addsUp === 'always'
  );
}
