import type { FieldDefinition } from '#contract/definitions';
import { isAmount, keyOf } from '../../lexicon/concepts';
import { occasions, thingOf } from '../lines';
import { moneyField } from '../money';
import { isMeasure, isTime, measuresIn, onlyValue } from '../tables';
import { type FieldRef, type Measurement, type Rank, sameField } from '../terms';
import { type AssemblyContext, NoReading } from './context';
import type { Parts } from './parts';

/** What is computed: what was named, else what the ranking is by, else how many rows there are. */
export function measuresOf(context: AssemblyContext, parts: Parts, rank: Rank | null): Measurement[] {
  // "the most common reason for a delay" counts rows.
  const counts =
    rank?.counts &&
    rank.target &&
    !rank.by &&
    parts.measures.every((one) => one.kind === 'column' && one.aggregate === null);
  if (counts && parts.measures.length > 0) context.cost += 0.2;
  const named = counts ? [] : [...parts.measures];
  if (rank?.by && !named.some((one) => JSON.stringify(one) === JSON.stringify(rank.by))) named.unshift(rank.by);
  if (rank?.hints && !rank.by)
    named.unshift(rank.judges ? judged(context, rank) : averaged(hinted(context, rank), parts));
  if (named.length > 1) {
    // "how many" of what is then told on average.
    if (named.some((one) => one.kind === 'rows' && one.table === null && one.noun === null && !one.where))
      throw new NoReading();
    const telling = named.filter((one) => one.kind !== 'rows' || one.explicit);
    if (telling.length > 0 && telling.length < named.length) return telling;
  }
  if (named.length > 0) return named;
  // "borrowed the most": most often; "more of these or of those" are rows.
  const isDone = parts.deeds.length > 0 && !rank?.judges;
  if (isDone || (parts.comparing?.kind === 'values' && parts.compares === 'more')) return [occasions(context.base)];
  if (rank?.size && isMeasured(context)) return [largeness(context, rank)];
  if ((rank && !rank.counts && rank.plain) || parts.comparing) {
    const main = mainMeasureOrNone(context, rank?.judges);
    if (main) return [rank && !isMoney(context, main) ? largeness(context, rank) : main];
    if (rank)
      return [
        rank.judges ? judged(context, rank) : { kind: 'rows', table: context.base.table, noun: null, explicit: false },
      ];
  }
  if (rank && isMostOfValue(parts)) return [{ kind: 'rows', table: context.base.table, noun: null, explicit: false }];
  const amount = amountNamed(context, parts);
  if (amount) return [amount];
  if (rank && !rank.counts) context.cost += 0.5;
  if (!rank && parts.groups.length === 0 && !parts.shared && parts.filters.length === 0) context.cost += 1;
  context.cost += rank?.counts ? 0 : 0.4;
  const about = [rank?.target, parts.asked].find((one) => one?.kind === 'field');
  if (rank && about?.kind === 'field') return [occasions(context.base, about.field)];
  return [{ kind: 'rows', table: context.base.table, noun: null, explicit: false }];
}

/** "spending by department": a value that names an amount is told by the one figure of its rows, and not by their number. */
export function amountNamed({ base }: AssemblyContext, { filters }: Parts): Measurement | null {
  const [only, ...others] = measuresIn(base);
  const isNamed = filters.some(
    ({ filter }) =>
      filter.kind === 'condition' &&
      filter.table === base.table &&
      filter.condition.op === 'is' &&
      filter.condition.values.some((value) => isAmount(String(value))),
  );
  return only && others.length === 0 && isNamed
    ? { kind: 'column', of: { table: base.table, field: only.id }, aggregate: null }
    : null;
}

/** "which component has the most bugs": most rows that are bugs. */
const isMostOfValue = ({ filters, tokens, asked, rank }: Parts): boolean =>
  (asked ?? rank?.target ?? null) !== null &&
  filters.some(
    ({ filter, at }) =>
      filter.kind === 'condition' && filter.condition.op === 'is' && MOST.has(tokens[at - 1]?.word ?? ''),
  );
const MOST: ReadonlySet<string> = new Set(['most', 'fewest', 'least', 'meisten', 'wenigsten']);

const isMeasured = ({ base }: AssemblyContext): boolean =>
  base.fields.some((field) => isMeasure(field) && !field.hidden && field.addsUp === 'always');

/** "the largest region" is so by what it has in all, or by its rows: both are asked about. */
function largeness(context: AssemblyContext, rank: Rank): Measurement {
  const target = rank.target?.kind === 'field' ? rank.target.field.field : null;
  // What an order comes to, and not how many lines it has.
  const isThing = target !== null && thingOf(context.base, target) !== undefined;
  if (isThing || context.choose(2) === 0) return mainMeasure(context);
  mainMeasure(context);
  return { kind: 'rows', table: context.base.table, noun: null, explicit: false };
}

const isMoney = ({ vocabulary }: AssemblyContext, { kind, ...measure }: Measurement): boolean =>
  kind === 'column' &&
  'of' in measure &&
  !('calculate' in measure.of) &&
  vocabulary.concepts.isMoney(measure.of as FieldRef);

