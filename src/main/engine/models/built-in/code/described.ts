import type { ColumnProfile, ColumnRole } from '#contract';
import type { DescribedDataset } from '../described';
import type { SurveyedColumn, SurveyedFile } from './survey';

const CURRENCIES = new Map([
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
]);
const GROUPS_AT_MOST = 200;
const FEW = 20;

/** Files as the data tools would describe them, as far as a look at them tells. */
export const describedFiles = (files: readonly SurveyedFile[]): DescribedDataset[] =>
  files.map((file) => ({
    name: file.file,
    sheet: null,
    table: file.file,
    records: file.rows,
    rows: file.rows,
    rejected: 0,
    rejectedLines: [],
    rejectReasons: [],
    duplicates: 0,
    columns: file.columns.map((column) => profileOf(column, file.rows)),
    notes: [],
    definitions: null,
    words: [],
  }));

function profileOf(column: SurveyedColumn, rows: number): ColumnProfile {
  const type = column.kind === 'empty' ? 'text' : column.kind;
  const cell = (text: string | null) =>
    text === null ? null : type === 'integer' ? Number(text) : type === 'boolean' ? isYes(text) : text;
  const currency = CURRENCIES.get(column.sign ?? '');
  return {
    name: column.name,
    type,
    role: roleOf(column, rows),
    unit: currency === undefined ? null : { kind: 'currency', code: currency },
    scale: column.scale,
    nulls: column.missing,
    distinct: column.distinct,
    distinctExact: true,
    min: cell(column.min),
    max: cell(column.max),
    mean: null,
    top: column.values.map(([value, count]) => ({ value: cell(value), count })),
    odd: null,
    readAs: [],
    guessed: false,
  };
}

export const isYes = (text: string): boolean => /^(?:true|yes)$/i.test(text);

function roleOf({ kind, distinct, missing, name }: SurveyedColumn, rows: number): ColumnRole {
  const unique = distinct >= (rows - missing) * 0.9 && distinct > FEW;
  switch (kind) {
    case 'date':
    case 'timestamp':
      return 'time';
    case 'boolean':
      return 'flag';
    case 'decimal':
      return 'measure';
    case 'integer':
      return /(?:^|[^a-z])id$/i.test(name) ? 'id' : 'measure';
    default:
      if (unique) return /(?:^|[^a-z])(?:id|nr|no|key)$/i.test(name) ? 'id' : 'text';
      return distinct <= Math.max(FEW, Math.min(GROUPS_AT_MOST, rows / 3)) ? 'dimension' : 'text';
  }
}
