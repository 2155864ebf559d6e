import { isUtf8 } from 'node:buffer';
import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { looksUtf16, startsWith } from './sniff';

export type Encoding = 'UTF-8' | 'UTF-16 LE' | 'UTF-16 BE' | 'Windows-1252';

const LABELS = {
  'UTF-8': 'utf-8',
  'UTF-16 LE': 'utf-16le',
  'UTF-16 BE': 'utf-16be',
  'Windows-1252': 'windows-1252',
} as const;

/** The encoding of a text file, checked over all of it: text that is not UTF-8 is taken for Windows-1252, which holds Latin-1. */
export async function encodingOf(path: string, head: Buffer, signal: AbortSignal): Promise<Encoding> {
  const wide = looksUtf16(head);
  if (wide) return wide === 'utf-16le' ? 'UTF-16 LE' : 'UTF-16 BE';
  if (startsWith(head, [0xef, 0xbb, 0xbf])) return 'UTF-8';
  const file = await open(path);
  try {
    const buffer = Buffer.allocUnsafe(4 * 1024 * 1024);
    let kept = 0;
    while (true) {
      signal.throwIfAborted();
      const { bytesRead } = await file.read(buffer, kept, buffer.length - kept);
      if (bytesRead === 0) return kept === 0 || isUtf8(buffer.subarray(0, kept)) ? 'UTF-8' : 'Windows-1252';
      const length = kept + bytesRead;
      const whole = length - unfinished(buffer, length);
      if (!isUtf8(buffer.subarray(0, whole))) return 'Windows-1252';
      buffer.copyWithin(0, whole, length);
      kept = length - whole;
    }
  } finally {
    await file.close();
  }
}

/** How many bytes at the end may be the beginning of a character that goes on in the next chunk. */
function unfinished(buffer: Buffer, length: number): number {
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
