import { strFromU8 } from 'fflate';
import { Window } from 'happy-dom';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Paper, Publication, PublicationFormat } from '../../../src/main/publishing';
import { write } from '../../../src/main/publishing/write';
import { COUNT, column, MONEY } from './pieces';

/** Documents as they are written, and what is in them. */

export async function bytesOf(of: Publication, format: PublicationFormat, paper: Paper = 'A4'): Promise<Uint8Array> {
  const [file] = await write({ publication: of, format, paper, name: `report.${format}` });
  return file?.bytes ?? new Uint8Array();
}

export async function htmlOf(of: Publication) {
  const window = new Window({ settings: { disableJavaScriptEvaluation: true } });
  window.document.write(strFromU8(await bytesOf(of, 'html')));
  return window.document;
}

export async function pagesOf(of: Publication, paper: Paper = 'A4') {
  const pdf = await getDocument({ data: await bytesOf(of, 'pdf', paper), verbosity: 0 }).promise;
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
    /** How high the line of a text stands on its page, in points. */
    const heightOf = (line: string): number =>
      items.flatMap((item) => ('str' in item && item.str.includes(line) ? (item.transform[5] as number) : []))[0] ??
      Number.NaN;
    pages.push({ text: text.replaceAll(/\s+/g, ' '), size: page.view.slice(2), heightOf });
  }
  return { pdf, pages, text: pages.map((page) => page.text).join(' ') };
}

export const rows = (count: number) =>
  Array.from({ length: count }, (_, at) => [
    at + 1,
    `Customer ${at + 1}`,
    ((at % 2 === 0 ? -1 : 1) * at * 1.25).toFixed(2),
  ]);
export const COLUMNS = [column('Number', 'integer', COUNT), column('Customer'), column('Amount', 'decimal', MONEY)];
