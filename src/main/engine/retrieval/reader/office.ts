import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import readSheets from 'read-excel-file/node';
import { archiveFault } from '../../../archive';
import { DocumentError, type Extracted } from '../types';
import { entities, textOfHtml } from './markup';
import { joined, tidy, whole } from './text';

const CELLS_AT_MOST = 2_000_000;
const DAMAGED = 'The document is damaged and cannot be opened. Save it anew and upload it again.';

export async function readDocx(bytes: Uint8Array): Promise<Extracted> {
  checkZip(bytes);
  const noImages = mammoth.images.imgElement(async () => ({ src: '' }));
  // By way of HTML, as the plain text it can also make takes tables apart.
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage: noImages });
  return whole(tidy(textOfHtml(value)));
}

/** The slides in their order, each a page. */
export function readPptx(bytes: Uint8Array): Extracted {
  checkZip(bytes);
  const slide = /^ppt\/slides\/slide(\d+)\.xml$/;
  const files = unzipSync(bytes, {
    filter: (file) =>
      slide.test(file.name) || /^ppt\/(?:notesSlides\/notesSlide|slides\/_rels\/slide)\d+\.xml/.test(file.name),
  });
  const xmlOf = (name: string) => new TextDecoder().decode(files[name]);
  const number = (name: string) => Number(slide.exec(name)?.[1]);
  const pages = Object.keys(files)
    .filter((name) => slide.test(name))
    .sort((a, b) => number(a) - number(b));
  return joined(
    pages.map((name, index) => {
      const notes = /notesSlides\/notesSlide\d+\.xml/.exec(
        xmlOf(`ppt/slides/_rels/slide${number(name)}.xml.rels`),
      )?.[0];
      const said = notes ? slideText(xmlOf(`ppt/${notes}`)) : '';
      return { page: index + 1, text: [slideText(xmlOf(name)), said].filter((text) => text !== '').join('\n\n') };
    }),
  );
}

function slideText(xml: string): string {
  const paragraphs = xml.split(/<\/a:p>/);
  const lines = paragraphs.map((paragraph) =>
    [...paragraph.matchAll(/<a:t(?: [^>]*)?>([^<]*)<\/a:t>/g)].map((match) => entities(match[1] ?? '')).join(''),
  );
  return tidy(lines.filter((line) => line.trim() !== '').join('\n'));
}

/** Every sheet as lines of cells. */
export async function readXlsx(bytes: Uint8Array): Promise<Extracted> {
  checkZip(bytes);
  const sheets = await readSheets(Buffer.from(bytes));
  let cells = 0;
  const parts = sheets.map(({ sheet, data }) => {
    cells += data.reduce((sum, row) => sum + row.length, 0);
    if (cells > CELLS_AT_MOST)
      throw new DocumentError(
        'invalid_file',
        'The workbook has more cells than can be searched. Split it into several files.',
      );
    return { sheet, text: tidy(data.map((row) => row.map(cellText).join('\t').trimEnd()).join('\n')) };
  });
  return joined(parts);
}

const cellText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date
    ? cell
        .toISOString()
        .replace(/(?:T00:00:00)?\.000Z$/, '')
        .replace('T', ' ')
    : String(cell).replaceAll(/[\t\r\n]+/g, ' ');
};

function checkZip(bytes: Uint8Array): void {
  const fault = archiveFault(bytes);
  if (fault === 'damaged') throw new DocumentError('invalid_file', DAMAGED);
  if (fault === 'bomb')
    throw new DocumentError(
      'invalid_file',
      'The document unpacks to far more than its size suggests, so it was not opened.',
    );
}
