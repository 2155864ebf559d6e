import type { Cell, ResultPage } from '#contract';

/** Read at a time. */
const PAGE_ROWS = 20_000;

/** All rows as a file that is read as data: as they are, since nobody opens it as a sheet. */
export async function* dataFileOf(
  page: (offset: number, limit: number) => Promise<ResultPage>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const line = (cells: readonly Cell[]) => `${cells.map(field).join(',')}\n`;
  for (let offset = 0; ; offset += PAGE_ROWS) {
    const { columns, rows, matching } = await page(offset, PAGE_ROWS);
    if (offset === 0) yield encoder.encode(line(columns.map(({ name }) => name)));
    if (rows.length > 0) yield encoder.encode(rows.map(line).join(''));
    if (offset + PAGE_ROWS >= matching) return;
  }
}

/** A row of one empty value is a line all the same. */
function field(cell: Cell, _at: number, { length }: readonly Cell[]): string {
  const text = String(cell ?? '');
  return /[",\r\n;\t]|^\s|\s$/.test(text) || (text === '' && length === 1) ? `"${text.replaceAll('"', '""')}"` : text;
}
