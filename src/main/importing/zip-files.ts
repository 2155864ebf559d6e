import { createReadStream, statSync } from 'node:fs';
import { type Entry, openPromise, type ZipFile } from 'yauzl';

/** A file of what is imported: one of a ZIP archive or of a folder, or the whole. */
export interface SourceFile {
  /** With `/` between folders. */
  name: string;
  /** As it is said to be. */
  bytes: number;
  /** Read as it goes; ends with an error beyond what it is said to be, and where it is damaged. */
  open(): Promise<AsyncIterable<Uint8Array>>;
}

export interface SourceFiles {
  files: SourceFile[];
  close(): Promise<void>;
}

export class SourceError extends Error {
  readonly code: 'damaged' | 'encrypted' | 'too_large' | 'no_space' | 'not_recognised';

  constructor(code: SourceError['code'], options?: ErrorOptions) {
    super(code, options);
    this.name = 'SourceError';
    this.code = code;
  }
}

/** More than anybody has said in conversations, and less than takes the memory of the machine. */
const ENTRIES_AT_MOST = 1_000_000;
/** Texts pack well, but no conversation does so a thousandfold. */
const RATIO_AT_MOST = 1_000;
const RATIO_FROM_BYTES = 1024 ** 2;
const FILE_AT_MOST = 64 * 1024 ** 3;

/** The files of a ZIP archive, which stays on the disk. `room` is what all of them may unpack to. @throws SourceError */
export async function zipFiles(path: string, room = Number.POSITIVE_INFINITY): Promise<SourceFiles> {
  // Names that lead out of a folder, and sizes that are a lie, are errors of its own.
  const zip = await openPromise(path, { autoClose: false, lazyEntries: true, strictFileNames: false }).catch(
    (cause) => {
      throw new SourceError('damaged', { cause });
    },
  );
  try {
    const files: SourceFile[] = [];
    for await (const entry of zip.eachEntry()) {
      if (files.length >= ENTRIES_AT_MOST) throw new SourceError('too_large');
      if (!entry.fileName.endsWith('/')) files.push(fileOf(zip, entry));
    }
    const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
    // Entries may lie within each other, each of them no larger than it may be.
    if (isBomb(total, statSync(path).size)) throw new SourceError('too_large');
    if (total > room) throw new SourceError('no_space');
    return { files, close: async () => zip.close() };
  } catch (error) {
    zip.close();
    throw error instanceof SourceError ? error : new SourceError('damaged', { cause: error });
  }
}

const isBomb = (bytes: number, packed: number): boolean => bytes > RATIO_FROM_BYTES && bytes > packed * RATIO_AT_MOST;

function fileOf(zip: ZipFile, entry: Entry): SourceFile {
  const { fileName: name, uncompressedSize: bytes, compressedSize } = entry;
  return {
    name,
    bytes,
    async open() {
      if (entry.isEncrypted()) throw new SourceError('encrypted');
      if (isBomb(bytes, compressedSize) || bytes > FILE_AT_MOST) throw new SourceError('too_large');
      try {
        return damagedAs(await zip.openReadStreamPromise(entry));
      } catch (cause) {
        throw new SourceError('damaged', { cause });
      }
    },
  };
}

/** A stream that cannot be unpacked to its end is damaged. */
async function* damagedAs(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch (cause) {
    throw new SourceError('damaged', { cause });
  }
}

/** A file as the only one there is. */
export function plainFile(path: string, name: string, bytes: number): SourceFile {
  return { name, bytes, open: async () => createReadStream(path, { highWaterMark: 256 * 1024 }) };
}
