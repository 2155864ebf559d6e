import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { ProfileNote } from '#contract';
import { AppError } from '#contract/result';
import { readTable } from '../connection';
import { isBadJson, isInterrupt, isOutOfMemory, isRecordTooLong, placeInJson } from '../duckdb-errors';
import { quoteText } from '../sql';
import { COLUMNS_AT_MOST, FIELDS_AT_MOST } from './limits';
import { nestedNotes } from './nested-json';
import type { IntakeContext, Rejects } from './types';

/** What a record may take. The memory of reading grows with it, so that the larger is for files that need it. */
const RECORD_SIZES = [4 * 1024 * 1024, 64 * 1024 * 1024] as const;
const REJECTS_KEPT = 100;
const SHOWN = 500;

/** Where the records of a file are, as SQL: `record` is the JSON of one, null where `said` is none; `n` counts them. */
interface Records {
  sql: string;
  /** What `n` counts. */
  what: 'line' | 'record';
}

/**
 * Writes JSON records as CSV with a header: a column for each field that any of them has, in the order of their first
 * appearance. Lists and objects inside a record stay JSON text. Returns what was no record, and what is nested in those.
 * @throws AppError `unsupported_file` for JSON that is no list of records, `unreadable_file` for damaged JSON, `too_large`
 */
export async function jsonToCsv(
  path: string,
  to: string,
  context: IntakeContext,
): Promise<Rejects & { notes: ProfileNote[] }> {
  const [usual, most] = RECORD_SIZES;
  try {
    return await writeRecords(path, to, usual, context);
  } catch (error) {
    if (!isRecordTooLong(error)) throw jsonError(error);
  }
  return writeRecords(path, to, most, context).catch((error: unknown) => {
    throw jsonError(error);
  });
}

async function writeRecords(path: string, to: string, most: number, { connection, signal }: IntakeContext) {
  const records = await recordsOf(connection, path, most);
  const fields = await fieldsOf(connection, records);
  signal.throwIfAborted();
  await refuseSparse(connection, records, fields.length, (await stat(path)).size);
  signal.throwIfAborted();
  const header = fields.map((field) => quoteText(field.replaceAll('\0', ' '))).join(', ');
  // One list of paths has each record parsed once, and not once for each field.
  const paths = fields.map((field) => pathTo(field)).join(', ');
  const values = fields.map((_, index) => `found[${index + 1}]`).join(', ');
  await connection.run(
    `COPY (SELECT ${header} UNION ALL SELECT ${values} FROM
         (SELECT json_extract_string(record, [${paths}]) AS found FROM (${records.sql}) WHERE record IS NOT NULL))
       TO ${quoteText(to)} (FORMAT csv, HEADER false, QUOTE '"', ESCAPE '"', DELIMITER ',')`,
  );
  const notes = await nestedNotes(
    connection,
    records.sql,
    fields.map((name) => ({ name, path: pathTo(name) })),
  );
  return { ...(await rejectsOf(connection, records)), notes };
}

async function recordsOf(connection: DuckDBConnection, path: string, most: number): Promise<Records> {
  const file = quoteText(path);
  const objects = (format: string) =>
    `SELECT json FROM read_json_objects(${file}, format = '${format}', maximum_object_size = ${most})`;
  const numbered = (sql: string): Records => ({
    sql: `SELECT n, coalesce(CAST(json AS VARCHAR), 'null') AS said, CASE WHEN json_type(json) = 'OBJECT' THEN json END AS record
          FROM (SELECT row_number() OVER () AS n, json FROM (${sql}))`,
    what: 'record',
  });
  if ((await firstMark(path)) === '[') return numbered(objects('array'));
  const [whole, lines] = await column(
    connection,
    `SELECT unnest([first(json_valid(json)), count(*) > 1]) FROM (${linesOf(file, most)}) WHERE json IS NOT NULL`,
  );
  if (whole === 'true' && lines === 'true') {
    // Each test only where the one before holds: text that is no JSON has no type, it fails.
    const record = `CASE WHEN json_valid(json) THEN CASE WHEN json_type(json) = 'OBJECT' THEN json END END`;
    const sql = `SELECT n, json AS said, ${record} AS record FROM (${linesOf(file, most)}) WHERE json IS NOT NULL`;
    return { sql, what: 'line' };
  }
  const loose = objects('unstructured');
  const [onlyDocument] = await column(connection, `SELECT CASE WHEN count(*) = 1 THEN first(json) END FROM (${loose})`);
  return onlyDocument === undefined || onlyDocument === 'null'
    ? numbered(loose)
    : numbered(await listIn(connection, loose));
}

/** What the file begins with, after blanks. */
async function firstMark(path: string): Promise<string> {
  const [head] = await createReadStream(path, { end: 65_535 }).toArray();
  return /[^\s\ufeff]/.exec(String(head ?? ''))?.[0] ?? '';
}

