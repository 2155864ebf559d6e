import type { Cell, Table } from '#contract';

const NUMBER = /^-?(?:\d[\d,]*)?\.?\d+(?:e[+-]?\d+)?$/i;
const NOTHING = new Set(['', 'NaN', 'None', 'NaT', '<NA>']);
const LEFT_OUT = /^\.{2,3}$/;

interface Field {
  from: number;
  to: number;
}

/**
 * The first table in printed text, as pandas prints a DataFrame: lines of one length, names over right-aligned columns,
 * the index on the left. Null when there is none, or no columns can be told apart.
 */
export function tableInText(text: string): Table | null {
  const lines = text.split('\n');
  for (let from = 0; from < lines.length; from += 1) {
    let to = from + 1;
    while (to < lines.length && lines[to]?.length === lines[from]?.length) to += 1;
    if (to - from < 2 || lines[from]?.trim() === '') continue;
    const table = readBlock(lines.slice(from, to));
    if (table) return table;
    from = to - 1;
  }
  return null;
}

function readBlock(lines: string[]): Table | null {
  const [header = '', ...rest] = lines;
  const fields = fieldsOf(lines);
  const at = (line: string, field: Field) => line.slice(field.from, field.to).trim();
  // A named index has a line of its own, with nothing under the other names.
  const named = rest.length > 1 && fields.slice(1).every((field) => at(rest[0] ?? '', field) === '');
  const index = named ? at(rest[0] ?? '', fields[0] ?? { from: 0, to: 0 }) : '';
  const rows = named ? rest.slice(1) : rest;
  if (!named && !header.startsWith(' ')) return null;
  const columns = columnsOf(fields, header, rows);
  if (columns.length < 2 || columns.slice(1).some((field) => at(header, field) === '')) return null;
  const cells = rows.map((line) => columns.map((field) => at(line, field)));
  const numeric = columns.map((_, column) => isNumeric(cells.map((row) => row[column] ?? '')));
  return {
    columns: columns.map((field, column) => ({
      name: column === 0 ? index : at(header, field),
      type: numeric[column] ? 'decimal' : 'text',
    })),
    rows: cells.map((row) => row.map((cell): Cell => (NOTHING.has(cell) ? null : cell))),
  };
}

/** Stretches that some line writes in, with a place between them that none does. */
function fieldsOf(lines: readonly string[]): Field[] {
  const width = lines[0]?.length ?? 0;
  const fields: Field[] = [];
  for (let place = 0; place < width; place += 1) {
    if (lines.every((line) => line[place] === ' ')) continue;
    const last = fields.at(-1);
    if (last?.to === place) last.to = place + 1;
    else fields.push({ from: place, to: place + 1 });
  }
  return fields;
}

/** Words of one name or one value are put together: a column has its name at its right end, and values under it. */
function columnsOf(fields: readonly Field[], header: string, rows: readonly string[]): Field[] {
  const columns: Field[] = [];
  let open: number | null = null;
  for (const [place, field] of fields.entries()) {
    const name = header.slice(field.from, field.to).trim();
    const empty = rows.every((row) => row.slice(field.from, field.to).trim() === '');
    const last = columns.at(-1);
    if (place > 0 && name === '' && open === null && columns.length === 1 && last && field.from - last.to === 1)
      last.to = field.to;
    else if (place > 0 && (name === '' || empty)) open ??= field.from;
    else {
      columns.push({ from: open ?? field.from, to: field.to });
      open = null;
    }
  }
  return open === null ? columns : [];
}

function isNumeric(cells: readonly string[]): boolean {
  const told = cells.filter((cell) => !NOTHING.has(cell) && !LEFT_OUT.test(cell));
  return told.length > 0 && told.every((cell) => NUMBER.test(cell));
}
