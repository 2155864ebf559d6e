import type { Query } from '#contract/query';
import type { Scope } from '../../../../query';
import { conditionCode } from './conditions';
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
const HELPERS = [
  `def text(cell):
    cell = cell.strip()
    return None if cell.lower() in NOTHING else cell`,
  `def number(cell, comma=False):
    cell = text(cell)
    if cell is None:
        return None
    cell = cell.strip("$€£ ")
    return Decimal(cell.replace(".", "").replace(",", ".") if comma else cell.replace(",", ""))`,
  `def moment(cell):
    cell = text(cell)
    return None if cell is None else cell.replace(" ", "T")`,
  `def yes(cell):
    cell = text(cell)
    return None if cell is None else cell.lower() in ("true", "yes")`,
  `def days(start, end):
    return Decimal((datetime.fromisoformat(end) - datetime.fromisoformat(start)).total_seconds()) / 86400`,
  `def total(values):
    return sum(values) if values else None`,
  `def spread(values):
    return max(values) - min(values) if values else None`,
  `def deviation(values):
    return statistics.stdev(values) if len(values) > 1 else None`,
  `def mean(values):
    return sum(values) / len(values) if values else None`,
  `def percentile(values, share):
    values = sorted(values)
    if not values:
        return None
    place = Decimal(share) * (len(values) - 1) / 100
    low = int(place)
    return values[low] + (values[min(low + 1, len(values) - 1)] - values[low]) * (place - low)`,
  `def divided(a, b):
    return None if a is None or b is None or b == 0 else a / b`,
  `def groups_of(rows, key):
    groups = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return groups`,
  `def by(name, lines, falling=False):
    known = [line for line in lines if line[name] is not None]
    return sorted(known, key=lambda line: line[name], reverse=falling) + [line for line in lines if line[name] is None]`,
];

/** The functions that code calls, and those that these call. */
function helpersOf(code: string): string[] {
  const isCalled = (helper: string, by: string): boolean => by.includes(`${/def (\w+)/.exec(helper)?.[1]}(`);
  const called = HELPERS.filter((helper) => isCalled(helper, code));
  const all = HELPERS.filter(
    (helper) => called.includes(helper) || called.some((other) => other !== helper && isCalled(helper, other)),
  );
  return all.flatMap((helper) => [...helper.split('\n'), '']);
}
