import { ArchiveError } from './budget';

/** Office documents have some hundred files; what has more was made to keep readers busy. */
const ENTRIES_AT_MOST = 20_000;
const END = 0x06054b50;
const END_SIZE = 22;
const COMMENT_AT_MOST = 0xffff;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const LOCATOR_64_SIZE = 20;
const ENTRY = 0x02014b50;
const ENTRY_SIZE = 46;
/** Written where the value itself stands in a field of 64 bits. */
const IN_64_BITS = 0xffffffff;
const ENCRYPTED = 1;

/** A file of an archive, as the archive describes it. */
export interface ArchiveEntry {
  /** Of its local head, in the archive. */
  offset: number;
  packedSize: number;
  /** What it is said to unpack to. */
  size: number;
  method: number;
  encrypted: boolean;
}

/** The files by their names, of several with one name the first. @throws ArchiveError */
export function entriesOf(bytes: Uint8Array): Map<string, ArchiveEntry> {
  try {
    return readDirectory(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), bytes);
  } catch (error) {
    if (error instanceof ArchiveError) throw error;
    throw new ArchiveError('damaged', 'the directory cannot be read', { cause: error });
  }
}

function readDirectory(view: DataView, bytes: Uint8Array): Map<string, ArchiveEntry> {
  const { start, end, shift } = placeOfDirectory(view);
  const entries = new Map<string, ArchiveEntry>();
  let count = 0;
  for (let at = start; at + ENTRY_SIZE <= end && view.getUint32(at, true) === ENTRY; ) {
    count += 1;
    if (count > ENTRIES_AT_MOST) throw new ArchiveError('too_large', 'the archive has too many files');
    const nameSize = view.getUint16(at + 28, true);
    const extraSize = view.getUint16(at + 30, true);
    const name = new TextDecoder().decode(bytes.subarray(at + ENTRY_SIZE, at + ENTRY_SIZE + nameSize));
    const extra = { from: at + ENTRY_SIZE + nameSize, to: at + ENTRY_SIZE + nameSize + extraSize };
    if (!entries.has(name)) entries.set(name, entryAt(view, at, extra, shift));
    at = extra.to + view.getUint16(at + 32, true);
  }
  if (count === 0) throw new ArchiveError('damaged', 'the archive has no files');
  return entries;
}

function entryAt(view: DataView, at: number, extra: { from: number; to: number }, shift: number): ArchiveEntry {
  const narrow = {
    size: view.getUint32(at + 24, true),
    packedSize: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  };
  const { size, packedSize, offset } = withWide(view, narrow, extra);
  return {
    size,
    packedSize,
    offset: offset + shift,
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & ENCRYPTED) !== 0,
  };
}

interface Sizes {
  size: number;
  packedSize: number;
  offset: number;
}

/** Fields of 64 bits stand in the extra field, in this order, for those alone that do not fit in 32. */
function withWide(view: DataView, narrow: Sizes, extra: { from: number; to: number }): Sizes {
  const wide = { ...narrow };
  for (let at = extra.from; at + 4 <= extra.to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let from = at + 4;
    for (const field of ['size', 'packedSize', 'offset'] as const) {
      if (narrow[field] !== IN_64_BITS) continue;
      wide[field] = safeNumber(view, from);
      from += 8;
    }
    return wide;
  }
  return wide;
}

/** `shift` is what stands before the archive, as in a program that unpacks itself: offsets do not count it. */
function placeOfDirectory(view: DataView): { start: number; end: number; shift: number } {
  const at = endRecord(view);
  const locator = at - LOCATOR_64_SIZE;
  const isWide = locator >= 0 && view.getUint32(locator, true) === LOCATOR_64;
  const { size, offset, end } = isWide
    ? wideEnd(view, safeNumber(view, locator + 8))
    : { size: view.getUint32(at + 12, true), offset: view.getUint32(at + 16, true), end: at };
  const start = end - size;
  if (start < 0 || offset > start) throw new ArchiveError('damaged', 'the directory does not lie where it should');
  return { start, end, shift: start - offset };
}

function endRecord(view: DataView): number {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= Math.max(0, last - COMMENT_AT_MOST); at -= 1)
    if (view.getUint32(at, true) === END) return at;
  throw new ArchiveError('damaged', 'the archive has no end');
}

function wideEnd(view: DataView, at: number): { size: number; offset: number; end: number } {
  if (view.getUint32(at, true) !== END_64) throw new ArchiveError('damaged', 'the end of 64 bits is missing');
  return { size: safeNumber(view, at + 40), offset: safeNumber(view, at + 48), end: at };
}

function safeNumber(view: DataView, at: number): number {
  const value = view.getBigUint64(at, true);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new ArchiveError('damaged', 'a size is impossible');
  return Number(value);
}
