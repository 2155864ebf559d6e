import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { AppError } from '#contract/result';

/** Windows has no such flag, and no pipes that lie in folders. */
const NEVER_WAIT = constants.O_NONBLOCK ?? 0;

/**
 * The bytes of a file that was named by its path, from one state of it.
 * @throws AppError `not_found` for what is no file, such as a folder, a pipe or a device; `unreadable_file` where another program
 * has changed it meanwhile
 */
export async function* readNamedFile(path: string): AsyncGenerator<Uint8Array> {
  const file = await openFile(path);
  try {
    const before = await file.stat();
    let size = 0;
    for await (const chunk of file.createReadStream({ autoClose: false })) {
      size += chunk.length;
      yield chunk;
    }
    const after = await file.stat();
    if (size !== before.size || after.size !== before.size || after.mtimeMs !== before.mtimeMs)
      throw new AppError(
        'unreadable_file',
        `${path} was changed while it was read. Wait until the program that writes it is done, and ask again.`,
      );
  } finally {
    await file.close();
  }
}

/** What is looked at is what is then read, whatever takes its name meanwhile. */
async function openFile(path: string): Promise<FileHandle> {
  const file = await open(path, constants.O_RDONLY | NEVER_WAIT).catch((cause: unknown) => {
    throw new AppError('not_found', `There is no file ${path} that can be read. Check the path.`, { cause });
  });
  if ((await file.stat()).isFile()) return file;
  await file.close();
  throw new AppError('not_found', `There is no file ${path}. Check the path.`);
}
