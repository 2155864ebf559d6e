import { chunksOf } from '../chunk';
import { DocumentError, type Extracted } from '../types';
import { stemsIn } from '../words';
import { kindOf } from './kinds';
import { textOfHtml } from './markup';
import { readSlides } from './office/slides';
import { readWord } from './office/word';
import { readWorkbook } from './office/workbook';
import { readPdf } from './pdf';
import type { DigestPassage, ReaderMessage, WholeDocument } from './protocol';
import { decode, tidy, whole } from './text';

const PASSAGES_AT_MOST = 200_000;
const PASSAGES_A_PIECE = 500;
const CHARACTERS_A_PIECE = 1_000_000;
const DAMAGED = 'The document is damaged and cannot be read. Save it anew and upload it again.';

/** Reads a document and tells what is in it, a piece at a time; or why it cannot be read. */
export async function readDocument(document: WholeDocument, send: (message: ReaderMessage) => void): Promise<void> {
  try {
    const extracted = await extract(document);
    if (extracted.text.trim() === '')
      throw new DocumentError('invalid_file', 'The file holds no text that could be searched.', 'no_text');
    tellDigest(extracted, document, send);
    send({ say: 'done', rssBytes: process.memoryUsage.rss() });
  } catch (error) {
    const { code, message, reason } =
      error instanceof DocumentError ? error : new DocumentError('invalid_file', DAMAGED, 'damaged');
    send({ say: 'refused', code, message, reason });
  }
}

async function extract({ filename, bytes }: WholeDocument): Promise<Extracted> {
  if (bytes.byteLength === 0) throw new DocumentError('invalid_file', 'The file is empty.', { code: 'file_empty' });
  switch (kindOf(filename, bytes)) {
    case 'pdf':
      return readPdf(bytes);
    case 'docx':
      return readWord(bytes);
    case 'pptx':
      return readSlides(bytes);
    case 'xlsx':
      return readWorkbook(bytes);
    case 'html':
      return whole(tidy(textOfHtml(decode(bytes))));
    case 'text':
      return whole(tidy(decode(bytes)));
  }
}

/** All that takes long for a large document is done here, so that nobody else waits for it. */
function tellDigest(extracted: Extracted, { chunking }: WholeDocument, send: (message: ReaderMessage) => void): void {
  const chunks = chunksOf(extracted, chunking);
  if (chunks.length > PASSAGES_AT_MOST)
    throw new DocumentError('invalid_file', 'The document is too long to be searched. Split it.', 'too_long');
  const { text, sections } = extracted;
  for (let at = 0; at < text.length; at += CHARACTERS_A_PIECE)
    send({ say: 'text', text: text.slice(at, at + CHARACTERS_A_PIECE) });
  send({ say: 'sections', sections });
  for (let at = 0; at < chunks.length; at += PASSAGES_A_PIECE) {
    const passages = chunks
      .slice(at, at + PASSAGES_A_PIECE)
      .map((chunk): DigestPassage => ({ ...chunk, stems: stemsIn(chunk.text) }));
    send({ say: 'passages', passages });
  }
}
