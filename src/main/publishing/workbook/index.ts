import writeXlsxFile, { type Row, type Sheet } from 'write-excel-file/node';
import type { FigureShow } from '#contract/headline';
import { dateText, inLocale, type PublicationWords, wordsIn } from '#words';
import type {
  Publication,
  PublicationBlock,
  PublicationChart,
  PublicationColumn,
  PublicationTable,
} from '../publication';
import { plainText, richText } from '../rich-text';
import { columnWidths, type SheetColumn, sheetRow, sheetText, titleRow } from './cells';
import { sheetNames } from './sheet-names';

export { type SheetColumn, sheetRow, titleRow, writeWorkbook } from './cells';

/** What a sheet holds, and what is put together in memory. */
export const SHEET_ROWS = 1_048_575;
export const SHEET_CELLS = 4_000_000;
const ROW_HEIGHT = 20;
const TEXT_WIDTH = 100;

/** The texts on a first sheet, each table on one of its own, with values and not what is written of them. */
export function writeXlsx(publication: Publication): Promise<Uint8Array> {
  const sheets = inLocale(publication.locale, () => sheetsOf(publication));
  return writeXlsxFile(sheets).toBuffer();
}

function sheetsOf({ title, subtitle, createdAt, blocks }: Publication): Sheet<Buffer>[] {
  const words = wordsIn();
  const tables = blocks.filter((block) => block.type === 'table');
  const [contents = '', ...names] = sheetNames([
    words.publication.contents(),
    ...titlesOf(blocks).map((title, at) => title ?? words.publication.table(at + 1)),
  ]);
  const first = new ContentsSheet(words.publication, names);
  first.line(title, { fontWeight: 'bold', fontSize: 16 });
  if (subtitle !== null) first.line(subtitle);
  first.line(dateText(createdAt, { dateStyle: 'long' }));
  for (const block of blocks) first.add(block, words.ui.conversation.pictureNotLoaded);
  let room = SHEET_CELLS;
  const others = tables.map((table, at) => {
    const shown = table.rows.slice(0, Math.min(SHEET_ROWS, Math.floor(room / Math.max(1, table.columns.length))));
    room -= shown.length * table.columns.length;
    if (shown.length < table.rowCount) first.line(words.publication.rowsCut(shown.length, table.rowCount));
    return tableSheet({ ...table, rows: shown }, names[at] ?? '');
  });
  return [first.sheet(contents), ...others];
}

/** Of each table: its own title, else the heading that it stands under. */
function titlesOf(blocks: readonly PublicationBlock[]): (string | null)[] {
  let heading: string | null = null;
  return blocks.flatMap((block) => {
    if (block.type === 'heading') heading = block.text;
    return block.type === 'table' ? [block.title ?? heading] : [];
  });
}

function tableSheet({ columns, rows }: PublicationTable, sheet: string): Sheet<Buffer> {
  const kinds = columns.map(sheetColumn);
  const data = [titleRow(columns.map(({ title }) => title)), ...rows.map((row) => sheetRow(row, kinds))];
  return { data, sheet, stickyRowsCount: 1, columns: columnWidths(data) };
}

function sheetColumn({ type, show }: PublicationColumn): SheetColumn {
  return { type, unit: unitOf(show), decimals: decimalsOf(show) };
}

const unitOf = (show: FigureShow): SheetColumn['unit'] =>
  show.as === 'currency' ? { kind: 'currency', code: show.code } : show.as === 'percent' ? { kind: 'percent' } : null;

/** As a sheet's column has it: null for a name, undefined where nothing is known. */
function decimalsOf(show: FigureShow): number | null | undefined {
  if (show.as === 'currency') return show.decimals;
  if (show.as === 'number') return show.decimals ?? undefined;
  return show.as === 'text' || show.as === 'part' ? null : undefined;
}

class ContentsSheet {
  readonly #words: PublicationWords;
  /** Of the tables' sheets, in their order. */
  readonly #names: Iterator<string>;
  readonly #rows: Row[] = [];
  readonly #images: NonNullable<Sheet<Buffer>['images']> = [];

  constructor(words: PublicationWords, names: readonly string[]) {
    this.#words = words;
    this.#names = names.values();
  }

  line(text: string, style: { fontWeight?: 'bold'; fontSize?: number; textColor?: string } = {}): void {
    this.#rows.push([{ value: sheetText(text), type: String, wrap: true, alignVertical: 'top', ...style }]);
  }

  add(block: PublicationBlock, picture: (alt: string) => string): void {
    switch (block.type) {
      case 'heading':
        this.#rows.push([]);
        return this.line(block.text, { fontWeight: 'bold', fontSize: 15 - block.level });
      case 'text':
        return plainText(richText(block.markdown, picture)).forEach((text) => void this.line(text));
      case 'figure':
        return this.line(`${block.label}: ${block.value}${block.detail === null ? '' : ` (${block.detail})`}`);
      case 'table':
        return this.#table(block);
      case 'chart':
        return this.#chart(block);
      case 'quote':
        return this.line(`“${block.text}” – ${block.source}`);
      case 'source':
        return this.line(block.text, { textColor: '#5c636b' });
      default:
        return this.line(block.text);
    }
  }

  sheet(name: string): Sheet<Buffer> {
    return {
      data: this.#rows,
      sheet: name,
      columns: [{ width: TEXT_WIDTH }],
      images: this.#images,
      showGridLines: false,
    };
  }

  #table(table: PublicationTable): void {
    if (table.title !== null) this.line(table.title, { fontWeight: 'bold' });
    this.line(this.#words.onSheet(this.#names.next().value ?? ''));
    if (table.note !== null) this.line(table.note);
  }

  #chart({ title, alt, note, svg, png, width, height }: PublicationChart): void {
    if (svg === null && title !== '') this.line(title, { fontWeight: 'bold' });
    const anchor = { row: this.#rows.length + 1, column: 1 };
    const shape = { width, height, dpi: 96, title, description: alt };
    this.#images.push({ content: Buffer.from(png), contentType: 'image/png', anchor, ...shape });
    for (let at = 0; at <= Math.ceil(height / ROW_HEIGHT); at += 1) this.#rows.push([]);
    if (note !== null) this.line(note);
  }
}
