import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';

/**
 * What the files of a database say without SQLite, which may already change them by looking: the header of the file
 * itself, and the committed versions of its first page in the write-ahead log beside it.
 */
export interface DatabaseFiles {
  /** `other` has bytes that are no SQLite database. */
  state: 'missing' | 'empty' | 'database' | 'other';
  /** The schema's, the committed part of the log included. */
  version: number;
  /** The log holds commits of another database, or of another time of this one. */
  foreignLog: boolean;
  /** Bytes of the log. */
  logSize: number;
}

const MAGIC = 'SQLite format 3\0';
const HEADER = 100;
const VERSION_AT = 60;
const ID_AT = 68;
const LOG_HEADER = 32;
const FRAME_HEADER = 24;
const LOG_MAGIC = 0x377f0682;

/** @throws the system's errors when a file is there and cannot be read */
export function inspectDatabase(path: string): DatabaseFiles {
  const header = readHeader(path);
  const state = stateOf(header);
  const logPath = `${path}-wal`;
  const logSize = statSync(logPath, { throwIfNoEntry: false })?.size ?? 0;
  const pages = logSize > LOG_HEADER ? committedFirstPages(readFileSync(logPath)) : [];
  const own = header && state === 'database' ? header : null;
  const fits = own !== null && (pages.length === 0 || pages.some((page) => idOf(page) === idOf(own)));
  const latest = (fits ? pages.at(-1) : undefined) ?? own;
  return {
    state,
    version: latest?.readUInt32BE(VERSION_AT) ?? 0,
    foreignLog: logSize > 0 && !fits,
    logSize,
  };
}

const idOf = (page: Buffer): number => page.readInt32BE(ID_AT);

function stateOf(header: Buffer | null): DatabaseFiles['state'] {
  if (header === null) return 'missing';
  if (header.length === 0) return 'empty';
  return header.length === HEADER && header.toString('latin1', 0, MAGIC.length) === MAGIC ? 'database' : 'other';
}

/** The first bytes of the file, fewer where it is shorter; null where there is none. */
function readHeader(path: string): Buffer | null {
  if (!statSync(path, { throwIfNoEntry: false })) return null;
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(HEADER);
    return bytes.subarray(0, readSync(file, bytes, 0, HEADER, 0));
  } finally {
    closeSync(file);
  }
}

/** Oldest first. A frame counts as SQLite counts it: its salts and running checksum fit, and a commit follows it. */
function committedFirstPages(log: Buffer): Buffer[] {
  if ((log.readUInt32BE(0) & ~1) >>> 0 !== LOG_MAGIC) return [];
  const bigEndian = (log.readUInt32BE(0) & 1) === 1;
  const pageSize = log.readUInt32BE(8);
  let sum = checksum(log.subarray(0, 24), [0, 0], bigEndian);
  if (sum[0] !== log.readUInt32BE(24) || sum[1] !== log.readUInt32BE(28)) return [];
  const committed: Buffer[] = [];
  const waiting: Buffer[] = [];
  for (let at = LOG_HEADER; at + FRAME_HEADER + pageSize <= log.length; at += FRAME_HEADER + pageSize) {
    const page = log.subarray(at + FRAME_HEADER, at + FRAME_HEADER + pageSize);
    if (!log.subarray(at + 8, at + 16).equals(log.subarray(16, 24))) break;
    sum = checksum(page, checksum(log.subarray(at, at + 8), sum, bigEndian), bigEndian);
    if (sum[0] !== log.readUInt32BE(at + 16) || sum[1] !== log.readUInt32BE(at + 20)) break;
    if (log.readUInt32BE(at) === 1) waiting.push(page);
    if (log.readUInt32BE(at + 4) !== 0) committed.push(...waiting.splice(0));
  }
  return committed;
}

type Sum = [number, number];

function checksum(bytes: Buffer, [first, second]: Sum, bigEndian: boolean): Sum {
  let [a, b] = [first, second];
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    a = (a + (bigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + b) >>> 0;
    b = (b + (bigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + a) >>> 0;
  }
  return [a, b];
}
