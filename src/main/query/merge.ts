import type { Condition, Order, Query } from '#contract/query';
import { plainParts } from './conditions';
import { normal, renameOutputs } from './normal';

/** What a question changes of the one before; parts that are not there stay. */
export interface QueryChange extends Partial<Omit<Query, 'version'>> {
  /** Groupings and computations that come beside those there are, and do not take their place. */
  add?: ('by' | 'compute')[];
  /** Paths of the question before that are taken away: `where.0`. */
  remove?: string[];
}

export interface MergedQuery {
  query: Query;
  /** Paths of the question before: what stayed of it, and what went. */
  kept: string[];
  dropped: string[];
}

/** The question before with a change. Conditions stay unless one on the same thing takes their place. */
export function merge(previous: Query, change: QueryChange): MergedQuery {
  const removed = new Set(change.remove ?? []);
  const kept: string[] = [];
  const dropped: string[] = [];
  const keep = <T>(items: readonly T[] | undefined, part: string, stays: (item: T) => boolean): T[] =>
    (items ?? []).filter((item, at) => {
      const path = `${part}.${at}`;
      const staying = !removed.has(path) && stays(item);
      (staying ? kept : dropped).push(path);
      return staying;
    });
  const where = [
    ...keep(previous.where, 'where', (condition) => !(change.where ?? []).some((other) => replaces(other, condition))),
    ...(change.where ?? []),
  ];
  const rows = change.rows ?? (change.by || change.compute || removed.has('rows') ? undefined : previous.rows);
  if (previous.rows) (rows === previous.rows ? kept : dropped).push('rows');
  const added = new Set(change.add ?? []);
  const by = rows ? [] : [...keep(previous.by, 'by', () => !change.by || added.has('by')), ...(change.by ?? [])];
  const compute = rows
    ? []
    : [...keep(previous.compute, 'compute', () => !change.compute || added.has('compute')), ...(change.compute ?? [])];
  if (rows)
    dropped.push(
      ...(previous.by ?? []).map((_, at) => `by.${at}`),
      ...(previous.compute ?? []).map((_, at) => `compute.${at}`),
    );
  const renamed = retargeted(previous, change, added.has('compute'));
  const outputs = new Set([...by, ...compute].map(({ as }) => as));
  const having = change.having ?? (rows ? [] : keep(renamed.having, 'having', ({ value }) => outputs.has(value)));
  const isKnown = ({ value }: Order): boolean => (rows ? previous.rows !== undefined : outputs.has(value));
  const order = change.order ?? keep(renamed.order, 'order', isKnown);
  const limit = change.limit ?? limitThatStays(renamed, change, outputs, rows !== undefined, removed);
  if (previous.limit) (limit && !change.limit ? kept : dropped).push('limit');
  const show = change.show ?? previous.show;
  const whole = withoutOrphans(compute, by);
  const orphans = compute
    .filter((entry) => !whole.includes(entry))
    .flatMap((entry) => (previous.compute ?? []).indexOf(entry))
    .map((at) => `compute.${at}`);
  const query = normal({
    from: change.from ?? previous.from,
    where,
    by,
    compute: whole,
    ...(rows ? { rows } : {}),
    having,
    order,
    ...(limit ? { limit } : {}),
    ...(show ? { show } : {}),
  });
  return {
    query,
    kept: kept.filter((path) => !orphans.includes(path)),
    dropped: [...dropped, ...orphans.filter((path) => kept.includes(path))],
  };
}

/** Orders and conditions by the first value go by the one that takes its place. */
function retargeted(previous: Query, change: QueryChange, added: boolean): Query {
  const [before] = previous.compute ?? [];
  const [now] = change.compute ?? [];
  if (!before || !now || added || before.as === now.as) return previous;
  return renameOutputs(previous, (name) => (name === before.as ? now.as : name));
}

/** A limit says less without what it was of: where other groups are asked for, all of them are shown. */
function limitThatStays(
  previous: Query,
  change: QueryChange,
  outputs: ReadonlySet<string>,
  isList: boolean,
  removed: ReadonlySet<string>,
): Query['limit'] {
  const { limit } = previous;
  if (!limit || removed.has('limit') || (change.by && !change.add?.includes('by'))) return undefined;
  if (isList !== (previous.rows !== undefined)) return undefined;
  const names = isList ? [] : [...(limit.within ?? []), ...(limit.of === undefined ? [] : [limit.of])];
  return names.every((name) => outputs.has(name)) ? limit : undefined;
}

/** Values that are made of others go with them, and those that compare groups where there are none. */
function withoutOrphans(
  compute: NonNullable<Query['compute']>,
  by: NonNullable<Query['by']>,
): NonNullable<Query['compute']> {
  const names = new Set([...by, ...compute].map(({ as }) => as));
  const stays = compute.filter((entry) => {
    if ('window' in entry) {
      const needed = [entry.of, ...(entry.along === undefined ? [] : [entry.along]), ...(entry.within ?? [])];
      return by.length > 0 && needed.every((name) => names.has(name));
    }
    if ('calculate' in entry && 'left' in entry) {
      const { left: first, right: second } = entry;
      return names.has(first) && (typeof second !== 'string' || names.has(second));
    }
    return true;
  });
  return stays.length === compute.length ? compute : withoutOrphans(stays, by);
}

/** Whether a condition takes the place of another: it is on the same field, and says the same kind of thing. */
function replaces(condition: Condition, other: Condition): boolean {
  const subjects = new Set(subjectsOf(condition));
  return subjectsOf(other).some((subject) => subjects.has(subject));
}

function subjectsOf(condition: Condition): string[] {
  switch (condition.op) {
    case 'has':
    case 'has_no':
      return [`has ${condition.table}`];
    case 'any':
    case 'none':
      return plainParts(condition).flatMap(subjectsOf);
    case 'own':
    case 'not_own':
      return [`own ${condition.condition}`];
    case 'compare':
      return [`compare ${[condition.left, condition.right].toSorted().join(' ')}`];
    case 'repeated':
      return [`repeated ${condition.fields.toSorted().join(' ')}`];
    case 'during':
    case 'not_during':
      return [`during ${condition.field} ${condition.period.kind === 'part' ? condition.period.part : ''}`];
    case '<':
    case '<=':
      return [`below ${condition.field}`];
    case '>':
    case '>=':
      return [`above ${condition.field}`];
    case 'is':
    case 'between':
      return [`is ${condition.field}`, `below ${condition.field}`, `above ${condition.field}`];
    case 'outlier':
      return [`outlier ${condition.field}`];
    default:
      return [`is ${condition.field}`];
  }
}
