import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll } from 'vitest';
import { compile, factsOf } from '../../../src/main/query';
import { derive } from '../../../src/main/query/definitions';
import type { Cell } from '../../../src/preload/contract';
import type { Definitions, FieldDefinition } from '../../../src/preload/contract/definitions';
import { Query } from '../../../src/preload/contract/query';
import type { QueryColumn, QueryFact } from '../../../src/preload/contract/query-results';
import { dataEngine } from '../data-engine';
import { tempFolderForAll } from '../temp-folder';

export interface Answer {
  sql: string;
  columns: QueryColumn[];
  rows: Cell[][];
  facts: QueryFact[];
  /** Tables whose keys are repeated where they must not be. */
  repeated: string[];
  /** Each row by the names of its outputs. */
  records(): Record<string, Cell>[];
}

/** Changes of derived definitions, by table, then by field. */
export type Changes = Record<
  string,
  Partial<Omit<Definitions, 'fields'>> & { fields?: Record<string, Partial<FieldDefinition>> }
>;

export interface AskedTables {
  definitions: Definitions[];
  ask(query: unknown): Promise<Answer>;
}

/** A real data engine for a test file: `tables` reads text as files, and asks queries of them. */
export function askedTables(): { tables(contents: Record<string, string>, changes?: Changes): Promise<AskedTables> } {
  const data = dataEngine();
  let root = '';
  beforeAll(() => {
    root = tempFolderForAll();
  });
  const read = async (table: string, content: string) => {
    const path = join(root, randomUUID());
    writeFileSync(path, content);
    const folder = join(root, randomUUID());
    mkdirSync(folder);
    const { profile, recipe } = await data.engine().read({ path, name: `${table}.csv`, folder, sheet: null });
    return { profile, source: { table, path, folder, recipe } };
  };
  /** Many questions are asked of a file: it is read once. */
  const known = new Map<string, ReturnType<typeof read>>();
  const readOnce = (table: string, content: string) => {
    const key = JSON.stringify([table, content]);
    const reading = known.get(key) ?? read(table, content);
    known.set(key, reading);
    return reading;
  };
  return {
    tables: async (contents, changes = {}) => {
      const sources: Awaited<ReturnType<typeof read>>['source'][] = [];
      const definitions: Definitions[] = [];
      for (const [table, content] of Object.entries(contents)) {
        const { profile, source } = await readOnce(table, content);
        sources.push(source);
        definitions.push(changed(derive({ profile, table, source: `${table}.csv` }), changes[table]));
      }
      const run = async (sql: string) =>
        (await data.engine().query({ sources, sql, maxRows: 10_000, timeoutMs: 20_000 })).table;
      return { definitions, ask: (query) => ask(Query.parse(query), definitions, run) };
    },
  };
}

function changed(derived: Definitions, changes: Changes[string] = {}): Definitions {
  const { fields: byField = {}, ...others } = changes;
  return { ...derived, ...others, fields: derived.fields.map((field) => ({ ...field, ...byField[field.id] })) };
}

async function ask(
  query: Query,
  definitions: Definitions[],
  run: (sql: string) => Promise<{ columns: { name: string; type: QueryColumn['type'] }[]; rows: Cell[][] }>,
): Promise<Answer> {
  const compiled = compile(query, definitions);
  const repeated: string[] = [];
  for (const { table, sql } of compiled.guards) if ((await run(sql)).rows.length > 0) repeated.push(table);
  const { columns, rows } = await run(compiled.sql);
  const checks = [];
  for (const check of compiled.checks) checks.push({ check, table: await run(check.sql) });
  return {
    sql: compiled.sql,
    columns: compiled.columns,
    rows,
    facts: factsOf(query, definitions, compiled, rows, checks),
    repeated,
    records: () => rows.map((row) => Object.fromEntries(columns.map(({ name }, index) => [name, row[index] ?? null]))),
  };
}
