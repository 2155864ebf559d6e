import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, expect, it } from 'vitest';
import { kindOf } from '../../src/main/analysis/duckdb/intake/file-kind';
import type { DatasetProfile } from '../../src/preload/contract';
import { dataEngine } from '../support/data-engine';
import { tempFolderForAll } from '../support/temp-folder';

/**
 * Our own sniffing and counting of CSV against DuckDB's `sniff_csv` and `store_rejects`, over every CSV that the tests
 * read, the samples and the bank. Prints where they differ; the decision is in docs/decisions. CSV_CORPUS names a folder
 * of files to use instead of collecting them.
 */
const data = dataEngine();
const FILES = ['resources/samples', 'test/support/bank/files'];
const TEXT_AT_MOST = 8 * 1024 * 1024;

interface Read {
  delimiter: string;
  header: boolean;
  names: string[];
  types: string[];
  rows: number;
  /** Lines, in order. */
  rejected: number[];
}
type Outcome = Read | { failed: string };

let corpus: string[] = [];
beforeAll(() => {
  let folder = process.env.CSV_CORPUS;
  if (!folder) {
    folder = join(tempFolderForAll(), 'corpus');
    mkdirSync(folder);
    const args = [
      join('node_modules', 'vitest', 'vitest.mjs'),
      'run',
      '--project',
      'main',
      'test/main/analysis/duckdb',
    ];
    spawnSync(process.execPath, args, { env: { ...process.env, CSV_CORPUS: folder }, stdio: 'ignore' });
  }
  const all = [folder, ...FILES].flatMap((one) => readdirSync(one).map((name) => join(one, name)));
  corpus = all.filter(
    (path) => /^[^.]*$|\.[ct]sv$/.test(basename(path)) && statSync(path).size < TEXT_AT_MOST && isText(path),
  );
});

function isText(path: string): boolean {
  try {
    return kindOf(readFileSync(path)) === 'csv';
  } catch {
    return false;
  }
}

async function ours(content: Buffer): Promise<{ outcome: Outcome; profile: DatasetProfile | null }> {
  try {
    const { profile } = await data.read(content);
    const outcome = {
      delimiter: profile.delimiter ?? '',
      header: !profile.notes.some(({ code }) => code === 'no_header'),
      names: profile.columns.map(({ name }) => name),
      types: profile.columns.map(({ type }) => type),
      rows: profile.rows,
      rejected: malformed(profile),
    };
    return { outcome, profile };
  } catch (error) {
    return { outcome: { failed: String(error).slice(0, 160) }, profile: null };
  }
}

const TYPES: Record<string, string> = { BIGINT: 'integer', DOUBLE: 'float', VARCHAR: 'text' };
const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** As DuckDB finds out by itself. */
async function theirs(connection: DuckDBConnection, path: string): Promise<Outcome> {
  try {
    const sniffed = await connection.runAndReadAll(
      `SELECT Delimiter, HasHeader, Columns FROM sniff_csv(${quoted(path)}, sample_size = -1, ignore_errors = true)`,
    );
    const [row] = sniffed.getRowObjectsJson() as unknown as Sniffed[];
    if (!row) return { failed: 'it says nothing' };
    const counted = await countedBy(connection, `read_csv(${quoted(path)}, sample_size = -1, store_rejects = true)`);
    return {
      delimiter: row.Delimiter,
      header: row.HasHeader,
      names: row.Columns.map(({ name }) => name),
      types: row.Columns.map(({ type }) => TYPES[type] ?? type.toLowerCase()),
      ...counted,
    };
  } catch (error) {
    return { failed: String(error).split('\n')[0]?.slice(0, 160) ?? '' };
  }
}
interface Sniffed {
  Delimiter: string;
  HasHeader: boolean;
  Columns: { name: string; type: string }[];
}

/** As DuckDB counts when it is told our dialect: weighs the survey alone. */
async function told(connection: DuckDBConnection, path: string, profile: DatasetProfile): Promise<Outcome> {
  const above = profile.notes.find(({ code }) => code === 'lines_above_header');
  const skip = above?.code === 'lines_above_header' ? above.count : 0;
  const columns = profile.columns.map((_, n) => `'c${n}': 'VARCHAR'`).join(', ');
  const header = !profile.notes.some(({ code }) => code === 'no_header');
  try {
    const counted = await countedBy(
      connection,
      `read_csv(${quoted(path)}, auto_detect = false, delim = ${quoted(profile.delimiter ?? ',')}, quote = '"', escape = '"',
        header = ${header}, skip = ${skip}, columns = {${columns}}, store_rejects = true, max_line_size = 67108864)`,
    );
    return { delimiter: '', header, names: [], types: [], ...counted };
  } catch (error) {
    return { failed: String(error).split('\n')[0]?.slice(0, 160) ?? '' };
  }
}

