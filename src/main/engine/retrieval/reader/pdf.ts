import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { DocumentError, type Extracted } from '../types';
import { joined, tidy } from './text';

/** How characters of East Asian fonts that a PDF only names are numbered. Part of the package, read from its folder. */
const CMAPS = join(dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json'))), 'cmaps') + sep;
const PAGES_AT_MOST = 5_000;
const CHARACTERS_AT_MOST = 20_000_000;

/** The text layer, page by page. Scripts, forms and fonts are never run or fetched. */
export async function readPdf(bytes: Uint8Array): Promise<Extracted> {
  const task = getDocument({
    data: bytes,
    cMapUrl: CMAPS,
    cMapPacked: true,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  const document = await task.promise.catch((error: unknown) => {
    throw refusal(error);
  });
  try {
    if (document.numPages > PAGES_AT_MOST)
      throw new DocumentError(
        'invalid_file',
        `The PDF says it has ${document.numPages} pages; up to ${PAGES_AT_MOST} can be searched. Split it.`,
      );
    const pages: { page: number; text: string }[] = [];
    let size = 0;
    for (let page = 1; page <= document.numPages && size < CHARACTERS_AT_MOST; page += 1) {
      const content = await (await document.getPage(page)).getTextContent();
      const text = tidy(
        content.items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''),
      );
      size += text.length;
      pages.push({ page, text });
    }
    if (pages.every(({ text }) => text.trim() === ''))
      throw new DocumentError(
        'invalid_file',
        'The PDF holds pictures of pages and no text, as from a scanner. Recognise its text (OCR) first and upload the result.',
      );
    return joined(pages);
  } finally {
    await task.destroy();
  }
}

function refusal(error: unknown): DocumentError {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException')
    return new DocumentError(
      'invalid_file',
      'The PDF is protected with a password. Save it without one and upload it again.',
      { cause: error },
    );
  return new DocumentError(
    'invalid_file',
    'The PDF is damaged and cannot be opened. Save it anew and upload it again.',
    { cause: error },
  );
}
