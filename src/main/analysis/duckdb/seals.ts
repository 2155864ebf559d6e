import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { CACHE_NAME, COPY_NAME, SEALS_NAME, TABLE_NAME } from './recipe';

/** What is made of a file: most damages to it would not be noticed, they would give other figures. */
const Sealed = z.enum([CACHE_NAME, COPY_NAME, TABLE_NAME]);
type Sealed = z.infer<typeof Sealed>;
const Seal = z.object({ bytes: z.int().nonnegative(), sha256: z.string() });
const Seals = z.partialRecord(Sealed, Seal);

const PIECE = 1024 * 1024;

/** Versions of files that were found to be as they were written; looking through one takes a second for each 1.5 GB. */
const intact = new Map<string, string>();

/** Remembers how those of the files that are there were written. */
export async function sealCopies(folder: string, names: readonly Sealed[] = Sealed.options): Promise<void> {
  const seals = await sealsOf(folder);
  for (const name of names) {
    const path = join(folder, name);
    if (await stat(path).catch(() => null)) seals[name] = await sealOf(path);
    else delete seals[name];
  }
  // A full disk may have left no copy at all, and has no room for this either.
  if (Object.keys(seals).length === 0) return;
  const partial = join(folder, `${SEALS_NAME}.partial`);
  await writeFile(partial, JSON.stringify(seals), { mode: 0o600, flush: true });
  await rename(partial, join(folder, SEALS_NAME));
}

/** Whether a file is there, as it was written. */
export async function isIntact(folder: string, name: Sealed): Promise<boolean> {
  const path = join(folder, name);
  const [seals, file] = await Promise.all([sealsOf(folder), stat(path).catch(() => null)]);
  const seal = seals[name];
  if (!file || !seal || file.size !== seal.bytes) return false;
  const version = `${file.ino} ${file.size} ${file.mtimeMs} ${seal.sha256}`;
  if (intact.get(path) === version) return true;
  if ((await sealOf(path)).sha256 !== seal.sha256) return false;
  intact.set(path, version);
  return true;
}

async function sealOf(path: string): Promise<z.infer<typeof Seal>> {
  const hash = createHash('sha256');
  let bytes = 0;
  const { size } = await stat(path);
  for await (const piece of createReadStream(path, { highWaterMark: Math.min(PIECE, size + 1) })) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** None where they are damaged or gone: then nothing is taken for whole. */
async function sealsOf(folder: string): Promise<z.infer<typeof Seals>> {
  try {
    return Seals.parse(JSON.parse(await readFile(join(folder, SEALS_NAME), 'utf8')));
  } catch {
    return {};
  }
}