async function countedBy(connection: DuckDBConnection, from: string): Promise<Pick<Read, 'rows' | 'rejected'>> {
  await connection.run('DROP TABLE IF EXISTS reject_errors; DROP TABLE IF EXISTS reject_scans');
  const rows = await connection.runAndReadAll(`SELECT count(*) FROM (SELECT * FROM ${from})`);
  const lines = await connection.runAndReadAll('SELECT DISTINCT line FROM reject_errors ORDER BY line LIMIT 100');
  return {
    rows: Number(rows.getRowsJson()[0]?.[0]),
    rejected: lines.getRowsJson().map(([line]) => Number(line)),
  };
}

const ASPECTS = ['delimiter', 'header', 'names', 'types', 'rows', 'rejected'] as const;

/** Lines that a reader counts as rejected; those of totals and repeated headers are told by what they say, not by their form. */
const malformed = (profile: DatasetProfile) =>
  profile.rejects.flatMap(({ line, reason }) =>
    reason.code === 'total' || reason.code === 'repeated_header' ? [] : [line],
  );

it('tells where our readers and DuckDB differ', async () => {
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  const folder = tempFolderForAll();
  const tally = new Map<string, number>();
  const add = (what: string) => tally.set(what, (tally.get(what) ?? 0) + 1);
  for (const file of corpus) {
    const content = readFileSync(file);
    const { outcome, profile } = await ours(content);
    if (profile && profile.format !== 'csv') continue;
    const path = join(folder, 'one.csv');
    writeFileSync(path, inUtf8(content, profile));
    const differences = [
      ...compare(outcome, await theirs(connection, path), add),
      ...(profile ? compareCounts(profile, await told(connection, path, profile), add) : []),
    ];
    const beginning = JSON.stringify(content.toString('latin1').slice(0, 70));
    if (differences.length > 0) console.log(`${basename(file)} ${beginning}\n    ${differences.join('\n    ')}`);
  }
  const lines = [...tally].sort().map(([what, count]) => `${String(count).padStart(5)} ${what}`);
  console.log(lines.join('\n'));
  expect(corpus.length).toBeGreaterThan(100);
});

function inUtf8(content: Buffer, profile: DatasetProfile | null): Buffer | string {
  const encoding = profile?.encoding ?? 'UTF-8';
  return encoding === 'UTF-8' ? content : new TextDecoder(encoding.replace(' ', '').toLowerCase()).decode(content);
}

function compare(our: Outcome, their: Outcome, add: (what: string) => void): string[] {
  if ('failed' in our || 'failed' in their) {
    const both = 'failed' in our && 'failed' in their;
    add(both ? 'both refuse' : 'failed' in our ? 'only we refuse' : 'only DuckDB refuses');
    return both ? [] : ['failed' in our ? `we: ${our.failed}` : 'failed' in their ? `DuckDB: ${their.failed}` : ''];
  }
  add('both read');
  return ASPECTS.flatMap((aspect) => {
    const same = JSON.stringify(our[aspect]) === JSON.stringify(their[aspect]);
    add(`${aspect} ${same ? 'same' : 'differs'}`);
    return same ? [] : [`${aspect}: ${short(our[aspect])} | ${short(their[aspect])}`];
  });
}

function compareCounts(profile: DatasetProfile, count: Outcome, add: (what: string) => void): string[] {
  if ('failed' in count) {
    add('told our dialect: fails');
    return [`told: ${count.failed}`];
  }
  const rejected = malformed(profile);
  const rows = profile.rows + profile.rejects.length - rejected.length;
  const sameLines = JSON.stringify(count.rejected) === JSON.stringify(rejected);
  const verdict = count.rows !== rows ? 'other rows' : sameLines ? 'same' : 'same rows, other lines named';
  add(`told our dialect: ${verdict}`);
  return verdict === 'same' ? [] : [`told: ${rows} rows, ${short(rejected)} | ${count.rows}, ${short(count.rejected)}`];
}

const short = (value: unknown) => JSON.stringify(value).slice(0, 160);
