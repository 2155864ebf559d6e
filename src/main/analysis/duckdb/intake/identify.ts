import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { AppError } from '#contract/result';
import { type FileKind, kindOf } from './file-kind';

const HEAD = 1024 * 1024;

export interface IdentifiedFile {
  file: FileHandle;
  kind: FileKind;
  size: number;
  modified: number;
}

/**
 * What a file is by its beginning; its name only tells what a damaged one was. Whoever gets it closes it.
 * @throws AppError `unreadable_file` for what is no plain file, `unsupported_file`
 */
export async function identify(path: string, name = ''): Promise<IdentifiedFile> {
  const file = await openRegular(path);
  try {
    const { size, mtimeMs } = await file.stat();
    return { file, kind: kindOf(await headOf(file), name), size, modified: mtimeMs };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** Opens what is a plain file, and not a link, a folder, a pipe or a device that never ends. */
async function openRegular(path: string): Promise<FileHandle> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)).catch(
    (error: unknown) => {
      throw new AppError('unreadable_file', 'The file cannot be opened. It may be gone, or be a link to elsewhere.', {
        reason: { code: 'file_not_opened' },
        cause: error,
      });
    },
  );
  if ((await file.stat()).isFile()) return file;
  await file.close();
  throw new AppError('unreadable_file', 'This is not a file. Drop the file itself.', {
    reason: { code: 'file_no_file' },
  });
}

/** The beginning of a file, as much of it as tells what it is. */
export async function headOf(file: FileHandle): Promise<Buffer> {
  const { size } = await file.stat();
  const head = Buffer.alloc(Math.min(HEAD, size));
  await file.read(head, 0, head.length, 0);
  return head;
}
