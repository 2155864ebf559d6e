import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, expect, it } from 'vitest';
import {
  isBadJson,
  isDiskFull,
  isInterrupt,
  isLastOfSession,
  isOutOfMemory,
  isRecordTooLong,
  placeInJson,
} from '../../../../src/main/analysis/duckdb/duckdb-errors';
import { needs, WHOLE } from '../../../support/needs';
import { tempFolderForAll } from '../../../support/temp-folder';

/** What DuckDB throws at a statement. */
type Raise = (sql: string, interrupt?: boolean) => Promise<unknown>;
let raise: Raise;
let folder: string;

beforeAll(async () => {
  folder = tempFolderForAll();
  mkdirSync(join(folder, 'spill'));
  writeFileSync(join(folder, 'bad.json'), '[{"a": 1}, {"a": ');
  writeFileSync(join(folder, 'long.ndjson'), `{"a":"${'x'.repeat(4_000_000)}"}\n{"a":1}\n`);
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: '64MB',
    threads: '2',
    temp_directory: join(folder, 'spill'),
    max_temp_directory_size: '1MB',
  });
  const connection = await instance.connect();
  raise = async (sql, interrupt = false) => {
    let over = false;
    // One that comes before the statement has begun is lost.
    const again = () => {
      if (over) return;
      connection.interrupt();
      setImmediate(again);
    };
    try {
      const running = connection.runAndReadAll(sql);
      if (interrupt) again();
      await running;
    } catch (error) {
      return error;
    } finally {
      over = true;
    }
    throw new Error('it raised nothing');
  };
  return () => {
    connection.closeSync();
    instance.closeSync();
  };
});

/** As lines of JSON are read. */
const LINES = `auto_detect = false, header = false, delim = '', quote = '', escape = '', columns = {line: 'VARCHAR'},
  max_line_size = 100000, buffer_size = 200000`;

it.each<[string, (error: unknown) => boolean, () => string, boolean?]>([
  ['damaged JSON', isBadJson, () => `FROM read_json_objects('${folder}/bad.json', format = 'array')`],
  ['a record that is too long', isRecordTooLong, () => `FROM read_csv('${folder}/long.ndjson', ${LINES})`],
  ['a stop', isInterrupt, () => 'SELECT sum(a.i * b.i) FROM range(1000000) a(i), range(1000000) b(i)', true],
])('%s is known by what DuckDB raises', async (_name, is, sql, interrupt) => {
  const error = await raise(sql(), interrupt);
  expect(is(error), String(error)).toBe(true);
});

it('knows a want of memory', needs(WHOLE), async () => {
  const error = await raise(`SELECT count(*) FROM (SELECT DISTINCT repeat('x', 60) || range AS s FROM range(5000000))`);
  expect([isOutOfMemory(error), isLastOfSession(error)], String(error)).toEqual([true, true]);
});

it('knows where JSON is damaged', async () => {
  const error = await raise(`FROM read_json_objects('${folder}/bad.json', format = 'array')`);
  expect(Number(placeInJson(error)), String(error)).toBeGreaterThan(0);
});

it('is not led astray by what errors quote', async () => {
  const quoting = await raise(`SELECT CAST('disk full, bad_alloc, could not allocate, No files found' AS INTEGER)`);
  const all = [isDiskFull, isOutOfMemory, isInterrupt, isLastOfSession];
  expect(all.filter((is) => is(quoting))).toEqual([]);
});
