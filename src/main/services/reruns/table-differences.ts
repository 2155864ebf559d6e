import type { Cell, ColumnType, ComparedColumn, QueryColumn, RowDifference, Table, TableDifferences } from '#contract';
import { showOf } from '#contract/figure-show';
import type { FigureShow } from '#contract/headline';
import { exactDifference, shareOf } from './exact';

/** A result that is compared: its rows, and what its columns are where a query gave them. */
export interface ComparedTable {
  table: Table;
  truncated: boolean;
  columns: readonly QueryColumn[] | null;
}

const ROWS_AT_MOST = 2_000;
const NUMBERS: ReadonlySet<string> = new Set(['integer', 'decimal', 'float']);
const GROUPS: ReadonlySet<string> = new Set(['group', 'time', 'part', 'bin']);

/** Two results side by side: rows are matched by the names of their groups, and never by their places. */
export function tableDifferences(before: ComparedTable, after: ComparedTable): TableDifferences {
  const columns = columnsOf(before, after);
  const [old, now] = [before, after].map(({ table }) => inOrderOf(columns, table)) as [Cell[][], Cell[][]];
  const matching = matchingOf(columns, before, after, old, now);
  const rows = rowsOf(columns, old, now, matching.keyOf);
  const pairs = rows.flatMap(({ places }) => (places.before === null || places.after === null ? [] : [places.before]));
  const count = (state: RowDifference['state']) => rows.filter((row) => row.state === state).length;
  return {
    equal: JSON.stringify(before.table) === JSON.stringify(after.table) && before.truncated === after.truncated,
    columns: columns.map((column, at) => ({ ...column, key: matching.keys.includes(at) })),
    rows: withinBounds(rows),
    counts: { same: count('same'), changed: count('changed'), gone: count('gone'), new: count('new') },
    reordered: pairs.some((place, at) => at > 0 && place < (pairs[at - 1] ?? 0)),
    matchedBy: matching.by,
    truncated: before.truncated || after.truncated,
  };
}

/** Those of the newer one, then what is gone. */
function columnsOf(before: ComparedTable, after: ComparedTable): ComparedColumn[] {
  const known = (of: ComparedTable, name: string) => of.columns?.find((column) => column.name === name);
  const describe = (of: ComparedTable, { name, type }: Table['columns'][number]) => ({
    ...{ name, type, key: false, only: null, incomparable: null },
    unit: known(of, name)?.unit ?? null,
    show: showIn(known(of, name), type),
    showBefore: null,
  });
  const shared = after.table.columns.map((column): ComparedColumn => {
    const was = before.table.columns.find(({ name }) => name === column.name);
    const described = describe(after, column);
    if (!was) return { ...described, only: 'after' };
    const otherType = NUMBERS.has(was.type) !== NUMBERS.has(column.type);
    const unitWas = known(before, column.name)?.unit ?? null;
    const otherUnit = JSON.stringify(unitWas) !== JSON.stringify(described.unit);
    const showBefore = otherUnit ? describe(before, was).show : null;
    return { ...described, showBefore, incomparable: otherType ? 'type' : otherUnit ? 'unit' : null };
  });
  const gone = before.table.columns.filter(({ name }) => !after.table.columns.some((column) => column.name === name));
  return [...shared, ...gone.map((column): ComparedColumn => ({ ...describe(before, column), only: 'before' }))];
}

/** Of columns that nobody has said anything of, by their type. */
function showIn(known: QueryColumn | undefined, type: ColumnType): FigureShow {
  if (known) return showOf({ ...known, type });
  return NUMBERS.has(type) ? { as: 'number', decimals: null, unit: null } : { as: 'text' };
}

function inOrderOf(columns: readonly ComparedColumn[], table: Table): Cell[][] {
  const places = columns.map(({ name }) => table.columns.findIndex((column) => column.name === name));
  return table.rows.map((row) => places.map((place) => row[place] ?? null));
}

interface Matching {
  by: TableDifferences['matchedBy'];
  keys: number[];
  keyOf(row: readonly Cell[]): string;
}

