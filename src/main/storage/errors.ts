import { AppError } from '#contract/result';
import { dataMissing } from './identity';

const SQLITE_BUSY = 5;
const SQLITE_READONLY = 8;
const SQLITE_IOERR = 10;
const SQLITE_CORRUPT = 11;
const SQLITE_FULL = 13;
const SQLITE_CANTOPEN = 14;
const SQLITE_NOTADB = 26;
/** Of SQLITE_READONLY: the file is no longer the one that was opened. */
const SQLITE_READONLY_DBMOVED = 1_032;

export const READ_ONLY =
  'The data folder cannot be written, so nothing can be saved in it. Make it writable again, or choose another folder with --data.';

const FAILING = 'The disk could not be written. Check that it is connected and has space.';

/** Turns what the disk or SQLite said into what the analyst can act on; anything else is passed on as it is. */
export function storageError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof AppError) return error;
  const cause = { cause: error };
  if ('errcode' in error && error.errcode === SQLITE_READONLY_DBMOVED) return dataMissing(error);
  switch ('errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : null) {
    case SQLITE_FULL:
      return new AppError('no_space', 'The disk is full. Free some space and try again; nothing was lost.', cause);
    case SQLITE_BUSY:
      return new AppError('data_in_use', 'Another program is holding the data folder. Close it and try again.', cause);
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
      return new AppError('read_only', READ_ONLY, cause);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return new AppError(
        'data_damaged',
        'A database of the data folder is damaged. Start Assay with its window: it offers to restore a backup, or to keep what can be read.',
        cause,
      );
    case SQLITE_IOERR:
      return new AppError('no_space', FAILING, cause);
    default:
      return fileError(error, cause);
  }
}

function fileError(error: Error, cause: ErrorOptions): unknown {
  switch ('code' in error ? error.code : null) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new AppError('no_space', 'The disk is full. Free some space and try again; nothing was lost.', cause);
    case 'EIO':
    case 'ENXIO':
    case 'ENODEV':
      return new AppError('no_space', FAILING, cause);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new AppError('read_only', READ_ONLY, cause);
    case 'ENOTDIR':
    case 'EEXIST':
      return new AppError(
        'read_only',
        'A file stands where the data folder, or a folder in it, should be. Move it, or choose another folder.',
        cause,
      );
    default:
      return error;
  }
}

export const newerData = (): AppError =>
  new AppError(
    'data_newer',
    'This data folder was written by a newer version of Assay. Install that version, or choose another folder; nothing was changed.',
  );
