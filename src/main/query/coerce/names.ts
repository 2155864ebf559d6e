import { entryOf } from '#contract/entries';
import { isRecord, type Loose, textOf } from './loose';

/** What else functions are called. */
export const AGGREGATES: Record<string, string> = {
  avg: 'mean',
  average: 'mean',
  total: 'sum',
  count_distinct: 'distinct',
  distinct_count: 'distinct',
  countdistinct: 'distinct',
  nunique: 'distinct',
  unique: 'distinct',
  minimum: 'min',
  lowest: 'min',
  maximum: 'max',
  highest: 'max',
  std: 'standard_deviation',
  stddev: 'standard_deviation',
  stdev: 'standard_deviation',
  var: 'variance',
  corr: 'correlation',
  quantile: 'percentile',
  nulls: 'missing',
  null_count: 'missing',
  most_common: 'mode',
  rows: 'count',
};

export const ARITHMETIC: Record<string, string> = {
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '/': 'divide',
  plus: 'add',
  minus: 'subtract',
  times: 'multiply',
  ratio: 'divide',
};

export const known = (names: Readonly<Record<string, string>>, name: unknown): unknown => {
  const key = textOf(name)
    ?.toLowerCase()
    .trim()
    .replaceAll(/[\s-]+/g, '_');
  return key === undefined ? name : (entryOf(names, key) ?? key);
};

export const rowValueOf = (of: unknown): unknown =>
  isRecord(of) ? { ...of, calculate: known(ARITHMETIC, of.calculate ?? of.op), op: undefined } : of;

export const compact = (value: Loose): Loose =>
  Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined));
