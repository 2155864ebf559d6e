import type { FieldDefinition } from '#contract/definitions';
import { column } from '../grammar/measurements';
import { isOfLines, isOfWhole, occasions, thingOf } from '../lines';
import { isFlag, isTime } from '../tables';
import type { Group, Operand, Target } from '../terms';
import { hinted, mainMeasure } from './chosen-measures';
import { type AssemblyContext, NoReading } from './context';
import type { QueryDraft } from './draft';
import type { Parts } from './parts';

/** What an order comes to is no product's: its lines are of several. */
export function splitsThings({ base }: AssemblyContext, { values, by, where }: QueryDraft): boolean {
  const fields = new Set(values.flatMap(({ columns }) => columns.map(({ field }) => field)));
  const others = [...by.map(({ field }) => field), ...where.flatMap((one) => ('field' in one ? one.field : []))];
  return base.things.some(
    (thing) =>
      [...fields].some((field) => isOfWhole(thing, field)) &&
      others.some((field) => field !== thing.key && !isOfWhole(thing, field) && isOwn(base, field)),
  );
}
const isOwn = ({ fields }: AssemblyContext['base'], id: string): boolean => fields.some((field) => field.id === id);

const BOUNDS: ReadonlySet<string> = new Set(['<', '<=', '>', '>=']);

/** "orders worth more than 3,000": by what all lines of each come to, where lines are what the column tells of. */
export function boundsOfThings(context: AssemblyContext, parts: Parts): void {
  const { base, vocabulary } = context;
  const spoken = [parts.asked, parts.rank?.target ?? null, ...parts.measures].flatMap((one) =>
    one?.kind === 'field' ? [one.field] : one?.kind === 'column' && one.aggregate === 'distinct' ? [one.of] : [],
  );
  spoken.push(...parts.having.flatMap(({ things }) => things ?? []));
  const thing = base.things.find(({ key }) =>
    spoken.some((ref) => 'field' in ref && ref.table === base.table && ref.field === key),
  );
  const amounts: Parts['having'] = parts.filters.flatMap(({ filter }) => {
    if (filter.kind !== 'condition' || filter.table !== base.table || !BOUNDS.has(filter.condition.op)) return [];
    const { condition } = filter;
    if (!('value' in condition) || !('field' in condition)) return [];
    const of = { table: base.table, field: condition.field };
    if (!thing || !isOfLines(vocabulary.tables, thing, of)) return [];
    parts.filters = parts.filters.filter((one) => one.filter !== filter);
    return [{ op: condition.op, than: condition.value as string, measure: column(of, 'sum') }];
  });
  const bounded = parts.having.map((one) =>
    thing && one.measure === null && !one.percent ? { ...one, measure: mainMeasure(context) } : one,
  );
  parts.having = [...bounded, ...amounts];
  const isListed = parts.asked?.kind === 'field' && parts.measures.length === 0 && !parts.rank;
  parts.measures = isListed ? parts.having.flatMap(({ measure }) => measure ?? []).slice(0, 1) : parts.measures;
}

