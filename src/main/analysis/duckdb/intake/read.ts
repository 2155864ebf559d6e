import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { DatasetProfile } from '#contract';
import { AppError } from '#contract/result';
import { readTable } from '../connection';
import { readColumns } from '../infer/column';
import { profileTable, type ReadColumn } from '../profile';
import { COPY_NAME, type Reading, type ReadingColumn } from '../reading';
import { fileOf, rawTable } from '../sql';
import { columnNames, dialectOf, headerIn, recordsIn } from './dialect';
import { type Encoding, encodingOf, toUtf8 } from './encoding';
import { notesOf } from './notes';
import { fieldsOf } from './scan';
import { kindOf } from './sniff';
import { type Survey, type SurveyPlan, survey } from './survey';
import { type ReadSheet, sheetToCsv } from './workbook';

const HEAD = 1024 * 1024;
const COLUMNS_AT_MOST = 2_000;
/** Short lines are padded rather than rejected when more than this share of the lines is short. */
const SHORT_IS_NORMAL = 0.1;
const TITLE_LINES_AT_MOST = 20;

export interface ReadRequest {
  path: string;
  name: string;
  folder: string;
}

export interface ReadContext {
  connection: DuckDBConnection;
  signal: AbortSignal;
  progress(share: number, doing: string): void;
}

/** Reads and profiles a file. What is not right about the file is in the profile; what makes it unreadable is thrown. */
export async function readFile(
  request: ReadRequest,
  context: ReadContext,
): Promise<{ profile: DatasetProfile; reading: Reading }> {
  const file = await openRegular(request.path);
  try {
    const before = await file.stat();
    const head = Buffer.alloc(Math.min(HEAD, before.size));
    await file.read(head, 0, head.length, 0);
    const kind = kindOf(head);
    await mkdir(request.folder, { recursive: true, mode: 0o700 });
    const read =
      kind === 'parquet'
        ? await readParquet(request, context)
        : kind === 'csv'
          ? await readCsv(request, file, head, context)
          : await readWorkbook(request, before.size, context);
    const after = await file.stat();
    if (after.size !== before.size || after.mtimeMs !== before.mtimeMs) {
      throw new AppError('unreadable_file', 'The file changed while it was read. Drop it again.');
    }
    return read;
  } finally {
    await file.close();
  }
}

/** Opens what is a plain file, and not a link, a folder, a pipe or a device that never ends. */
async function openRegular(path: string): Promise<FileHandle> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)).catch(
    (error: unknown) => {
      throw new AppError('unreadable_file', 'The file cannot be opened. It may be gone, or be a link to elsewhere.', {
        cause: error,
      });
    },
  );
  if ((await file.stat()).isFile()) return file;
  await file.close();
  throw new AppError('unreadable_file', 'This is not a file. Drop the file itself.');
}

async function readCsv(request: ReadRequest, original: FileHandle, firstHead: Buffer, context: ReadContext) {
  const { signal, progress } = context;
  progress(0.01, 'Checking the encoding');
  const encoding = await encodingOf(request.path, firstHead, signal);
  const text = encoding === 'UTF-8' ? null : join(request.folder, 'text.partial');
  if (text) await toUtf8(request.path, text, encoding, signal);
  const file = text ? await open(text) : original;
  try {
    return await readText({ request, file, encoding, path: text ?? request.path }, context);
  } finally {
    if (text) {
      await file.close();
      await rm(text, { force: true });
    }
  }
}

/** A sheet is read as the CSV it could have been exported as. */
async function readWorkbook(request: ReadRequest, size: number, context: ReadContext) {
  context.progress(0.01, 'Opening the workbook');
  const path = join(request.folder, 'text.partial');
  try {
    const sheet = await sheetToCsv(request.path, size, path);
    context.signal.throwIfAborted();
    const file = await open(path);
    try {
      return await readText({ request, file, encoding: 'UTF-8', path, sheet }, context);
    } finally {
      await file.close();
    }
  } finally {
    await rm(path, { force: true });
  }
}

interface TextFile {
  request: ReadRequest;
  file: FileHandle;
  path: string;
  encoding: Encoding;
  /** Where the text comes from a workbook. */
  sheet?: ReadSheet;
}

async function readText(text: TextFile, context: ReadContext) {
  const { signal, progress } = context;
  const { size } = await text.file.stat();
  const plan = await planFor(text.file, size);
  const count = (from: number, to: number) => (bytes: number) =>
    progress(from + (to - from) * Math.min(1, bytes / Math.max(1, size)), 'Counting lines');
  let seen = await survey(text.file, plan.survey, { signal, onBytes: count(0.05, 0.3) });
  if (seen.short > seen.records * SHORT_IS_NORMAL && seen.records > 10) {
    plan.survey.pad = true;
    seen = await survey(text.file, plan.survey, { signal, onBytes: count(0.05, 0.3) });
  }
  if (seen.rows === 0)
    throw new AppError(
      'unreadable_file',
      seen.rejected > 0
        ? `No line of the file could be read: ${seen.rejects[0]?.reason ?? ''}`
        : 'The file has no rows, only a header.',
    );
  if (plan.survey.fields > COLUMNS_AT_MOST)
    throw new AppError('too_large', `The file has ${plan.survey.fields} columns; ${COLUMNS_AT_MOST} can be read.`);
  const copied = seen.needsCopy || text.path !== text.request.path;
  if (copied) await writeCopy(text, plan.survey, signal, count(0.3, 0.45));
  return profileCsv(text, plan, seen, copied, context);
}

