import { type Archive, ArchiveError, openArchive } from '../../../../archive';
import { DocumentError } from '../../types';

const DAMAGED = 'The document is damaged and cannot be opened. Save it anew and upload it again.';
const TOO_LARGE = 'The document unpacks to far more than its size suggests, so it was not opened.';

/** What `read` makes of the archive's parts. @throws DocumentError, also for what is wrong with archive or XML */
export function fromArchive<T>(bytes: Uint8Array, read: (archive: Archive) => T): T {
  return orRefused(() => read(openArchive(bytes)));
}

/** @throws DocumentError for what is wrong with an archive or the XML in it */
export function orRefused<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof DocumentError) throw error;
    const isTooLarge = error instanceof ArchiveError && error.code === 'too_large';
    throw new DocumentError(
      'invalid_file',
      isTooLarge ? TOO_LARGE : DAMAGED,
      isTooLarge ? 'unpacks_too_far' : 'damaged',
      {
        cause: error,
      },
    );
  }
}