/** "customers with at least 15 orders": each customer, by how many orders there are of it. */
export function thingsWith(context: AssemblyContext, parts: Parts): void {
  const [bound] = parts.having;
  // How many days fulfil something is a count of groups, which no figure here is.
  const countsTimes = parts.measures.some(
    (one) =>
      one.kind === 'column' &&
      one.aggregate === 'distinct' &&
      !('calculate' in one.of) &&
      isTime(context.field(one.of)),
  );
  if (bound && countsTimes) throw new NoReading();
  // "customers who ordered more than once": orders, and not their lines.
  parts.having = parts.having.map((one) =>
    one.measure?.kind === 'rows' && one.measure.noun === null && one.measure.table === null && !one.measure.where
      ? { ...one, measure: occasions(context.base) }
      : one,
  );
  const isBare = parts.measures.every(
    (one) => one.kind === 'rows' && one.table === null && one.noun === null && !one.where,
  );
  const [thing] = isBare && bound?.things ? [column(bound.things, 'distinct')] : parts.measures;
  if (parts.measures.length > 1 || thing?.kind !== 'column' || thing.aggregate !== 'distinct') return;
  // "receipts over 50 euros": what all rows of each come to.
  if (bound?.measure === null && isCurrency(bound.unit) && parts.having.length === 1 && hasSeveral(context, thing.of))
    parts.having = [{ ...bound, measure: mainMeasure(context) }];
  const [{ measure: bounded } = { measure: null }] = parts.having;
  if ('calculate' in thing.of || !bounded || parts.having.length > 1 || parts.groups.length > 0 || parts.rank) return;
  const { of } = thing;
  const isItself = bounded.kind === 'column' && 'of' in bounded && JSON.stringify(bounded.of) === JSON.stringify(of);
  const fresh = bounded.kind === 'column' && bounded.fresh === true;
  if (isItself || fresh || context.field(of).role === 'measure' || isTime(context.field(of))) throw new NoReading();
  parts.groups = [{ kind: 'field', field: of }];
  parts.measures = [bounded];
}

const isCurrency = (unit: string | null | undefined): boolean => typeof unit === 'string' && /^[A-Z]{3}$/.test(unit);
const hasSeveral = (context: AssemblyContext, of: Operand): boolean =>
  !('calculate' in of) && of.table === context.base.table && context.field(of).distinct < context.base.rows * 0.95;

/** "biggest deal per owner": of each owner the row with the most of what rows are mainly about. */
export function bestOfEach(context: AssemblyContext, parts: Parts): void {
  const { rank } = parts;
  const isRow = rank?.target?.kind === 'rows' || isUnique(context, rank?.target ?? null);
  if (!rank || !isRow || rank.counts || !(rank.size || rank.plain || rank.by || rank.hints)) return;
  if (parts.groups.length === 0 || parts.measures.length > 0) return;
  const by = rank.by ?? (rank.hints ? hinted(context, rank) : mainMeasure(context));
  if (by.kind !== 'column' || 'calculate' in by.of) throw new NoReading();
  const name = context.base.fields.find(
    (field) => field.distinct >= context.base.rows * 0.9 && field.role !== 'measure' && !isTime(field),
  );
  if (name) {
    const field = { table: context.base.table, field: name.id };
    const aggregate = rank.direction === 'most' ? 'max' : 'min';
    parts.rank = { ...rank, target: { kind: 'field', field }, by: { ...by, aggregate }, hints: null, plain: false };
  } else if (rank.n !== null) throw new NoReading();
  else {
    parts.measures = [{ ...by, aggregate: rank.direction === 'most' ? 'max' : 'min' }];
    parts.rank = null;
  }
}

/** "top 10 items by stock value": rows that no column ranks, by what tells them apart. */
export function rowsByFigures(context: AssemblyContext, parts: Parts): void {
  const { rank } = parts;
  if (rank?.target?.kind !== 'rows' || rank.target.table !== context.base.table || rank.by?.kind !== 'own') return;
  const name = context.base.fields.find(
    (field) => !field.hidden && field.distinct >= context.base.rows && field.role !== 'measure' && !isTime(field),
  );
  if (name) parts.rank = { ...rank, target: { kind: 'field', field: { table: context.base.table, field: name.id } } };
}

const isUnique = (context: AssemblyContext, target: Target | null): boolean =>
  target?.kind === 'field' &&
  target.field.table === context.base.table &&
  !thingOf(context.base, target.field.field) &&
  context.field(target.field).distinct >= context.base.rows * 0.9;

