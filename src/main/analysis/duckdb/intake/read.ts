import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#contract/result';
import { removeWritten, TEXT_PARTIAL, UNPACKED_PARTIAL } from '../leftovers';
import type { ReadContext, ReadOutcome, ReadRequest } from './context';
import { encodingOf, toUtf8 } from './encoding';
import { unpack } from './gzip';
import { jsonToCsv } from './json';
import { readParquet } from './parquet';
import { type FileKind, kindOf, kindOfPacked } from './sniff';
import { readText } from './text';
import { listSheets, type SheetPlace, sheetToCsv } from './workbook';

const HEAD = 1024 * 1024;

/** Reads and profiles a file. What is not right about the file is in the profile; what makes it unreadable is thrown. */
export async function readFile(request: ReadRequest, context: ReadContext): Promise<ReadOutcome> {
  const file = await openRegular(request.path);
  try {
    const before = await file.stat();
    const kind = kindOf(await headOf(file));
    // What a reading that was broken off has left may be torn, and would lie there for good.
    await removeWritten(request.folder);
    await mkdir(request.folder, { recursive: true, mode: 0o700 });
    const read =
      kind === 'gzip'
        ? await readPacked(request, file, context)
        : await readAs(kind, request, file, request.path, context);
    const after = await file.stat();
    if (after.size !== before.size || after.mtimeMs !== before.mtimeMs) {
      throw new AppError('unreadable_file', 'The file changed while it was read. Drop it again.');
    }
    return read;
  } finally {
    await file.close();
  }
}

/** The sheets of a workbook that are read, each a table of its own; none for any other file. */
export async function sheetsOf(path: string): Promise<SheetPlace[]> {
  const file = await openRegular(path);
  try {
    const kind = kindOf(await headOf(file));
    return kind === 'xlsx' ? (await listSheets(path)).read : [];
  } finally {
    await file.close();
  }
}

/** Opens what is a plain file, and not a link, a folder, a pipe or a device that never ends. */
async function openRegular(path: string): Promise<FileHandle> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)).catch(
    (error: unknown) => {
      throw new AppError('unreadable_file', 'The file cannot be opened. It may be gone, or be a link to elsewhere.', {
        cause: error,
      });
    },
  );
  if ((await file.stat()).isFile()) return file;
  await file.close();
  throw new AppError('unreadable_file', 'This is not a file. Drop the file itself.');
}

async function headOf(file: FileHandle): Promise<Buffer> {
  const { size } = await file.stat();
  const head = Buffer.alloc(Math.min(HEAD, size));
  await file.read(head, 0, head.length, 0);
  return head;
}

async function readAs(
  kind: Exclude<FileKind, 'gzip'>,
  request: ReadRequest,
  file: FileHandle,
  path: string,
  context: ReadContext,
): Promise<ReadOutcome> {
  switch (kind) {
    case 'parquet':
      return readParquet(request, context);
    case 'xlsx':
      context.progress(0.01, { code: 'opening_workbook' });
      return readMade(request, context, async (to) => ({ format: 'xlsx', notes: await sheetToCsv(request, to) }));
    case 'json':
      context.progress(0.01, { code: 'reading_records' });
      return readMade(request, context, async (to) => ({
        format: 'json',
        notes: [],
        header: true,
        rejects: await jsonToCsv(path, to, context),
      }));
    case 'csv':
      return readCsv(request, file, path, context);
  }
}

async function readCsv(request: ReadRequest, original: FileHandle, path: string, context: ReadContext) {
  const { signal, progress } = context;
  progress(0.01, { code: 'decoding' });
  const encoding = await encodingOf(path, await headOf(original), signal);
  if (encoding === 'UTF-8') return readText({ request, file: original, encoding, path }, context);
  return withTemporary(request, async (text) => {
    await toUtf8(path, text, encoding, signal);
    return withFile(text, (file) => readText({ request, file, encoding, path: text }, context));
  });
}

/** What holds a table in a form of its own is read as the CSV it could have been exported as. */
async function readMade(
  request: ReadRequest,
  context: ReadContext,
  make: (to: string) => Promise<Parameters<typeof readText>[0]['made'] & object>,
): Promise<ReadOutcome> {
  return withTemporary(request, async (path) => {
    const made = await make(path);
    context.signal.throwIfAborted();
    return withFile(path, (file) => readText({ request, file, encoding: 'UTF-8', path, made }, context));
  });
}

async function readPacked(request: ReadRequest, packed: FileHandle, context: ReadContext): Promise<ReadOutcome> {
  context.progress(0.01, { code: 'unpacking' });
  const path = join(request.folder, UNPACKED_PARTIAL);
  try {
    await unpack(packed, path, context.signal);
    return await withFile(path, async (file) => readAs(kindOfPacked(await headOf(file)), request, file, path, context));
  } finally {
    await rm(path, { force: true });
  }
}

async function withTemporary<T>(request: ReadRequest, work: (path: string) => Promise<T>): Promise<T> {
  const path = join(request.folder, TEXT_PARTIAL);
  try {
    return await work(path);
  } finally {
    await rm(path, { force: true });
  }
}

async function withFile<T>(path: string, work: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, 'r+');
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}
