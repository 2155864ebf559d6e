import type { PlacedTable } from './ruled';

/** A table with the pages it stands on, both 1-based. */
export interface ReadTable {
  rows: string[][];
  first: number;
  last: number;
}

/** Points that the columns of a table may be moved by from page to page. */
const MOVED = 4;
/** A table over more pages is taken in parts. */
const PAGES_AT_MOST = 200;

/**
 * The tables of a page; one that goes on over the end of a page is whole, with the rows of the pages before and behind.
 * @param read gives the tables of a page by its number
 */
export async function tablesAcross(
  read: (page: number) => Promise<PlacedTable[]>,
  { page, pages }: { page: number; pages: number },
): Promise<ReadTable[]> {
  const tables = await read(page);
  const whole: ReadTable[] = [];
  for (const [index, table] of tables.entries()) {
    const chain = { parts: [table], first: page, last: page };
    if (index === 0) await lookBack(chain, read);
    if (index === tables.length - 1) await lookAhead(chain, read, pages);
    const [begun, ...behind] = chain.parts;
    const head = begun?.rows ?? [];
    const rows = [...head, ...behind.flatMap((part) => rowsBehind(head, part))];
    if (rows.length > 1) whole.push({ rows, first: chain.first, last: chain.last });
  }
  return whole;
}

interface Chain {
  parts: PlacedTable[];
  first: number;
  last: number;
}

async function lookBack(chain: Chain, read: (page: number) => Promise<PlacedTable[]>): Promise<void> {
  while (chain.first > 1 && chain.parts.length < PAGES_AT_MOST) {
    const [part] = chain.parts;
    const before = part?.beginsPage ? (await read(chain.first - 1)).at(-1) : undefined;
    if (!part || !before || !goesOn(before, part)) return;
    chain.parts.unshift(before);
    chain.first -= 1;
  }
}

async function lookAhead(chain: Chain, read: (page: number) => Promise<PlacedTable[]>, pages: number): Promise<void> {
  while (chain.last < pages && chain.parts.length < PAGES_AT_MOST) {
    const part = chain.parts.at(-1);
    const [next] = part?.endsPage ? await read(chain.last + 1) : [];
    if (!part || !next || !goesOn(part, next)) return;
    chain.parts.push(next);
    chain.last += 1;
  }
}

/** Whether the columns are the same, and what comes next is rows of them rather than other heads. */
function goesOn(before: PlacedTable, next: PlacedTable): boolean {
  if (!before.endsPage || !next.beginsPage || before.columns.length !== next.columns.length) return false;
  const isMoved = before.columns.some((column, at) => {
    const other = next.columns[at];
    return !other || Math.min(column.right, other.right) - Math.max(column.left, other.left) < -MOVED;
  });
  if (isMoved || Math.abs(before.left - next.left) > 10 * MOVED) return false;
  const [head = [], ...rows] = before.rows;
  const [first = []] = next.rows;
  if (isSame(head, first)) return true;
  return (
    head.every((_, at) => {
      const known = rows.map((row) => row[at] ?? '').filter((text) => text !== '');
      const text = first[at] ?? '';
      return text === '' || !known.every(isNumber) || isNumber(text);
    }) && rows.some((row) => row.some(isNumber))
  );
}

/** Its rows; heads that are repeated on each page are none. */
function rowsBehind([head = []]: string[][], { rows }: PlacedTable): string[][] {
  return isSame(head, rows[0] ?? []) ? rows.slice(1) : rows;
}

const isSame = (a: readonly string[], b: readonly string[]): boolean => JSON.stringify(a) === JSON.stringify(b);
const isNumber = (text: string): boolean => /^[-+−(]?\s?[\p{Sc}]?\s?\d[\d.,\s\u2019']*\s?[%\p{Sc}]?\)?$/u.test(text);
