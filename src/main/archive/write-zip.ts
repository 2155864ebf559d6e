import { createHash, type Hash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** A file to be put into an archive; its bytes are asked for when its turn comes. */
export interface ZipContent {
  name: string;
  bytes(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** A file that was put into an archive. */
export interface ZippedFile {
  name: string;
  bytes: number;
  sha256: string;
}

/** The first day of ZIP's calendar, at the same hour everywhere. */
const ALWAYS = new Date(1980, 0, 1);
const PACKED = /\.(png|jpe?g|gif|zip|xlsx|docx|pptx|pdf|parquet|gz)$/i;

/**
 * Writes an archive file by file, so that it may be larger than memory. The same files give the same bytes, whenever and wherever.
 * Each of `closing` is made of the files before it, and put behind them. Nothing stays behind where it fails or is aborted.
 */
export async function writeZip(
  path: string,
  contents: AsyncIterable<ZipContent> | Iterable<ZipContent>,
  {
    closing = [],
    signal,
  }: { closing?: readonly ((files: readonly ZippedFile[]) => ZipContent)[]; signal?: AbortSignal } = {},
): Promise<ZippedFile[]> {
  const zip = new ZipFile();
  const failed = Promise.withResolvers<never>();
  zip.on('error', failed.reject);
  const file = createWriteStream(path, { mode: 0o600 });
  const written = pipeline(zip.outputStream, file, signal ? { signal } : {});
  const over = Promise.race([written, failed.promise]);
  over.catch(() => undefined);
  try {
    const files: ZippedFile[] = [];
    for await (const content of contents) files.push(await put(zip, content, over));
    for (const close of closing) files.push(await put(zip, close(files), over));
    zip.end();
    await over;
    return files;
  } catch (error) {
    file.destroy();
    await written.catch(() => undefined);
    await rm(path, { force: true });
    throw error;
  }
}

async function put(zip: ZipFile, { name, bytes }: ZipContent, over: Promise<void>): Promise<ZippedFile> {
  const counted = { size: 0, hash: createHash('sha256') };
  const stream = Readable.from(countedBytes(bytes(), counted), { objectMode: false });
  const ended = new Promise<void>((resolve, reject) => {
    stream.once('end', resolve);
    stream.once('error', reject);
  });
  zip.addReadStream(stream, name, {
    mtime: ALWAYS,
    forceDosTimestamp: true,
    mode: 0o100644,
    compress: !PACKED.test(name),
  });
  await Promise.race([ended, over.then(() => ended)]);
  return { name, bytes: counted.size, sha256: counted.hash.digest('hex') };
}

async function* countedBytes(
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  counted: { size: number; hash: Hash },
): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    counted.size += chunk.length;
    counted.hash.update(chunk);
    yield chunk;
  }
}