function matchingOf(
  columns: readonly ComparedColumn[],
  before: ComparedTable,
  after: ComparedTable,
  old: readonly Cell[][],
  now: readonly Cell[][],
): Matching {
  const byKeys = (keys: number[]) => (row: readonly Cell[]) => JSON.stringify(keys.map((at) => row[at] ?? null));
  const fits = (keys: number[]) =>
    keys.length > 0 && [old, now].every((rows) => new Set(rows.map(byKeys(keys))).size === rows.length);
  const isGroup = (of: ComparedTable, name: string) =>
    of.columns?.some((column) => column.name === name && GROUPS.has(column.role)) ?? false;
  const named = columns.flatMap(({ name, only }, at) =>
    only === null && isGroup(before, name) && isGroup(after, name) ? [at] : [],
  );
  if (fits(named)) return { by: 'groups', keys: named, keyOf: byKeys(named) };
  const grouped = before.columns?.some(({ role }) => GROUPS.has(role)) ?? false;
  if (old.length === 1 && now.length === 1 && !grouped) return { by: 'single', keys: [], keyOf: () => '' };
  const telling = columns.flatMap(({ type, only }, at) => (only === null && !NUMBERS.has(type) ? [at] : []));
  if (fits(telling)) return { by: 'groups', keys: telling, keyOf: byKeys(telling) };
  const all = columns.flatMap(({ only }, at) => (only === null ? [at] : []));
  return { by: 'rows', keys: [], keyOf: byKeys(all) };
}

function rowsOf(
  columns: readonly ComparedColumn[],
  old: readonly Cell[][],
  now: readonly Cell[][],
  keyOf: (row: readonly Cell[]) => string,
): RowDifference[] {
  const places = new Map<string, number[]>();
  // The last ones first, so that each next one is taken from the end.
  for (const [place, row] of [...old.entries()].reverse()) {
    const key = keyOf(row);
    const known = places.get(key);
    if (known) known.push(place);
    else places.set(key, [place]);
  }
  const rows = now.map((after, place): RowDifference => {
    const was = places.get(keyOf(after))?.pop();
    const before = was === undefined ? undefined : old[was];
    if (before === undefined || was === undefined)
      return { state: 'new', before: null, after, changes: [], places: { before: null, after: place } };
    const changes = changesOf(columns, before, after);
    const state = changes.length > 0 ? 'changed' : 'same';
    return { state, before, after, changes, places: { before: was, after: place } };
  });
  const gone = [...places.values()].flat().toSorted((a, b) => a - b);
  return withGone(rows, gone, old);
}

/** Rows that are gone stand where they stood: behind the last of those that stood before them. */
function withGone(rows: readonly RowDifference[], gone: readonly number[], old: readonly Cell[][]): RowDifference[] {
  const stood = rows
    .flatMap(({ places: { before } }, at) => (before === null ? [] : [{ before, at }]))
    .toSorted((a, b) => a.before - b.before);
  const behind = new Map<number, RowDifference[]>();
  let [last, next] = [-1, 0];
  for (const place of gone) {
    for (let other = stood[next]; other && other.before < place; other = stood[++next]) last = Math.max(last, other.at);
    const row: RowDifference = {
      ...{ state: 'gone', before: old[place] ?? [], after: null, changes: [] },
      places: { before: place, after: null },
    };
    const others = behind.get(last);
    if (others) others.push(row);
    else behind.set(last, [row]);
  }
  return [...(behind.get(-1) ?? []), ...rows.flatMap((row, at) => [row, ...(behind.get(at) ?? [])])];
}

function changesOf(columns: readonly ComparedColumn[], before: readonly Cell[], after: readonly Cell[]) {
  return columns.flatMap(({ type, only, incomparable }, column) => {
    const [was, is] = [before[column] ?? null, after[column] ?? null];
    if (only !== null || was === is) return [];
    const by = NUMBERS.has(type) && incomparable === null ? exactDifference(was, is) : null;
    // The same number, written otherwise.
    if (by !== null && Number(by) === 0) return [];
    return [{ column, by, share: shareOf(was, by) }];
  });
}

/** Of very many rows, those that changed. */
function withinBounds(rows: RowDifference[]): RowDifference[] {
  if (rows.length <= ROWS_AT_MOST) return rows;
  const changed = rows.filter(({ state }) => state !== 'same').slice(0, ROWS_AT_MOST);
  const room = ROWS_AT_MOST - changed.length;
  const kept = new Set([...changed, ...rows.filter(({ state }) => state === 'same').slice(0, room)]);
  return rows.filter((row) => kept.has(row));
}
