import type { Grouping, Limit, Order } from '#contract/query';
import { togetherIn } from '../countries';
import { isGrouping, isTime } from '../tables';
import type { Group, Rank } from '../terms';
import type { Token } from '../tokens';
import { type AssemblyContext, NoReading } from './context';
import type { QueryDraft } from './draft';
import { isBadColumn, isBadCondition, saysWhichEnd } from './judged';

export function ranked(context: AssemblyContext, rank: Rank, draft: QueryDraft, question: readonly Token[]): void {
  const target = rank.target && rank.target.kind !== 'rows' ? rank.target : null;
  const [value] = draft.values;
  if (!value || draft.by.length === 0) throw new NoReading();
  // Where each row is a group of its own, its number says nothing.
  if (
    draft.groups.length === 1 &&
    draft.groups[0]?.kind === 'field' &&
    value.aggregate === 'count' &&
    draft.groups[0].field.table === context.base.table &&
    context.field(draft.groups[0].field).distinct >= context.base.rows
  )
    throw new NoReading();
  // Of a share it is what has the share that is bad: of no-shows, or of what failed.
  const parted = draft.compute.flatMap((one) => ('where' in one ? (one.where ?? []) : []));
  const fieldOf = (id: string) => context.base.fields.find((field) => field.id === id) ?? null;
  const bad =
    rank.judges &&
    !rank.hints &&
    (value.columns.some((ref) => isBadColumn(context.field(ref).column)) ||
      parted.some((condition) => isBadCondition(condition, fieldOf)));
  const birth =
    rank.hints?.includes('age') === true && value.columns.some((ref) => /birth|born|geburt/i.test(ref.field));
  // "the worst (highest) score": which of both is bad has been said.
  const isEdge = value.aggregate === 'max' || value.aggregate === 'min';
  const edge = rank.judges && isEdge && saysWhichEnd(question) ? value.aggregate : null;
  const isMost = edge === null ? (rank.direction === 'most') !== (birth || bad) : edge === 'max';
  draft.order = [{ value: value.as, direction: isMost ? 'descending' : 'ascending' }];
  if (rank.all) return;
  withoutTogether(context, target ?? (draft.groups.length === 1 ? (draft.groups[0] ?? null) : null), draft);
  // What is not known is no answer to "which".
  if (target?.kind === 'field' && context.field(target.field).missing > 0)
    draft.where.push({ op: 'present', field: context.name(target.field) });
  const n = rank.n ?? 1;
  const limit: Limit = { n, ...(rank.skip > 0 ? { skip: rank.skip } : {}) };
  if (draft.by.length === 1) draft.limit = limit;
  else {
    const own = draft.by.filter(
      (_, index) => target !== null && JSON.stringify(draft.groups[index]) === JSON.stringify(target),
    );
    const within = draft.by.filter((one) => !own.includes(one)).map((one) => one.as);
    // Years and months of one time are ranked together.
    draft.limit = own.length === 0 || within.length === 0 ? limit : { ...limit, within };
    if (own.length === 0) context.cost += 0.3;
  }
}

/** The world is no country, and "which" asks for one. */
function withoutTogether(context: AssemblyContext, ranked: Group | null, { where }: QueryDraft): void {
  if (ranked?.kind !== 'field') return;
  const field = context.name(ranked.field);
  const values = togetherIn(context.field(ranked.field));
  const isChosen = where.some((one) => 'field' in one && one.field === field);
  if (values.length > 0 && !isChosen) where.push({ op: 'is_not', field, values });
}

export function reordered(direction: 'most' | 'least', draft: QueryDraft): void {
  const [value] = draft.values;
  if (!value || draft.by.length === 0) throw new NoReading();
  draft.order = [{ value: value.as, direction: direction === 'most' ? 'descending' : 'ascending' }];
}

/** Times in their order, other groups by what was asked. */
export function ordered(context: AssemblyContext, draft: QueryDraft, rank: Rank | null): void {
  if (rank || draft.by.length === 0) return;
  const isOrdered = (one: Grouping, index: number) => {
    const group = draft.groups[index];
    const field = group?.kind === 'field' ? context.field(group.field) : null;
    return (
      group?.kind === 'grain' ||
      group?.kind === 'time' ||
      one.grain !== undefined ||
      one.part !== undefined ||
      one.bin !== undefined ||
      (field !== null && (isTime(field) || !isGrouping(field) || field.type === 'integer' || field.grain !== null))
    );
  };
  const times = draft.by.filter(isOrdered).map((one): Order => ({ value: one.as, direction: 'ascending' }));
  const [value] = draft.values;
  draft.order = [
    ...times,
    ...(value && times.length < draft.by.length ? [{ value: value.as, direction: 'descending' } as const] : []),
  ];
}
