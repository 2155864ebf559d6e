import type { Api, Cell, ResultView } from '#contract';
import { type Copied, tabbed, tableHtml } from '../../ui';
import { bounds, type Selection } from './selection';
import type { ShownColumn } from './shown-columns';

const PAGE = 1_000;
/** More is for a file. */
export const CELLS_AT_MOST = 200_000;

/** Rows of a view, from the first to the last one, both included. */
export async function rowsOf(
  client: Api,
  view: ResultView,
  { first, last }: { first: number; last: number },
): Promise<Cell[][]> {
  const rows: Cell[][] = [];
  for (let offset = first; offset <= last; offset += PAGE) {
    const page = await client.results.page({ ...view, offset, limit: Math.min(PAGE, last - offset + 1) });
    rows.push(...page.rows);
    if (page.rows.length === 0) break;
  }
  return rows;
}

interface Copying {
  client: Api;
  view: ResultView;
  columns: readonly ShownColumn[];
  count: number;
  /** Null for all there is. */
  selection: Selection | null;
}

/** Rows and columns of what is copied: a whole table has its titles with it, as has a whole column. */
export function copiedPart({ columns, count, selection }: Omit<Copying, 'client' | 'view'>) {
  const part = selection && bounds(selection);
  const [first, last] = part ? [part.top, part.bottom] : [0, count - 1];
  const chosen = part ? columns.slice(part.left, part.right + 1) : columns;
  return { first, last, columns: chosen, titles: first === 0 && last === count - 1 && count > 1 };
}

export async function copied({ client, view, ...what }: Copying): Promise<Copied> {
  const { columns, titles, ...range } = copiedPart(what);
  const rows = (await rowsOf(client, view, range)).map((row) => columns.map(({ at }) => row[at] ?? null));
  const table = { columns, rows, titles };
  return { html: tableHtml(table), text: tabbed(table) };
}
