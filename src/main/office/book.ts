import { AppError } from '#contract/result';
import { type Archive, openArchive } from '../archive';
import { attribute, walkXml } from '../xml';
import { type Shown, shownAs } from './dates';
import { mainPart, type Relationship, relationshipsOf } from './package';

export interface BookSheet {
  name: string;
  hidden: boolean;
  /** The sheet's file in the archive; null for what has no cells, such as a sheet that is a chart. */
  path: string | null;
}

/** What every sheet of a workbook needs to be read. */
export interface Book {
  sheets: BookSheet[];
  from1904: boolean;
  /** Texts that cells point to. */
  strings: string[];
  /** How the number of a cell is shown, by the cell's style. */
  styles: Shown[];
  xmlOf(path: string): string;
  archive: Archive;
  /** The part that lists the sheets. */
  main: string;
}

const SHEETS_AT_MOST = 1_000;

/** @throws AppError `too_large`; ArchiveError; Error of any kind when the archive is not a workbook */
export function openBook(bytes: Uint8Array): Book {
  const archive = openArchive(bytes);
  const xmlOf = archive.readText;
  const main = mainPart(archive, 'xl/workbook.xml');
  const related = relationshipsOf(archive, main);
  const pathOf = (type: string) => related.find((relation) => relation.type === type)?.path;
  const strings = pathOf('sharedStrings');
  const styles = pathOf('styles');
  return {
    ...sheetsIn(xmlOf(main), related),
    strings: strings ? stringsIn(xmlOf(strings)) : [],
    styles: styles ? stylesIn(xmlOf(styles)) : [],
    xmlOf,
    archive,
    main,
  };
}

function sheetsIn(xml: string, related: readonly Relationship[]): Pick<Book, 'sheets' | 'from1904'> {
  const sheets: BookSheet[] = [];
  const worksheets = new Map(related.filter(({ type }) => type === 'worksheet').map(({ id, path }) => [id, path]));
  let from1904 = false;
  walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 ||= /^(?:1|true)$/.test(attribute(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      if (sheets.length === SHEETS_AT_MOST)
        throw new AppError(
          'too_large',
          `The workbook has more than ${SHEETS_AT_MOST.toLocaleString('en-US')} sheets. Save the ones you need as a workbook of their own.`,
        );
      sheets.push({
        name: withoutEscapes(attribute(attributes, 'name') ?? '') || `Sheet ${sheets.length + 1}`,
        hidden: (attribute(attributes, 'state') ?? 'visible') !== 'visible',
        path: worksheets.get(attribute(attributes, 'id') ?? '') ?? null,
      });
    },
  });
  return { sheets, from1904 };
}

/** The texts, without how they are set and without readings given beside them. */
function stringsIn(xml: string): string[] {
  const strings: string[] = [];
  let text: string | null = null;
  let inText = false;
  let beside = 0;
  walkXml(xml, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') beside += 1;
      inText = name === 't' && beside === 0;
    },
    close: (name) => {
      inText = false;
      if (name === 'rPh') beside -= 1;
      if (name !== 'si') return;
      strings.push(withoutEscapes(text ?? ''));
      text = null;
    },
    text: (more) => {
      if (inText && text !== null) text += more;
    },
  });
  return strings;
}

/** Characters that XML cannot hold are written as `_x000D_`. */
export const withoutEscapes = (text: string): string =>
  text.includes('_x')
    ? text.replaceAll(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

function stylesIn(xml: string): Shown[] {
  const codes = new Map<number, string>();
  const styles: Shown[] = [];
  let inCells = false;
  walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'numFmt')
        codes.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells) return;
      const id = Number(attribute(attributes, 'numFmtId') ?? 0);
      styles.push(shownAs(id, codes.get(id)));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}
