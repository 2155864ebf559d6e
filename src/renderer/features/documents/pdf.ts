import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { findLoosely } from '#contract/quotes';
import { layoutPage, type PageContent } from '../../../main/engine/retrieval/reader/layout';

type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
export type Pdf = PDFDocumentProxy;

/** Larger pictures, in pixels, are left out of a page instead of taking the window down. */
const LARGEST_PICTURE = 64 * 1024 * 1024;

let loading: Promise<PdfJs> | null = null;

/** The library is large and only fetched, from the app itself, when a PDF is looked at. */
export function pdfJs(): Promise<PdfJs> {
  loading ??= import('pdfjs-dist/legacy/build/pdf.mjs').then((library) => {
    library.GlobalWorkerOptions.workerSrc = workerUrl;
    return library;
  });
  return loading;
}

/** Opens a PDF to be drawn and nothing else: no scripts, no forms, no links, and of its bytes only what a page needs. */
export async function openPdf(url: string) {
  const { getDocument, VerbosityLevel } = await pdfJs();
  const own = (folder: string) => new URL(`./pdf/${folder}/`, document.baseURI).href;
  return getDocument({
    url,
    standardFontDataUrl: own('standard_fonts'),
    cMapUrl: own('cmaps'),
    wasmUrl: own('wasm'),
    useWasm: false,
    // Glyphs are drawn as paths: fonts of documents never become fonts of the page.
    disableFontFace: true,
    enableXfa: false,
    disableAutoFetch: true,
    disableStream: true,
    disableWorkerRendering: true,
    maxImageSize: LARGEST_PICTURE,
    verbosity: VerbosityLevel.ERRORS,
  });
}

/** Browsers draw nothing on canvases with longer sides, and larger ones take hundreds of megabytes. */
const LONGEST_SIDE = 16_384;
const LARGEST_CANVAS = 32 * 1024 * 1024;

/**
 * How a page is drawn that is to be `width` CSS pixels wide, on a screen of `density` pixels each: pages may say that they
 * are miles high. `sharpness` is in pixels of the canvas to each CSS pixel.
 */
export function canvasFor(page: { width: number; height: number }, width: number, density: number) {
  const scale = Math.min(width / page.width, LONGEST_SIDE / page.height);
  const [wide, high] = [page.width * scale, page.height * scale];
  const sharpness = Math.min(density, LONGEST_SIDE / Math.max(wide, high), Math.sqrt(LARGEST_CANVAS / (wide * high)));
  return { scale, sharpness };
}

/** Of most letters of a page, in CSS pixels. */
const READABLE = 11;
/** Times its size on paper: beyond, letters are small on purpose. */
const LARGEST_AT_FIRST = 1.5;

/**
 * The width of a page, in CSS pixels, at which most of it can be read; as on paper where there are no letters.
 * @param items as pdf.js gives them: heights in the units of the page
 */
export function readableWidth(width: number, items: readonly { str: string; height: number }[]): number {
  const sizes = items
    .filter(({ str, height }) => height > 0 && str.trim() !== '')
    .toSorted((a, b) => a.height - b.height);
  const letters = sizes.reduce((sum, { str }) => sum + str.length, 0);
  let counted = 0;
  const middle = sizes.find(({ str }) => {
    counted += str.length;
    return counted * 2 >= letters;
  });
  return width * Math.min(LARGEST_AT_FIRST, middle ? READABLE / middle.height : 1);
}

export type PdfProblem = 'password' | 'gone' | 'damaged';

/** Why a PDF cannot be shown. */
export function pdfProblem(error: unknown): PdfProblem {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return 'password';
  if (name === 'ResponseException') return 'gone';
  return 'damaged';
}

/** A piece of one of several texts. */
export interface ItemRange {
  item: number;
  from: number;
  to: number;
}

/** A line of a page's text and a UTF-16 unit of it, both from 0. */
export interface LinePlace {
  line: number;
  column: number;
}

/**
 * Where words stand among the items of a page, which may be drawn in any order: they are looked for as they are read. Words
 * that stand there more than once are those in the line, from the column on (both from 0).
 */
export function piecesOnPage(content: PageContent, words: string, { line, column }: LinePlace): ItemRange[] {
  const { text, pieces } = layoutPage(content);
  const before = text.split('\n').slice(0, line);
  const found = findLoosely(
    text,
    words,
    before.reduce((sum, one) => sum + one.length + 1, column),
  );
  if (!found)
    return piecesOf(
      content.items.map(({ str }) => str),
      words,
    );
  return pieces.flatMap(({ item, start, length, from }): ItemRange[] => {
    const [first, end] = [Math.max(0, found.start - start), Math.min(length, found.end - start)];
    return item !== null && first < end ? [{ item, from: from + first, to: from + end }] : [];
  });
}

/** Where words stand in texts that follow each other. */
export function piecesOf(texts: readonly string[], words: string): ItemRange[] {
  const found = findLoosely(texts.join('\n'), words);
  if (!found) return [];
  let at = 0;
  return texts.flatMap((text, item): ItemRange[] => {
    const [from, to] = [Math.max(0, found.start - at), Math.min(text.length, found.end - at)];
    at += text.length + 1;
    return from < to ? [{ item, from, to }] : [];
  });
}
