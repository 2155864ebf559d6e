import type { TimeGrain } from '#contract/charts';
import type { Column, Group, Season } from '../question/plan';
import { seasonNumber } from './conditions';
import { type OutColumn, showOf, TEXT } from './query';
import { identifier } from './text';

/** A grouping in SQL: what is selected, and by what the groups are told apart and put in order. */
export interface GroupSql {
  column: OutColumn;
  /** The group's value, as it stands in the result. */
  value: string;
  /** Puts the groups in their own order: dates, weekdays and numbers have one. */
  order: string | null;
  /** The column without which a row belongs to no group: rows without a date are in no period. */
  needs: string | null;
}

export function groupSql(group: Group): GroupSql {
  const column = identifier(group.column.name);
  if (group.kind === 'column') {
    const natural = group.column.type === 'integer' || group.column.type === 'decimal' || group.column.type === 'float';
    return {
      column: { name: group.column.name, show: groupShow(group.column) },
      value: column,
      order: natural ? column : null,
      needs: null,
    };
  }
  const needs = column;
  if (group.kind === 'season') {
    return {
      column: { name: group.part, show: TEXT },
      value: seasonLabel(group.part, column),
      order: seasonNumber(group.part, column),
      needs,
    };
  }
  const { grain } = group;
  if (grain === 'year') {
    const value = `CAST(year(${column}) AS VARCHAR)`;
    return { column: { name: 'year', show: TEXT }, value, order: value, needs };
  }
  const value = periodStart(grain, column);
  return { column: { name: grain, show: { as: 'time', grain } }, value, order: value, needs };
}

/** Numbers that name something, such as years, take no thousands separators. */
const groupShow = (column: Column) => (column.type === 'integer' ? TEXT : showOf(column));

/** The first day of the period, as a date. Weeks begin on Monday. */
export const periodStart = (grain: TimeGrain, column: string): string =>
  grain === 'day' ? `CAST(${column} AS DATE)` : `CAST(date_trunc('${grain}', ${column}) AS DATE)`;

function seasonLabel(part: Season, column: string): string {
  switch (part) {
    case 'weekday':
      return `dayname(${column})`;
    case 'month':
      return `monthname(${column})`;
    case 'quarter':
      return `'Q' || quarter(${column})`;
    case 'hour':
      return `lpad(CAST(hour(${column}) AS VARCHAR), 2, '0') || ':00'`;
  }
}