/** "how many percentage points higher is the survival of …": the shares of those who survived are set side by side. */
export function asShares(context: AssemblyContext, parts: Parts): void {
  const isShare = parts.measures.some((one) => one.kind === 'part' || (one.kind === 'calculation' && one.percent));
  if (isShare || parts.shared) return;
  const told = parts.filters.filter(
    ({ filter }) =>
      filter.kind === 'condition' &&
      filter.condition.op === 'is' &&
      isFlag(context.field({ table: filter.table, field: filter.condition.field })),
  );
  const [only] = told;
  if (!only || told.length > 1 || parts.measures.some((one) => one.kind !== 'rows' || one.where)) throw new NoReading();
  parts.filters = parts.filters.filter((one) => one !== only);
  parts.measures = [{ kind: 'part', condition: only.filter }];
}

/** "top 5 customers with their names": those that are ranked are told by what they are called. */
export function asNamed(context: AssemblyContext, parts: Parts): void {
  const { rank, naming } = parts;
  const [only, ...others] = naming;
  if (!only) return;
  const target = rank?.target ?? null;
  const table = target?.kind === 'rows' ? target.table : target?.kind === 'field' ? target.field.table : null;
  const isKey = target?.kind === 'rows' || (target?.kind === 'field' && context.field(target.field).role === 'id');
  if (!rank || others.length > 0 || table !== only.table || !isKey) throw new NoReading();
  parts.rank = { ...rank, target: { kind: 'field', field: only } };
}

/** Too many groups for a distribution among them. */
export const isMany = (context: AssemblyContext, group: Group): boolean =>
  group.kind === 'field' && context.field(group.field).distinct > 20;

const NUMBERED = /(?:^|[ _])(?:id|no|nr|number|key|code|sku)$/i;
const NAMED = /(?:^|[ _])(?:name|title|description|desc|bezeichnung|kurztext)$/i;
/** A list may leave out those who are called alike; figures may not take them for one. */
const AS_MANY = { least: 0.7, most: 1.1 };

/** The column that tells by name what another one numbers: the one called alike; any other only where the number says not of what. */
function nameOf({ base }: AssemblyContext, key: FieldDefinition, isListed: boolean): FieldDefinition | null {
  const subject = key.title.replace(NUMBERED, '').toLowerCase();
  const isAsMany = (distinct: number): boolean =>
    isListed
      ? distinct >= key.distinct * AS_MANY.least && distinct <= key.distinct * AS_MANY.most
      : distinct === key.distinct;
  const names = base.fields.filter(
    ({ hidden, type, title, distinct }) => !hidden && type === 'text' && NAMED.test(title) && isAsMany(distinct),
  );
  // What is only called "name" is of whoever stands there.
  const alike = names.filter(({ title }) => ['', subject].includes(title.replace(NAMED, '').toLowerCase()));
  const beside = base.fields[base.fields.indexOf(key) + 1];
  const isNameless = isListed && !NUMBERED.test(key.title) && !thingOf(base, key.id) && !base.entity.includes(subject);
  const unlike = subject === '' ? names : names.filter((name) => isNameless && name === beside);
  const [name, ...others] = alike.length > 0 ? alike : unlike;
  return name && others.length === 0 ? name : null;
}

const NUMBERS: ReadonlySet<string> = new Set([
  'id',
  'ids',
  'no',
  'nr',
  'number',
  'numbers',
  'code',
  'codes',
  'nummer',
  'nummern',
]);

/** "which employees": by their names, where a column has one for each of their numbers and no number is asked for. */
export function byNames(context: AssemblyContext, parts: Parts): void {
  if (parts.tokens.some(({ word }) => NUMBERS.has(word))) return;
  const isListed = parts.measures.length === 0 && !parts.rank && parts.having.length === 0;
  const named = <T extends Target | null>(target: T): T => {
    if (target?.kind !== 'field' || target.field.table !== context.base.table) return target;
    const key = context.field(target.field);
    const name = NUMBERED.test(key.title) || key.role === 'id' ? nameOf(context, key, isListed) : null;
    return name ? { ...target, field: { ...target.field, field: name.id } } : target;
  };
  parts.asked = named(parts.asked);
  if (parts.rank) parts.rank = { ...parts.rank, target: named(parts.rank.target) };
}
