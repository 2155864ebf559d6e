import type { WindowValue } from '#contract/query';
import type { QueryColumn } from '#contract/query-results';
import type { WindowNode } from '../outputs';
import type { SqlDialect } from './dialect';
import type { GroupSql } from './groups';

export interface WindowContext {
  dialect: SqlDialect;
  groups: readonly GroupSql[];
  columns: ReadonlyMap<string, QueryColumn>;
}

/** The grouping that a window walks along, where it walks: the one that is named, else the only ordered one, else the only one. */
export function alongOf(
  { along }: WindowValue,
  groupings: readonly Pick<QueryColumn, 'name' | 'role'>[],
): string | null {
  if (along !== undefined) return along;
  const times = groupings.filter(({ role }) => role === 'time');
  const ordered = groupings.filter(({ role }) => role !== 'group');
  const only = [times, ordered, groupings].find((list) => list.length > 0) ?? [];
  return only.length === 1 ? (only[0]?.name ?? null) : null;
}

const WALKS = new Set(['running', 'moving', 'previous', 'difference', 'growth']);

/** Whether it looks at the groups in an order. */
export const walks = ({ window }: Pick<WindowValue, 'window'>): boolean => WALKS.has(window);

/** A value of a group set beside those of others; all names are columns of the step before. */
export function windowSql({ window: value }: WindowNode, context: WindowContext): string {
  const { dialect } = context;
  const of = dialect.identifier(value.of);
  if (!walks(value)) {
    const partition = partitionSql(value.within ?? [], dialect);
    if (value.window === 'share') return `${dialect.double(of)} / nullif(sum(${of}) OVER (${partition}), 0)`;
    return `CASE WHEN ${of} IS NOT NULL THEN rank() OVER (${spaced(partition, `ORDER BY ${of} DESC NULLS LAST`)}) END`;
  }
  const walk = walkOf(value, context);
  switch (value.window) {
    case 'running':
      return `${runningAggregate(value.of, context)}(${of}) OVER (${walk.over('ROWS UNBOUNDED PRECEDING')})`;
    case 'moving':
      return movingSql(value, of, walk, dialect);
    case 'previous':
      return walk.before;
    case 'difference':
      return `${of} - ${walk.before}`;
    default:
      return `${dialect.double(`${of} - ${walk.before}`)} / nullif(abs(${dialect.double(walk.before)}), 0)`;
  }
}

/** The greatest so far of greatest values; all else is added up. */
function runningAggregate(of: string, { columns }: WindowContext): 'sum' | 'min' | 'max' {
  const aggregate = columns.get(of)?.aggregate;
  return aggregate === 'min' || aggregate === 'max' ? aggregate : 'sum';
}

interface Walk {
  partition: string;
  along: string;
  column: QueryColumn | undefined;
  /** The inside of OVER, with a frame. */
  over(frame: string): string;
  /** The value that is compared with. */
  before: string;
}

function walkOf(value: WindowValue, context: WindowContext): Walk {
  const { dialect, groups, columns } = context;
  const groupings = groups.flatMap(({ name }) => columns.get(name) ?? []);
  const name = alongOf(value, groupings) ?? groups[0]?.name ?? '';
  const within = value.within ?? groups.map((group) => group.name).filter((group) => group !== name);
  const partition = partitionSql(within, dialect);
  const key = dialect.identifier(name);
  const along = groups.find((group) => group.name === name)?.place?.(key) ?? key;
  const over = (frame: string, order = along, more = ''): string =>
    spaced(more === '' ? partition : partitionSql(within, dialect, more), `ORDER BY ${order}`, frame);
  const column = columns.get(name);
  return { partition, along, column, over, before: beforeSql(value, along, column, over, dialect) };
}

const partitionSql = (within: readonly string[], { identifier }: SqlDialect, ...more: string[]): string =>
  within.length + more.length === 0 ? '' : `PARTITION BY ${[...within.map(identifier), ...more].join(', ')}`;

const spaced = (...parts: string[]): string => parts.filter((part) => part !== '').join(' ');

type Over = (frame: string, order?: string, more?: string) => string;

function beforeSql(
  { of: name, against = 'previous' }: WindowValue,
  along: string,
  column: QueryColumn | undefined,
  over: Over,
  dialect: SqlDialect,
): string {
  const of = dialect.identifier(name);
  if (against === 'first') return `first_value(${of}) OVER (${over('')})`;
  const grain = column?.role === 'time' ? column.grain : undefined;
  if (grain === undefined) return `lag(${of}) OVER (${over('')})`;
  // One row at most lies at the distance; `max` takes it.
  const at = (distance: string, order?: string, more?: string): string =>
    `max(${of}) OVER (${over(`RANGE BETWEEN ${distance} PRECEDING AND ${distance} PRECEDING`, order, more)})`;
  if (grain === 'year') return at('1');
  if (against === 'previous') return at(dialect.interval(1, grain));
  const { part } = dialect;
  switch (grain) {
    case 'quarter':
    case 'month':
      return at(dialect.interval(1, 'year'));
    case 'week':
      return at('1', dialect.isoYear(along), dialect.isoWeek(along));
    default: {
      const year = dialect.truncate('year', along);
      const days = `${part('month_of_year', along)}, ${part('day_of_month', along)}`;
      if (grain === 'day') return at('1', year, days);
      const hours = `${days}, ${part('hour_of_day', along)}`;
      return at('1', year, grain === 'hour' ? hours : `${hours}, minute(${along})`);
    }
  }
}

/** Only whole windows have a value: the first ones would be of less. */
function movingSql(
  { size = 1, aggregate = 'mean' }: WindowValue,
  of: string,
  { partition, along, column, over }: Walk,
  dialect: SqlDialect,
): string {
  const value = aggregate === 'mean' || aggregate === 'median' ? dialect.double(of) : of;
  const name = aggregate === 'mean' ? 'avg' : aggregate;
  const grain = column?.role === 'time' ? column.grain : undefined;
  if (grain === undefined) {
    const frame = over(`ROWS ${size - 1} PRECEDING`);
    return `CASE WHEN count(*) OVER (${frame}) = ${size} THEN ${name}(${value}) OVER (${frame}) END`;
  }
  const distance = grain === 'year' ? String(size - 1) : dialect.interval(size - 1, grain);
  const frame = over(`RANGE BETWEEN ${distance} PRECEDING AND CURRENT ROW`);
  return `CASE WHEN ${along} >= min(${along}) OVER (${partition}) + ${distance} THEN ${name}(${value}) OVER (${frame}) END`;
}
