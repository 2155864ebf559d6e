import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeZip } from '../archive';
import type { OutgoingFiles } from '../services/ports';
import { ensurePrivateFolder, storageError } from '../storage';

/** A browser that has not taken a file by then will not. */
const KEEP_MS = 15 * 60_000;

/** In a folder of their own, which is empty at each start. */
export function openOutgoingFiles(folder: string): OutgoingFiles {
  rmSync(folder, { recursive: true, force: true });
  const begin = () => join(ensurePrivateFolder(folder), randomUUID());
  const keep = (path: string) => {
    setTimeout(() => void rm(path, { force: true }), KEEP_MS).unref();
    return { path };
  };
  return {
    async write(content, signal) {
      const path = begin();
      try {
        await pipeline(
          Readable.from(content.bytes()),
          createWriteStream(path, { mode: 0o600 }),
          signal ? { signal } : {},
        );
        return keep(path);
      } catch (error) {
        await rm(path, { force: true });
        throw storageError(error);
      }
    },
    async archive(contents, options) {
      const path = begin();
      await writeZip(path, contents, options).catch((error: unknown) => {
        throw storageError(error);
      });
      return keep(path);
    },
    async *read(path) {
      yield* createReadStream(path);
    },
    remove: (path) => rm(path, { force: true }),
  };
}
