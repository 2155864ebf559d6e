import type { PlainCondition } from '#contract/query';
import { asKept, FIRST_YEAR } from '../grammar/filters';
import { isYear } from '../tables';
import type { FieldRef, Filter, Measurement } from '../terms';
import { mainMeasure } from './chosen-measures';
import { type AssemblyContext, NoReading } from './context';
import { add, type QueryDraft } from './draft';
import { computed } from './measures';
import type { Parts } from './parts';

/** Bounds of groups, or of single rows where there are no groups. */
export function addHaving(context: AssemblyContext, parts: Parts, draft: QueryDraft): void {
  for (const { op, than: written, percent, measure, unit, named } of parts.having) {
    const than = percent ? inPercent(context, written, measure ?? parts.measures[0] ?? null) : written;
    const isOfCount = measure?.kind === 'rows' || (measure === null && draft.values[0]?.aggregate === 'count');
    // "transactions over 1,000,000 by supplier": there are not as many, so that it bounds an amount. A count that is named is one.
    const isMore = op === '>' || op === '>=';
    const isBeyond = isOfCount && isMore && !named && Number(than) > context.base.rows;
    const isOfRow = draft.by.length === 0 || (unit && measure === null && !isOfSeveral(context, parts));
    if (isOfRow || isBeyond) {
      draft.where.push(rowBound(context, parts, draft, op, than, isBeyond ? null : measure, unit ?? null));
      continue;
    }
    const isCounted = measure?.kind === 'rows' && !measure.where && draft.values.at(-1)?.aggregate === 'count';
    if (
      measure &&
      !isCounted &&
      draft.values.length > 0 &&
      JSON.stringify(parts.measures[0]) !== JSON.stringify(measure)
    )
      add(draft, computed(context, measure));
    const value = measure && draft.values.length > 0 ? draft.values.at(-1) : draft.values[0];
    if (!value) throw new NoReading();
    draft.having.push({ value: value.as, op, than });
  }
}

/** "which employees worked more than 150 hours": each of them has several rows, whose sum is bounded. */
const isOfSeveral = (context: AssemblyContext, { asked }: Parts): boolean =>
  asked?.kind === 'field' &&
  asked.field.table === context.base.table &&
  context.field(asked.field).distinct < context.base.rows * 0.9;

/** "above 50 %" of what is kept as 0.5; of what is no share it says nothing. */
function inPercent(context: AssemblyContext, written: string, measure: Measurement | null): string {
  const isShare = measure?.kind === 'part' || (measure?.kind === 'calculation' && measure.percent);
  const ref = measure ? columnOf(measure) : null;
  if (!isShare && ref === null) throw new NoReading();
  return isShare
    ? String(Number(written) / 100)
    : asKept({ value: written, percent: true, unit: null }, context.field(ref as FieldRef));
}

/** "payments above 300": of single rows, by the column that is spoken of. */
export function rowBound(
  context: AssemblyContext,
  parts: Parts,
  draft: QueryDraft | null,
  op: PlainOp,
  than: string,
  measure: Measurement | null,
  unit: string | null = null,
): PlainCondition {
  const spoken = measure ?? parts.measures.find((one) => one.kind === 'column') ?? null;
  const ref =
    spoken?.kind === 'column' && !('calculate' in spoken.of)
      ? spoken.of
      : spoken
        ? null
        : columnOf(mainMeasure(context));
  const counts =
    spoken?.kind === 'column' &&
    (spoken.aggregate === 'distinct' || spoken.aggregate === 'missing' || spoken.fresh === true);
  if (ref && isYear(context.field(ref)) && Number(than) < FIRST_YEAR) throw new NoReading();
  if (!ref || counts || context.field(ref).role === 'id' || (draft?.values[0]?.aggregate ?? null) === 'distinct')
    throw new NoReading();
  // A length of time is no amount of money.
  const { title, unit: own } = context.field(ref);
  if (
    unit !== null &&
    !ANY_UNIT.has(unit) &&
    !`${title} ${own?.kind === 'named' ? own.name : ''}`.toLowerCase().includes(unit.toLowerCase())
  )
    throw new NoReading();
  const field = context.name(ref);
  if (op === '=') return { op: 'is', field, values: [than] };
  if (op === '!=') return { op: 'is_not', field, values: [than] };
  return { op, field, value: than };
}
const ANY_UNIT: ReadonlySet<string> = new Set(['USD', 'EUR', 'GBP', 'named']);
type PlainOp = '=' | '!=' | '<' | '<=' | '>' | '>=';

const columnOf = (measure: Measurement) =>
  measure.kind === 'column' && !('calculate' in measure.of) ? measure.of : null;

/** "more than 5?" after those with more than 3: the bound that there was, and of the same; null where none is said anew. */
export function boundAgain(before: Parts, next: Parts): Pick<Parts, 'having' | 'filters'> | null {
  const [bound, ...others] = next.having;
  if (!bound || bound.measure || others.length > 0 || next.measures.length > 0) return null;
  const { op, than } = bound;
  const [had, ...more] = before.having;
  const kept = next.filters.length > 0 ? null : before.filters;
  if (had) return kept && more.length === 0 ? { having: [{ ...had, op, than }], filters: kept } : null;
  if (op === '=' || op === '!=') return null;
  const at = before.filters.findLastIndex(
    ({ filter }) => filter.kind === 'condition' && BOUNDS.has(filter.condition.op),
  );
  const found = before.filters[at];
  if (!kept || found?.filter.kind !== 'condition' || !('field' in found.filter.condition)) return null;
  const condition: PlainCondition = { op, field: found.filter.condition.field, value: than };
  return { having: [], filters: kept.with(at, { ...found, filter: { ...found.filter, condition } }) };
}

/** "and a host?" after those without a title: another field that is missing; null where none is. */
export function missingAgain(before: Parts, next: Parts): Pick<Parts, 'having' | 'filters'> | null {
  const [mention, ...others] = next.mentions;
  const says = others.length + next.filters.length + next.measures.length + next.groups.length + next.having.length;
  const at = before.filters.findLastIndex(
    ({ filter }) => filter.kind === 'condition' && ABSENCES.has(filter.condition.op),
  );
  const had = before.filters[at];
  if (!mention || says > 0 || had?.filter.kind !== 'condition' || had.filter.table !== mention.table) return null;
  const { op } = had.filter.condition;
  if (op !== 'missing' && op !== 'present') return null;
  const filter: Filter = { ...had.filter, condition: { op, field: mention.field } };
  return { having: before.having, filters: before.filters.with(at, { ...had, filter }) };
}
const ABSENCES: ReadonlySet<string> = new Set(['missing', 'present']);
const BOUNDS: ReadonlySet<string> = new Set(['<', '<=', '>', '>=']);
