import type { Cell, QueryColumn, ResultPivot, TableColumn } from '#contract';
import { isIdentifier } from '#contract/conventions';
import { currencyPrefix } from '#contract/currencies';
import type { Query } from '#contract/query';
import type { Words } from '#words';
import { type CopiedColumn, figureText, formatCell, isNumeric, withTellingDigits, withUnit } from '../../ui';

const SHOWN = 12;

/** A column as it is shown; `at` is its place in the view. */
export interface ShownColumn extends CopiedColumn {
  at: number;
  numeric: boolean;
}

/** What of two groupings can stand side by side; how many values the second one has is not looked at. */
export function pivotOf(about: readonly QueryColumn[], query: Query): ResultPivot | null {
  const groups = about.flatMap(({ role }, at) => (['group', 'time', 'part', 'bin'].includes(role) ? [at] : []));
  const values = about.flatMap((_, at) => (groups.includes(at) ? [] : [at]));
  const [along, across, ...others] = groups;
  const [value, ...more] = values;
  if (along === undefined || across === undefined || value === undefined) return null;
  if (others.length > 0 || more.length > 0 || query.limit) return null;
  return { along, across, value };
}

interface Shape {
  columns: readonly TableColumn[];
  /** Of the result, where it was computed from a query. */
  about?: readonly QueryColumn[] | undefined;
  titles?: readonly string[] | undefined;
  pivot: ResultPivot | null;
  /** Some of the rows: numbers are written so that those that differ can be told apart. */
  rows: readonly (readonly Cell[])[];
  words: Words;
}

export function shownColumns({ columns, about, titles, pivot, rows, words }: Shape): ShownColumn[] {
  return columns.map((column, at) => {
    const place = pivot ? (at === 0 ? pivot.along : pivot.value) : at;
    const known = about?.[place];
    const across = pivot ? about?.[pivot.across] : undefined;
    const title =
      pivot && at > 0 && across ? nameOf(column.name, across, words) : withUnit(titles?.[place] ?? column.name, known);
    const telling =
      known &&
      withTellingDigits(
        { ...known, type: column.type },
        rows.map((row) => row[at] ?? null),
      );
    const numeric = isNumeric(column) && known?.decimals !== null;
    return {
      at,
      title,
      type: column.type,
      numeric,
      text: telling ? (cell) => figureText(telling, cell, words) : (cell) => formatCell(cell, column.type, column.name),
      format: isNumeric(column) ? numberFormat(column, telling) : null,
    };
  });
}

/** A value of the grouping that stands across, as it was made a name of. */
function nameOf(name: string, across: QueryColumn, words: Words): string {
  if (name === '') return words.locale.cell.empty;
  const value: Cell = across.type === 'boolean' ? name === 'true' : isNumeric(across) ? Number(name) : name;
  return figureText(across, value, words);
}

function numberFormat({ type, name }: TableColumn, about: QueryColumn | undefined): string {
  if (about ? about.decimals === null : type === 'integer' && isIdentifier(name)) return '0';
  if (about?.unit?.kind === 'percent') return '0.0%';
  if (!about) return type === 'integer' ? '#,##0' : 'General';
  const places = about.decimals ?? 0;
  const digits = places === 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}`;
  return about.unit?.kind === 'currency' ? `"${currencyPrefix(about.unit.code)}"${digits}` : digits;
}

/** The columns that are shown at first: as many as can be taken in, and those that were asked about whatever their place. */
export function hiddenAtFirst(
  count: number,
  about: readonly QueryColumn[] | undefined,
  query: Query | null,
): Set<number> {
  const asked = new Set(about?.flatMap((column, at) => (isAsked(column, query) ? [at] : [])));
  const room = Math.max(0, SHOWN - asked.size);
  const others = Array.from({ length: count }, (_, at) => at).filter((at) => !asked.has(at));
  return new Set(others.slice(room));
}

const isAsked = (column: QueryColumn, query: Query | null): boolean =>
  column.role !== 'field' || (query !== null && mentions(query, column.name, column.field));

/** Named in the order or the conditions of the question. */
function mentions({ order, where }: Query, ...names: (string | undefined)[]): boolean {
  const text = JSON.stringify([order ?? [], where ?? []]);
  return names.some((name) => name !== undefined && text.includes(JSON.stringify(name)));
}
