import type { FileLooks } from '#contract/failure-reasons';
import { AppError } from '#contract/result';

const AS_CSV = 'Export the table as CSV and drop that.';
const AS_XLSX = 'Open it there, save it as an Excel workbook (.xlsx) or as CSV, and drop that.';

const SIGNATURES: [bytes: number[], looks: FileLooks, what: string, advice: string][] = [
  [[0x25, 0x50, 0x44, 0x46], 'pdf', 'a PDF', AS_CSV],
  [[0x7f, 0x45, 0x4c, 0x46], 'program', 'a program', AS_CSV],
  [[0x4d, 0x5a, 0x90], 'program', 'a program', AS_CSV],
  [[0xcf, 0xfa, 0xed, 0xfe], 'program', 'a program', AS_CSV],
  [[0x42, 0x5a, 0x68], 'bzip2', 'a compressed file (bzip2)', 'Unpack it, or pack it with gzip.'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'zstd', 'a compressed file (zstd)', 'Unpack it, or pack it with gzip.'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'xz', 'a compressed file (xz)', 'Unpack it, or pack it with gzip.'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'sevenzip', 'a compressed file (7z)', 'Unpack it and drop the files inside.'],
  [[0x89, 0x50, 0x4e, 0x47], 'png', 'a picture (PNG)', AS_CSV],
  [[0xff, 0xd8, 0xff], 'jpeg', 'a picture (JPEG)', AS_CSV],
  [[0x47, 0x49, 0x46, 0x38], 'gif', 'a picture (GIF)', AS_CSV],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'sqlite', 'a SQLite database', AS_CSV],
  [
    [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31],
    'arrow',
    'an Arrow (Feather) file',
    'Save the table as Parquet or CSV and drop that.',
  ],
  [
    [0x50, 0x41, 0x52, 0x45],
    'encrypted_parquet',
    'an encrypted Parquet file',
    'Save it without encryption and drop that.',
  ],
  [[0x4f, 0x62, 0x6a, 0x01], 'avro', 'an Avro file', 'Save the table as Parquet or CSV and drop that.'],
];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

export type FileKind = 'csv' | 'parquet' | 'xlsx' | 'json' | 'gzip';

/**
 * What a file is by its first bytes, whatever its name says; the name only tells what a damaged one was.
 * @throws AppError `unsupported_file` naming what it looks like, `unreadable_file` when it is empty
 */
export function kindOf(head: Buffer, name = ''): FileKind {
  if (head.length === 0)
    throw new AppError('unreadable_file', 'The file is empty.', { reason: { code: 'file_empty' } });
  if (startsWith(head, [0x50, 0x41, 0x52, 0x31])) return 'parquet';
  if (startsWith(head, [0x1f, 0x8b])) return 'gzip';
  if (startsWith(head, [0x50, 0x4b])) return zipKind(head, name);
  if (startsWith(head, OLE)) throw oleRefusal(head);
  const signature = SIGNATURES.find(([bytes]) => startsWith(head, bytes));
  if (signature) throw refuse(signature[1], signature[2], signature[3]);
  const text = head.toString('latin1').replace(/^ï»¿/, '').trimStart();
  if (/^<(!doctype|html|head|body|\?xml|svg|table)/i.test(text)) {
    throw refuse(
      'web_page',
      'a web page or XML',
      'It may be a log-in or error page saved instead of the file. Download it again, or export the table as CSV.',
    );
  }
  if (looksUtf16(head)) return 'csv';
  if (head.includes(0)) throw refuse('binary', 'a binary file', AS_CSV);
  return /^(?:\{\s*["}]|\[\s*[[{\]])/.test(text) ? 'json' : 'csv';
}

/** The same for what came out of a compressed file, where only text is a table. */
export function kindOfPacked(head: Buffer): 'csv' | 'json' {
  const kind = kindOf(head);
  if (kind === 'csv' || kind === 'json') return kind;
  throw new AppError(
    'unsupported_file',
    `A compressed file may hold CSV or JSON; this one holds ${kind}. Unpack it first.`,
    { reason: { code: 'packed_holds', kind } },
  );
}

/** Most office programs keep their files in ZIP archives, each with names of its own. */
function zipKind(head: Buffer, name: string): FileKind {
  if (head.includes('opendocument.spreadsheet')) throw refuse('ods', 'an OpenDocument spreadsheet (.ods)', AS_XLSX);
  if (head.includes('.iwa')) throw refuse('numbers', 'a Numbers document', AS_XLSX);
  if (head.includes('xl/workbook.bin')) throw refuse('xlsb', 'a binary Excel workbook (.xlsb)', AS_XLSX);
  if (head.includes('xl/') || head.includes('[Content_Types].xml')) return 'xlsx';
  if (/\.xls[xm]$/i.test(name))
    throw new AppError(
      'unreadable_file',
      'This workbook is damaged or cut off: nothing of what a workbook begins with is in it. Get it again, or open it in Excel and save it anew.',
      { reason: { code: 'workbook_cut_off' } },
    );
  throw refuse('zip', 'a ZIP archive', 'Unpack it and drop the files inside.');
}

/** Workbooks with a password are wrapped into the form that Excel had before 2007. */
function oleRefusal(head: Buffer): AppError {
  if (head.includes(Buffer.from('EncryptedPackage', 'utf16le')))
    return refuse('password_workbook', 'a workbook with a password', 'Save it without the password and drop that.');
  return refuse('old_office', 'an old Excel or Office file (.xls)', AS_XLSX);
}

function refuse(looks: FileLooks, what: string, advice: string): AppError {
  return new AppError(
    'unsupported_file',
    `This file is not a table that can be read: it looks like ${what}. ${advice}`,
    { reason: { code: 'file_is', looks } },
  );
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
