import type { Grain, WindowValue } from '#contract/query';
import { dayRange, daysOf } from '../periods';
import type { Group } from '../terms';
import { type AssemblyContext, NoReading } from './context';
import { addGroup, type QueryDraft } from './draft';
import type { Parts } from './parts';

/** Running totals, moving averages, growth and changes: a value of each period beside those of others. */
export function windowed(
  context: AssemblyContext,
  { moving, comparing }: Parts,
  draft: QueryDraft,
  difference: boolean,
): void {
  const [value] = draft.values;
  if (!value) throw new NoReading();
  const window = moving?.window ?? { kind: 'difference' as const };
  if (window.kind === 'rank') {
    push(draft, { window: 'rank', of: value.as, as: context.output('rank') });
    return;
  }
  const isOfValues = comparing?.kind === 'values';
  const along =
    isOfValues || (!moving && difference) ? draft.by.at(-1)?.as : timeOf(context, draft, moving?.grain ?? null);
  if (along === undefined) throw new NoReading();
  // A year in one column and the month in another are no line of time.
  if (draft.groups.filter((one) => one.kind === 'grain' || one.kind === 'time').length > 1) throw new NoReading();
  const base = { of: value.as, along };
  // Two periods are compared with each other, however far apart they are.
  const against = comparing?.kind === 'periods' ? { against: 'first' as const } : {};
  if (window.kind === 'running') push(draft, { ...base, window: 'running', as: context.output('running total') });
  else if (window.kind === 'moving') {
    if (!moving?.size) throw new NoReading();
    push(draft, {
      ...base,
      window: 'moving',
      size: moving.size,
      aggregate: window.aggregate,
      as: context.output(`moving ${window.aggregate}`),
    });
  } else {
    if (moving) keepPeriodBefore(draft, along);
    push(draft, { ...base, ...against, window: 'difference', as: context.output('change') });
    if (!value.percent) push(draft, { ...base, ...against, window: 'growth', as: context.output('growth') });
  }
}

/** The first month of 2025 has grown since the one before, which is computed and not shown. */
function keepPeriodBefore(draft: QueryDraft, along: string): void {
  const time = draft.by.find((one) => one.as === along);
  if (time?.grain !== 'month' && time?.grain !== 'quarter' && time?.grain !== 'year') return;
  const at = draft.where.findIndex(
    (one) => one.op === 'during' && one.field === time.field && WHOLE.has(one.period.kind),
  );
  const found = draft.where[at];
  const days = found?.op === 'during' ? daysOf(found.period) : null;
  if (found?.op !== 'during' || !days?.from || !days.to) return;
  draft.where[at] = { ...found, period: dayRange(null, days.to) };
  draft.having.push({ value: along, op: '>=', than: days.from });
}
const WHOLE: ReadonlySet<string> = new Set(['year', 'quarter', 'month']);

function push(draft: QueryDraft, window: WindowValue): void {
  draft.compute.push(window);
  draft.values.push({
    computations: [window],
    as: window.as,
    percent: window.window === 'growth',
    columns: [],
    aggregate: null,
  });
}

/** The grouping that is walked; one is added where the question names none. */
function timeOf(context: AssemblyContext, draft: QueryDraft, grain: Grain | null): string | undefined {
  const isTimed = (index: number) => {
    const group = draft.groups[index];
    return (
      group?.kind === 'grain' ||
      group?.kind === 'time' ||
      group?.kind === 'part' ||
      (group?.kind === 'field' &&
        (context.field(group.field).grain !== null || /year|jahr|date|datum/i.test(group.field.field)))
    );
  };
  const known = draft.by.findLast((_, index) => isTimed(index));
  if (known && (grain === null || known.grain === undefined || known.grain === grain)) return known.as;
  const before = draft.by.length;
  const natural: Group =
    context.base.others.length > 0 ? { kind: 'grain', grain: 'year', field: null } : { kind: 'time' };
  addGroup(context, draft, grain === null ? natural : { kind: 'grain', grain, field: null });
  // The time comes first, as it does in tables.
  const added = draft.by.splice(before);
  const groups = draft.groups.splice(before);
  draft.by.unshift(...added);
  draft.groups.unshift(...groups);
  return added.at(-1)?.as;
}
