import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { DocumentError, type Extracted } from '../types';
import { contentOf, filledIn, layoutPage } from './layout';
import { joined, tidy } from './text';

/** How characters of East Asian fonts that a PDF only names are numbered. Part of the package, read from its folder. */
const CMAPS = join(dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json'))), 'cmaps') + sep;
const PAGES_AT_MOST = 5_000;
const CHARACTERS_AT_MOST = 20_000_000;
/** Bytes at either end in which a PDF says what it is. */
const ENDS = 16_384;

/** The text layer, page by page. Scripts, forms and fonts are never run or fetched. */
export async function readPdf(bytes: Uint8Array): Promise<Extracted> {
  // Loaded for PDFs alone: it takes most of the start of a process that reads anything else.
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // Its bytes are gone once it is opened.
  const fault = faultIn(bytes);
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
    throw refusal(error, fault);
  });
  try {
    if (document.numPages > PAGES_AT_MOST)
      throw new DocumentError(
        'invalid_file',
        `The PDF says it has ${document.numPages} pages; up to ${PAGES_AT_MOST} can be searched. Split it.`,
        { code: 'document_pages', count: document.numPages, most: PAGES_AT_MOST },
      );
    const pages: { page: number; text: string }[] = [];
    let size = 0;
    for (let page = 1; page <= document.numPages && size < CHARACTERS_AT_MOST; page += 1) {
      const text = tidy(await pageText(await document.getPage(page)));
      size += text.length;
      pages.push({ page, text });
    }
    if (pages.every(({ text }) => text.trim() === ''))
      throw new DocumentError(
        'invalid_file',
        'The PDF holds pictures of pages and no text, as from a scanner. Recognise its text (OCR) first and upload the result.',
        'scanned',
      );
    return joined(pages);
  } finally {
    await task.destroy();
  }
}

async function pageText(page: PDFPageProxy): Promise<string> {
  const content = await page.getTextContent();
  const { text } = layoutPage(contentOf(content, page.getViewport({ scale: 1 }), await filledIn(page)));
  page.cleanup();
  return text;
}

const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

type Fault = 'password' | 'protected' | 'cut_off' | 'damaged';

/** What its bytes tell of a PDF that does not open. */
function faultIn(bytes: Uint8Array): Fault {
  const [start, end] = [latin(bytes.subarray(0, ENDS)), latin(bytes.subarray(-ENDS))];
  if (/\/Encrypt\b/.test(start + end)) return 'protected';
  return end.includes('%%EOF') ? 'damaged' : 'cut_off';
}

const REASONS: Record<Fault, string> = {
  password: 'The PDF is protected with a password. Save it without one and upload it again.',
  protected: 'The PDF is protected in a way that is not known here. Save it without protection and upload it again.',
  cut_off: 'The PDF is cut off: its end is missing, as after a broken download. Get it again and upload that.',
  damaged: 'The PDF is damaged and cannot be opened. Save it anew and upload it again.',
};

function refusal(error: unknown, fault: Fault): DocumentError {
  const needsPassword = error instanceof Error && error.name === 'PasswordException';
  const known = needsPassword ? 'password' : fault;
  return new DocumentError('invalid_file', REASONS[known], known, { cause: error });
}
