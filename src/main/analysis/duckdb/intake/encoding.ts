import { createReadStream, createWriteStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { looksUtf16 } from './file-kind';

export type Encoding = 'UTF-8' | 'UTF-16 LE' | 'UTF-16 BE' | 'Windows-1252';

const LABELS = {
  'UTF-8': 'utf-8',
  'UTF-16 LE': 'utf-16le',
  'UTF-16 BE': 'utf-16be',
  'Windows-1252': 'windows-1252',
} as const;

/** The encoding that a text begins as. Whether it is UTF-8 to its end, the survey of it tells. */
export function encodingOf(head: Buffer): Encoding {
  const wide = looksUtf16(head);
  if (wide) return wide === 'utf-16le' ? 'UTF-16 LE' : 'UTF-16 BE';
  return 'UTF-8';
}

/** How many bytes at the end may be the beginning of a character that goes on in the next chunk. */
export function unfinished(buffer: Buffer, length: number): number {
  for (let back = 1; back <= Math.min(3, length); back += 1) {
    const byte = buffer[length - back] ?? 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

/** Writes the text of `from` to `to` as UTF-8. */
export async function toUtf8(from: string, to: string, encoding: Encoding, signal: AbortSignal): Promise<void> {
  const decoder = new TextDecoder(LABELS[encoding]);
  const decode = new Transform({
    transform: (chunk: Buffer, _encoding, done) => done(null, Buffer.from(decoder.decode(chunk, { stream: true }))),
    flush: (done) => done(null, Buffer.from(decoder.decode())),
  });
  await pipeline(
    createReadStream(from, { highWaterMark: 1024 * 1024 }),
    decode,
    createWriteStream(to, { mode: 0o600 }),
    { signal },
  );
}