/** Each line of a file as it stands; blank ones are null. */
const linesOf = (file: string, most: number): string =>
  `SELECT row_number() OVER () AS n, line AS json FROM read_csv(${file}, auto_detect = false, header = false, delim = '', quote = '',
     escape = '', nullstr = '', columns = {line: 'VARCHAR'}, max_line_size = ${most}, buffer_size = ${most * 2})`;

/** One object with a list of records under one of its names, as programs answer: the list. */
async function listIn(connection: DuckDBConnection, document: string): Promise<string> {
  const names = await column(
    connection,
    `SELECT k FROM (SELECT json, unnest(json_keys(json)) AS k FROM (${document}))
     WHERE json_type(json, '/' || replace(replace(k, '~', '~0'), '/', '~1')) = 'ARRAY'
       AND json_type(json, '/' || replace(replace(k, '~', '~0'), '/', '~1') || '/0') = 'OBJECT'`,
  );
  const [name] = names;
  if (name === undefined || names.length > 1)
    throw new AppError('unsupported_file', notRecords, { reason: { code: 'json_no_records' } });
  return `SELECT unnest(json_extract(json, ${quoteText(`$."${name.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"[*]`)})) AS json FROM (${document})`;
}

async function fieldsOf(connection: DuckDBConnection, { sql }: Records): Promise<string[]> {
  const fields = await column(
    connection,
    `WITH lists AS (SELECT json_keys(record) AS keys, min(n) AS n FROM (${sql}) WHERE record IS NOT NULL GROUP BY 1)
     SELECT k FROM (SELECT unnest(keys) AS k, generate_subscripts(keys, 1) AS place, n FROM lists) GROUP BY k ORDER BY min((n, place))
     LIMIT ${COLUMNS_AT_MOST + 1}`,
  );
  if (fields.length === 0) throw new AppError('unsupported_file', notRecords, { reason: { code: 'json_no_records' } });
  if (fields.length > COLUMNS_AT_MOST)
    throw new AppError(
      'too_large',
      `The records have more than ${COLUMNS_AT_MOST} different fields. Keep the lists of values out of their names, or export fewer fields.`,
      { reason: { code: 'json_fields', most: COLUMNS_AT_MOST } },
    );
  return fields;
}

/** Every record takes a place for every field, so that a few wide ones among many can make a table that fills the disk. */
async function refuseSparse(connection: DuckDBConnection, { sql }: Records, fields: number, size: number) {
  const [count] = await column(connection, `SELECT count(*) FROM (${sql}) WHERE record IS NOT NULL`);
  if (Number(count) * fields > Math.max(FIELDS_AT_MOST, size))
    throw new AppError(
      'too_large',
      'The records have too few of their fields in common to be one table. Export those of one kind.',
      { reason: { code: 'json_kinds' } },
    );
}

async function rejectsOf(connection: DuckDBConnection, { sql, what }: Records): Promise<Rejects> {
  const bad = `FROM (${sql}) WHERE record IS NULL`;
  const [count] = await column(connection, `SELECT count(*) ${bad}`);
  if (count === '0') return { rejected: 0, rejects: [] };
  const { rows } = await readTable(
    connection,
    `SELECT n, left(said, ${SHOWN}), json_valid(said) ${bad} ORDER BY n LIMIT ${REJECTS_KEPT}`,
  );
  const rejects = rows.map(([line, text, valid]) => ({
    line: Number(line),
    reason: valid ? { code: 'no_object' as const, unit: what } : { code: 'no_json' as const, unit: what },
    text: String(text),
  }));
  return { rejected: Number(count), rejects };
}

async function column(connection: DuckDBConnection, sql: string): Promise<string[]> {
  const { rows } = await readTable(connection, sql);
  return rows.map(([cell]) => String(cell));
}

/** RFC 6901, which can name every field, as SQL, whose texts cannot hold NUL. */
const pathTo = (field: string): string =>
  quoteText(`/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`).replaceAll('\0', `' || chr(0) || '`);

function jsonError(error: unknown): unknown {
  if (error instanceof AppError || isInterrupt(error) || isOutOfMemory(error)) return error;
  if (isRecordTooLong(error))
    return new AppError(
      'too_large',
      'One record of the JSON is larger than 64 MB. Split it, or export the table as CSV.',
      { reason: { code: 'json_record_large' } },
    );
  if (!isBadJson(error)) return error;
  const at = placeInJson(error);
  const where = at ? ` near byte ${Number(at).toLocaleString('en-US')}` : '';
  return new AppError('unreadable_file', `The JSON is damaged or cut off${where}. Export it again.`, {
    reason: { code: 'json_damaged' },
    cause: error,
  });
}

const notRecords =
  'This JSON is no list of records. A table is a list of objects with the same fields, or one object on each line.';
