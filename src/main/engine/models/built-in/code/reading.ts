import type { Query } from '#contract/query';
import type { Scope } from '../../../../query';
import { conditionCode } from './conditions';
import helperSource from './helpers.py?raw';
import { literal, type SurveyedFile } from './survey';

/** The file's rows as far as `body` uses their columns, under the query's conditions. */
export function reading(query: Query, file: SurveyedFile, scope: Scope, body: readonly string[]): string[] {
  const where = (query.where ?? []).map((condition) => conditionCode(condition, scope));
  const all = [...where, ...body].join('\n');
  const used = file.columns.filter(({ name }) => all.includes(literal(idOf(name, scope))));
  const columns = used.map((column) => {
    const read = READ[column.kind];
    return `        ${literal(idOf(column.name, scope))}: ${read}(row[${literal(column.name)}]${column.comma ? ', comma=True' : ''}),`;
  });
  return [
    'import csv, json, statistics',
    'from datetime import date, datetime, timedelta',
    'from decimal import ROUND_FLOOR, Decimal',
    '',
    'NOTHING = {"", "na", "n/a", "nan", "null", "none"}',
    '',
    ...helpersOf([...columns, all].join('\n')),
    `with open(${literal(`/mnt/data/${file.file}`)}, newline="", encoding=${literal(file.encoding)}) as file:`,
    `    lines = csv.reader(file, delimiter=${literal(file.delimiter)})`,
    '    header = [name.strip() for name in next(lines)]',
    '    records = [dict(zip(header, line + [""] * len(header))) for line in lines if line]',
    'rows = [',
    '    {',
    ...columns,
    '    }',
    '    for row in records',
    ']',
    'everything = len(rows)',
    ...where.map((condition) => `rows = [row for row in rows if ${condition}]`),
    '',
  ];
}

const idOf = (column: string, { own }: Scope): string =>
  own.fields.find((field) => field.column === column)?.id ?? column;

const READ = {
  integer: 'number',
  decimal: 'number',
  boolean: 'yes',
  date: 'text',
  timestamp: 'moment',
  text: 'text',
  empty: 'text',
} as const;

/** What is not in Python itself, each only where it is used. */
const HELPERS = helperSource.trimEnd().split(/\n+(?=def )/);

/** The functions that code calls, and those that these call. */
function helpersOf(code: string): string[] {
  const isCalled = (helper: string, by: string): boolean => by.includes(`${/def (\w+)/.exec(helper)?.[1]}(`);
  const called = HELPERS.filter((helper) => isCalled(helper, code));
  const all = HELPERS.filter(
    (helper) => called.includes(helper) || called.some((other) => other !== helper && isCalled(helper, other)),
  );
  return all.flatMap((helper) => [...helper.split('\n'), '']);
}
