import { z } from 'zod';

/**
 * DuckDB's errors have no codes, only texts: their kind in front, and behind it whatever the data and the query say. This is
 * the one place that knows these texts; its test raises the errors, so that it breaks where a new DuckDB words them anew.
 */

const NO_ROOM =
  /ENOSPC|EDQUOT|EIO|Input\/output error|No space left on device|Disk quota exceeded|not enough space on the disk|disk full/i;
export const NO_ROOM_LEFT =
  'The disk is full, or cannot be written. Free some space, or check that it is connected, and try again.';
const RECORD_TOO_LONG = /maximum_object_size|Maximum line size|max_line_size|does not support a full read/i;

/** What it says, without what it puts before errors of statements. */
export function textOf(error: unknown): string {
  const known = jsonErrorOf(error);
  return known ? `${known.exception_type} Error: ${known.exception_message}` : messageOf(error);
}

/** The byte of the query at which it is, where that is told. */
export function offsetOf(error: unknown): number | null {
  const position = jsonErrorOf(error)?.position;
  return position === undefined ? null : Number(position);
}

const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/^Failed to extract statements: /, '');

const JsonError = z.object({
  exception_type: z.string(),
  exception_message: z.string(),
  position: z.string().optional(),
});

/** What sessions of queries say, which are set to `errors_as_json`; some errors have their kind in front all the same. */
function jsonErrorOf(error: unknown): z.infer<typeof JsonError> | null {
  const json = messageOf(error).replace(/^[\w ]+ Error: (?=\{)/, '');
  if (!json.startsWith('{')) return null;
  try {
    return JsonError.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

/** `Conversion`, `IO`, `Out of Memory`, … ; empty for errors of others. */
const kindOf = (error: unknown): string => /^([\w ]+?) Error:/.exec(textOf(error))?.[1] ?? '';

/** Other kinds may quote values and names, which could say anything. */
const quotesNothing = (error: unknown): boolean =>
  ['', 'Invalid', 'INTERNAL', 'FATAL', 'IO', 'Out of Memory'].includes(kindOf(error));

/** It was told to stop. */
export const isInterrupt = (error: unknown): boolean => kindOf(error) === 'INTERRUPT';

/** It wanted to read or change what it is not allowed to. */
export const isForbidden = (error: unknown): boolean => kindOf(error) === 'Permission';

export const isOutOfMemory = (error: unknown): boolean =>
  kindOf(error) === 'Out of Memory' || (quotesNothing(error) && /bad_alloc|could not allocate/.test(textOf(error)));

/** Of errors for want of memory: what was put aside on the disk took all that it may there. */
export const isSpillFull = (error: unknown): boolean => textOf(error).includes('max_temp_directory_size');

/** DuckDB, Node or the system says that nothing more can be written: the disk is full, or fails. */
export const isDiskFull = (error: unknown): boolean => quotesNothing(error) && NO_ROOM.test(textOf(error));

/** Of JSON: one record is larger than it was told to expect. */
export const isRecordTooLong = (error: unknown): boolean => RECORD_TOO_LONG.test(textOf(error));

export const isBadJson = (error: unknown): boolean => /JSON|Invalid Input/i.test(textOf(error));

/** Of bad JSON: the byte at which it is, where that is told. */
export const placeInJson = (error: unknown): string | null => /at byte (\d+)/.exec(textOf(error))?.[1] ?? null;

/** Afterwards the session holds on to memory and disk, or answers no more. */
export const isLastOfSession = (error: unknown): boolean =>
  ['FATAL', 'INTERNAL', 'IO', 'Out of Memory'].includes(kindOf(error));
