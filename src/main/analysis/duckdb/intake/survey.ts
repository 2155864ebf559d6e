import { isUtf8 } from 'node:buffer';
import type { FileHandle } from 'node:fs/promises';
import type { CleanCopy } from './clean-copy';
import { unfinished } from './encoding';
import { RecordCounter } from './record-counter';
import type { Survey, TextPlan } from './types';

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const CHUNK = 4 * 1024 * 1024;

export interface SurveyOptions {
  signal: AbortSignal;
  /** Bytes read so far. */
  onBytes(bytes: number): void;
  copy: CleanCopy;
  /** Every byte is held against UTF-8. */
  checkEncoding: boolean;
}

/** Reads the whole file once, record by record, in bounded memory. Null for text that is not UTF-8 after all. */
export async function survey(file: FileHandle, plan: TextPlan, options: SurveyOptions): Promise<Survey | null> {
  const counter = new RecordCounter(plan);
  const { copy, signal, checkEncoding } = options;
  // Buffers of megabytes for each small file would have all garbage collected again and again.
  const chunk = Math.min(CHUNK, (await file.stat()).size + 1);
  let buffer = Buffer.allocUnsafe(2 * chunk);
  let position = 0;
  let start = 0;
  /** How much of the buffer's beginning is a record whose end has not been read yet. */
  let held = 0;
  /** How much of that, at its end, is a character whose end has not been read yet. */
  let openCharacter = 0;
  let copying = false;
  for (let last = false; !last; ) {
    signal.throwIfAborted();
    if (buffer.length - held < chunk) buffer = Buffer.concat([buffer.subarray(0, held)], held + chunk * 4);
    const { bytesRead } = await file.read(buffer, held, chunk, position);
    last = bytesRead === 0;
    const end = held + bytesRead;
    if (checkEncoding) {
      const whole = last ? end : end - unfinished(buffer, end);
      if (!isUtf8(buffer.subarray(held - openCharacter, whole))) return null;
      openCharacter = end - whole;
    }
    if (position === 0 && buffer.subarray(0, 3).equals(BYTE_ORDER_MARK)) start = 3;
    const mark = position === 0 ? start : 0;
    // Where in the file the buffer begins.
    const base = position - held;
    position += bytesRead;
    options.onBytes(position);
    const used = mark + counter.take(buffer.subarray(mark, end), base + mark, last);
    if (counter.copiesFrom !== null) {
      if (!copying) await copy.begin(start, counter.copiesFrom);
      copying = true;
      const pieces = counter.takeCopied();
      if (pieces.length > 0) await copy.write(pieces);
    }
    buffer.copyWithin(0, used, end);
    held = end - used;
  }
  if (copying) await copy.finish();
  return counter.finish();
}
