import { entryOf } from '#contract/entries';
import { isRecord, type Loose, numberOf, renamed, textOf } from './loose';
import { AGGREGATES, known, rowValueOf } from './names';

export function groupingOf(grouping: unknown): unknown {
  if (typeof grouping === 'string') return { field: grouping, as: grouping };
  if (!isRecord(grouping)) return grouping;
  const value = renamed(grouping, {
    column: 'field',
    of: 'field',
    name: 'as',
    alias: 'as',
    granularity: 'grain',
    unit: 'grain',
  });
  const grain = textOf(value.grain)?.toLowerCase();
  const bin = typeof value.bin === 'number' || typeof value.bin === 'string' ? { width: String(value.bin) } : value.bin;
  const counted = isRecord(bin) && bin.count !== undefined ? { count: numberOf(bin.count) } : bin;
  return {
    ...value,
    ...(grain === undefined ? {} : { grain: entryOf(GRAIN_NAMES, grain) ?? grain }),
    ...(bin === undefined ? {} : { bin: counted }),
    ...(isRecord(value.measured) ? { measured: measuredOf(value.measured) } : {}),
    as: value.as ?? (typeof value.grain === 'string' ? value.grain : (value.part ?? value.field)),
  };
}

const GRAIN_NAMES: Record<string, string> = {
  yearly: 'year',
  quarterly: 'quarter',
  monthly: 'month',
  weekly: 'week',
  daily: 'day',
  hourly: 'hour',
};

const measuredOf = (measured: Loose): Loose => {
  const { of: _of, ...value } = renamed(measured, {
    aggregate: 'measure',
    function: 'measure',
    field: 'of',
    column: 'of',
  });
  const of = measured.of ?? measured.field ?? measured.column;
  return {
    ...value,
    measure: known(AGGREGATES, value.measure),
    ...(of === undefined || of === '*' || of === '' ? {} : { of: rowValueOf(of) }),
  };
};
