import { mkdir } from 'node:fs/promises';
import { AppError } from '#contract/result';
import { removeWritten } from '../leftovers';
import { decode } from './decode';
import { identify } from './identify';
import { takeInParquet } from './parquet';
import { takeInText } from './pipeline';
import { Scratch } from './scratch';
import type { IntakeContext, IntakeOutcome, IntakeRequest } from './types';
import { listSheets, type SheetPlace } from './workbook';

/**
 * Takes a file in: finds out how it is read, copies it into columns and profiles it. What is not right about the file is in
 * the profile; what makes it unreadable is thrown.
 */
export async function takeIn(request: IntakeRequest, context: IntakeContext): Promise<IntakeOutcome> {
  const identified = await identify(request.path, request.name);
  const { file, kind, size, modified } = identified;
  const scratch = new Scratch(request.folder);
  try {
    // What an intake that was broken off has left may be torn, and would lie there for good.
    await removeWritten(request.folder);
    await mkdir(request.folder, { recursive: true, mode: 0o700 });
    const outcome =
      kind === 'parquet'
        ? await takeInParquet(request, context)
        : await takeInText(await decode(request, { file, kind }, scratch, context), scratch, context);
    const after = await file.stat();
    if (after.size !== size || after.mtimeMs !== modified)
      throw new AppError('unreadable_file', 'The file changed while it was read. Drop it again.', {
        reason: { code: 'file_changed' },
      });
    return outcome;
  } finally {
    await scratch.close();
    await file.close();
  }
}

/** The sheets of a workbook that are read, each a table of its own; none for any other file. */
export async function sheetsOf(path: string): Promise<SheetPlace[]> {
  const { file, kind } = await identify(path);
  await file.close();
  return kind === 'xlsx' ? (await listSheets(path)).read : [];
}
