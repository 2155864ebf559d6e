import { inflateRawSync } from 'node:zlib';
import { ArchiveError, UnpackBudget } from './budget';
import { type ArchiveEntry, entriesOf } from './zip-directory';

const UNPACKED_AT_MOST = 256 * 1024 * 1024;
const STORED = 0;
const DEFLATED = 8;

/** A ZIP archive of which only what is asked for is unpacked. */
export interface Archive {
  /** Each name once, in the order of the archive. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /** @throws ArchiveError `damaged` also when there is no such file, `too_large` once all that was read is too much */
  read(name: string): Uint8Array;
  /** A file as text, UTF-8 or UTF-16. @throws as `read` does */
  readText(name: string): string;
}

/** @throws ArchiveError */
export function openArchive(bytes: Uint8Array, unpackedAtMost = UNPACKED_AT_MOST): Archive {
  const entries = entriesOf(bytes);
  const budget = new UnpackBudget(unpackedAtMost);
  /** What was read before costs nothing: it is unpacked again, and known to be harmless. */
  const paid = new Map<string, number>();
  const read = (name: string): Uint8Array => {
    const entry = entries.get(name);
    if (!entry) throw new ArchiveError('damaged', 'a file is missing');
    const file = unpacked(bytes, entry, paid.get(name) ?? budget.left);
    if (!paid.has(name)) budget.take(file.length);
    paid.set(name, file.length);
    return file;
  };
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    read,
    readText: (name) => decoded(read(name)),
  };
}

function unpacked(bytes: Uint8Array, entry: ArchiveEntry, atMost: number): Uint8Array {
  const packed = packedBytes(bytes, entry);
  if (entry.encrypted) throw new ArchiveError('damaged', 'a file is encrypted');
  if (entry.method === STORED) {
    if (packed.length > atMost) throw new ArchiveError('too_large', 'a stored file is too large');
    return packed;
  }
  if (entry.method !== DEFLATED) throw new ArchiveError('damaged', 'a file is packed in an unknown way');
  if (entry.size > atMost) throw new ArchiveError('too_large', 'a file says that it is too large');
  try {
    return inflateRawSync(packed, { chunkSize: 65_536, maxOutputLength: Math.max(1, atMost) });
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new ArchiveError(isTooLarge ? 'too_large' : 'damaged', 'a file cannot be unpacked', { cause: error });
  }
}

/** Behind its local head, whose name and extra field may differ in length from those in the directory. */
function packedBytes(bytes: Uint8Array, { offset, packedSize }: ArchiveEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50)
    throw new ArchiveError('damaged', 'a file does not lie where it should');
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packedSize > bytes.length) throw new ArchiveError('damaged', 'a file is cut off');
  return bytes.subarray(start, start + packedSize);
}

function decoded(file: Uint8Array): string {
  const [first, second] = file;
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  return new TextDecoder(wide ?? 'utf-8').decode(file);
}