interface Plan {
  survey: SurveyPlan;
  sureOfHeader: boolean;
}

/** Delimiter, header and title lines, from the beginning of the file. */
async function planFor(file: FileHandle, size: number): Promise<Plan> {
  const raw = Buffer.alloc(Math.min(HEAD, size));
  await file.read(raw, 0, raw.length, 0);
  const head = raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf ? raw.subarray(3) : raw;
  const last = size <= HEAD;
  const { delimiter, fields } = dialectOf(head, last);
  const records = recordsIn(head, delimiter, last, 1_000);
  if (records.length === 0) throw new AppError('unreadable_file', 'The file has no lines that can be read.');
  const at = Math.max(
    0,
    records.findIndex((record) => record.fields === fields),
  );
  const skip = at <= TITLE_LINES_AT_MOST ? at : 0;
  const rows = records
    .slice(skip)
    .filter((record) => record.fields === fields)
    .map((record) => fieldsOf(record.text, delimiter));
  const [first = [], ...rest] = rows;
  const { header, sure } = headerIn(first, rest.slice(0, 200));
  return { survey: { delimiter, fields, header, skip, pad: false }, sureOfHeader: sure };
}

/** The rows that can be read, clean, in the dataset's own folder; there only once it is whole. */
async function writeCopy(
  text: TextFile,
  plan: SurveyPlan,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const partial = join(text.request.folder, `${COPY_NAME}.partial`);
  const out = await open(partial, 'w', 0o600);
  try {
    await survey(text.file, plan, { signal, onBytes, write: (chunk) => out.writeFile(chunk) });
    await out.sync();
  } finally {
    await out.close();
  }
  await rename(partial, join(text.request.folder, COPY_NAME));
}

async function profileCsv(text: TextFile, plan: Plan, seen: Survey, copied: boolean, context: ReadContext) {
  const { delimiter, header, fields } = plan.survey;
  const names = columnNames(seen.header ?? Array.from({ length: fields }, () => ''));
  const readings = readColumns(names, seen.sample, delimiter);
  const columns: ReadColumn[] = readings.map((reading, i) => ({
    ...reading,
    name: names[i] ?? `column${i + 1}`,
    raw: `c${i}`,
  }));
  const newline = copied || !seen.newlines.has('\r\n') ? '\n' : '\r\n';
  const csv = { delimiter, header, longest: seen.longest, newline } as const;
  const draft: Reading = { version: 1, file: copied ? 'copy' : 'source', csv, columns };
  const file = fileOf(text.request, draft);
  const tableOf = (those: readonly ReadingColumn[]) => rawTable(file, { ...draft, columns: [...those] });
  let share = 0.45;
  const profiled = await profileTable(context.connection, tableOf, columns, (doing) => {
    context.progress(share, doing);
    share += 0.25;
  });
  const reading: Reading = { ...draft, columns: profiled.reading };
  const profile: DatasetProfile = {
    ...(text.sheet
      ? { format: 'xlsx', encoding: null, delimiter: null }
      : { format: 'csv', encoding: text.encoding, delimiter }),
    records: seen.records,
    rows: profiled.rows,
    rejected: seen.rejected,
    rejects: seen.rejects,
    duplicates: profiled.duplicates,
    columns: profiled.columns,
    notes: notesOf({
      seen,
      plan: plan.survey,
      sureOfHeader: plan.sureOfHeader,
      encoding: text.encoding,
      ...(text.sheet ? { sheet: text.sheet } : {}),
      rows: profiled.rows,
      readings,
      names,
    }),
  };
  return { profile, reading };
}

async function readParquet(
  request: ReadRequest,
  context: ReadContext,
): Promise<{ profile: DatasetProfile; reading: Reading }> {
  const draft: Reading = { version: 1, file: 'source', csv: null, columns: [] };
  const from = rawTable(request.path, draft);
  const table = await readTable(context.connection, `SELECT * FROM ${from} LIMIT 0`).catch((error: unknown) => {
    throw new AppError('unreadable_file', 'The Parquet file is damaged: its description of itself cannot be read.', {
      cause: error,
    });
  });
  const names = columnNames(table.columns.map((column) => column.name));
  const columns = table.columns.map(
    (column, i): ReadColumn => ({
      name: names[i] ?? column.name,
      raw: column.name,
      how: { as: 'native', type: column.type },
      unit: null,
      readAs: null,
      guessed: false,
    }),
  );
  let share = 0.1;
  const profiled = await profileTable(
    context.connection,
    () => from,
    columns,
    (doing) => {
      context.progress(share, doing);
      share += 0.45;
    },
  );
  const profile: DatasetProfile = {
    format: 'parquet',
    encoding: null,
    delimiter: null,
    records: profiled.rows,
    rows: profiled.rows,
    rejected: 0,
    rejects: [],
    duplicates: profiled.duplicates,
    columns: profiled.columns,
    notes: [],
  };
  return { profile, reading: { ...draft, columns: profiled.reading } };
}
