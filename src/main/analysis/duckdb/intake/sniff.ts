import { AppError } from '#contract/result';

const SIGNATURES: [bytes: number[], what: string][] = [
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  [[0x7f, 0x45, 0x4c, 0x46], 'a program'],
  [[0x4d, 0x5a, 0x90], 'a program'],
  [[0xcf, 0xfa, 0xed, 0xfe], 'a program'],
  [[0x1f, 0x8b], 'a compressed file (gzip)'],
  [[0x42, 0x5a, 0x68], 'a compressed file (bzip2)'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'a compressed file (7z)'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture (PNG)'],
  [[0xff, 0xd8, 0xff], 'a picture (JPEG)'],
  [[0x47, 0x49, 0x46, 0x38], 'a picture (GIF)'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Office file'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'a SQLite database'],
];

export type FileKind = 'csv' | 'parquet' | 'xlsx';

/**
 * What a file is by its first bytes, whatever its name says.
 * @throws AppError `unsupported_file` naming what it looks like, `unreadable_file` when it is empty
 */
export function kindOf(head: Buffer): FileKind {
  if (head.length === 0) throw new AppError('unreadable_file', 'The file is empty.');
  if (startsWith(head, [0x50, 0x41, 0x52, 0x31])) return 'parquet';
  if (startsWith(head, [0x50, 0x4b])) {
    if (head.includes('xl/') || head.includes('[Content_Types].xml')) return 'xlsx';
    throw refuse('a ZIP archive', 'Unpack it and drop the files inside.');
  }
  const found = SIGNATURES.find(([bytes]) => startsWith(head, bytes));
  if (found) throw refuse(found[1], 'Export the table as CSV and drop that.');
  const text = head.toString('latin1').trimStart().toLowerCase();
  if (/^(\ufeff|ï»¿)?<(!doctype|html|head|body|\?xml|svg|table)/.test(text)) {
    throw refuse(
      'a web page or XML',
      'It may be a log-in or error page saved instead of the file. Download it again, or export the table as CSV.',
    );
  }
  if (looksUtf16(head)) return 'csv';
  if (head.includes(0)) throw refuse('a binary file', 'Export the table as CSV and drop that.');
  return 'csv';
}

function refuse(what: string, advice: string): AppError {
  return new AppError('unsupported_file', `This file is not a table: it looks like ${what}. ${advice}`);
}

export function startsWith(head: Buffer, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}

/** A byte order mark, or every other byte zero. */
export function looksUtf16(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (startsWith(head, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(head, [0xfe, 0xff])) return 'utf-16be';
  const zeros = [0, 0];
  const looked = Math.min(head.length, 2_000) & ~1;
  for (let i = 0; i < looked; i += 1) if (head[i] === 0) zeros[i & 1] = (zeros[i & 1] ?? 0) + 1;
  const half = looked / 2;
  if (half < 4) return null;
  if ((zeros[1] ?? 0) > half * 0.7 && zeros[0] === 0) return 'utf-16le';
  if ((zeros[0] ?? 0) > half * 0.7 && zeros[1] === 0) return 'utf-16be';
  return null;
}
