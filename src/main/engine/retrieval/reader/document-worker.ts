import { parentPort } from 'node:worker_threads';
import { chunksOf } from '../chunk';
import { DocumentError, type Extracted } from '../types';
import { wordsIn } from '../words';
import { kindOf } from './kinds';
import { textOfHtml } from './markup';
import { readSlides } from './office/slides';
import { readWord } from './office/word';
import { readWorkbook } from './office/workbook';
import { readPdf } from './pdf';
import type { Answer, Digest, Request } from './protocol';
import { decode, tidy, whole } from './text';

const PASSAGES_AT_MOST = 200_000;

async function read({ filename, bytes }: Request): Promise<Extracted> {
  if (bytes.byteLength === 0) throw new DocumentError('invalid_file', 'The file is empty.');
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
function digest(extracted: Extracted, { chunking }: Request): Digest {
  const chunks = chunksOf(extracted, chunking);
  if (chunks.length > PASSAGES_AT_MOST)
    throw new DocumentError('invalid_file', 'The document is too long to be searched. Split it.');
  const stemsOf = (text: string) =>
    wordsIn(text)
      .map((one) => one.stem)
      .join(' ');
  return { ...extracted, passages: chunks.map((chunk) => ({ ...chunk, stems: stemsOf(chunk.text) })) };
}

async function answer(request: Request): Promise<Answer> {
  try {
    const extracted = await read(request);
    if (extracted.text.trim() === '')
      throw new DocumentError('invalid_file', 'The file holds no text that could be searched.');
    return { ok: true, digest: digest(extracted, request) };
  } catch (error) {
    if (error instanceof DocumentError) return { ok: false, code: error.code, message: error.message };
    return {
      ok: false,
      code: 'invalid_file',
      message: 'The document is damaged and cannot be read. Save it anew and upload it again.',
    };
  }
}

parentPort?.on('message', async (request: Request) => parentPort?.postMessage(await answer(request)));