/** "the best" of what, nobody knows: by each of a few measures, or by the number of rows, it is asked back. */
export function judged(context: AssemblyContext, { hints, size }: Rank, isOfRows = false): Measurement {
  const { base, vocabulary } = context;
  const able = base.fields
    .filter((field) => isMeasure(field) && !field.hidden && !PLACES.test(field.column) && !HEADS.test(field.column))
    .map((field): FieldRef => ({ table: base.table, field: field.id }));
  const meant = hints
    ? vocabulary.hinted(hints, base.table).filter((ref) => able.some((one) => sameField(one, ref)))
    : able;
  const sized = size ? meant.filter((ref) => SIZES.test(context.field(ref).column)) : [];
  const measures = (sized.length > 0 ? sized : meant).slice(0, JUDGED_BY);
  if (measures.length === 0) throw new NoReading();
  const of = measures[context.choose(measures.length + (isOfRows ? 0 : 1))];
  return of ? { kind: 'column', of, aggregate: null } : { kind: 'rows', table: base.table, noun: null, explicit: true };
}
const JUDGED_BY = 2;
/** What tells how large something is. */
const SIZES = /sq|area|size|volume|weight|height|length|population|fläche|größe|gewicht|volumen/i;
const HEADS = /employees|headcount|mitarbeiter/i;
const PLACES = /^(?:lat|long?|lng)(?:itude|gitude)?$|breitengrad|längengrad/i;

/** "the windiest on average". */
const averaged = (measure: Measurement, { restated }: Parts): Measurement =>
  restated && measure.kind === 'column' && measure.aggregate === null
    ? { ...measure, aggregate: restated.aggregate }
    : measure;

export function hinted(context: AssemblyContext, rank: Rank): Measurement {
  const hints = rank.hints ?? [];
  const [ref] = hintedFields(context, hints, isMeasure);
  // "most borrowed" of loans that no column counts: each row is one.
  if (!ref && hints.some((hint) => isRow(context, hint)))
    return { kind: 'rows', table: context.base.table, noun: null, explicit: true };
  // "the earliest delivery date" is that date, and not the day of the earliest of another one.
  const isTimed = rank.target?.kind === 'grain' || rank.target?.kind === 'time';
  if (!ref || (isTimed && isTime(context.field(ref)))) throw new NoReading();
  return {
    kind: 'column',
    of: ref,
    aggregate: isTime(context.field(ref)) ? (rank.direction === 'most' ? 'max' : 'min') : null,
  };
}

/** "what does the cheapest room cost": the lowest price, and no ranking of prices. */
export function extremes(context: AssemblyContext, parts: Parts): void {
  const { rank, measures, groups, asked } = parts;
  const [measure, ...others] = measures;
  if (!rank?.hints || rank.target || rank.by || rank.n !== null || asked || groups.length + others.length > 0) return;
  if (measure?.kind !== 'column' || 'calculate' in measure.of || measure.aggregate !== null) return;
  const { of } = measure;
  if (!hintedFields(context, rank.hints, isMeasure).some((ref) => sameField(ref, of))) return;
  parts.measures = [{ ...measure, aggregate: rank.direction === 'most' ? 'max' : 'min' }];
  parts.rank = null;
}

/** The columns that a word such as "longest" speaks of; times only where it is one for them. */
export function hintedFields(
  { vocabulary, base }: AssemblyContext,
  hints: readonly string[],
  isMeasured: (field: FieldDefinition) => boolean,
): FieldRef[] {
  const ofTimes = hints.some((hint) => TIMED.has(hint));
  return vocabulary
    .hinted(hints, base.table)
    .filter((ref) => vocabulary.tables.is(ref, (field) => isMeasured(field) || (ofTimes && isTime(field))));
}

const isRow = ({ vocabulary, base }: AssemblyContext, word: string): boolean => {
  const key = keyOf(word);
  return (
    base.entity.some((noun) => keyOf(noun) === key) ||
    vocabulary.concepts.rowsCalled(key).some(({ table }) => table === base.table)
  );
};

/** What the earliest and the oldest are told by. */
const TIMED: ReadonlySet<string> = new Set(['date', 'birth date', 'birth year']);

/** What a table is mostly about, where a question only says "best". */
const onlyOne = <T>(all: readonly T[]): T | undefined => (all.length === 1 ? all[0] : undefined);

export function mainMeasure(context: AssemblyContext, isJudged = false): Measurement {
  const { isMoney } = context.vocabulary.concepts;
  const found = measuresIn(context.base).filter(({ addsUp }) => addsUp === 'always');
  const money =
    moneyField(context.base, 'in') ??
    onlyOne(found.filter(({ id }) => isMoney({ table: context.base.table, field: id }))) ??
    (isJudged ? undefined : (onlyOne(found) ?? onlyValue(context.base)));
  context.cost += found.length > 1 ? 0.8 : 0.4;
  // How many people work there makes no customer the best.
  if (money && HEADS.test(money.column)) throw new NoReading();
  if (!money) throw new NoReading();
  return { kind: 'column', of: { table: context.base.table, field: money.id }, aggregate: null };
}

export function mainMeasureOrNone(context: AssemblyContext, isJudged = false): Measurement | null {
  const before = context.cost;
  try {
    return mainMeasure(context, isJudged);
  } catch (error) {
    if (!(error instanceof NoReading)) throw error;
    context.cost = before;
    return null;
  }
}
