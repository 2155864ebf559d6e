import { isDate } from '../language/scope';
import type { Column, ColumnMeasure, Measure, RowMeasure, SimpleMeasure } from '../question/plan';
import { shareOf, statisticName } from '../question/statistics';
import { flagLiteral } from './conditions';
import { NUMBER, type OutColumn, PERCENT, type Show, showAverage, showOf, TEXT, WHOLE } from './query';
import { identifier } from './text';

/** Digits kept after those of the column, where a division makes more of them. */
const EXTRA_DIGITS = 4;

/**
 * A measure as an aggregate of SQL. Sums of decimals are exact. `filter` restricts it to some of the rows.
 * Averages of totals need a query of their own and are none of these.
 */
export function measureSql(measure: RowMeasure, filter = ''): string {
  switch (measure.kind) {
    case 'count':
      return `count(*)${filter}`;
    case 'distinct':
      return `count(DISTINCT ${identifier(measure.column.name)})${filter}`;
    case 'rate':
      return rate(measure.column, filter);
    case 'ratio':
      return `CAST(${measureSql(measure.over, filter)} AS DOUBLE) / nullif(${measureSql(measure.under, filter)}, 0)`;
    default:
      return columnSql(measure, filter);
  }
}

function rate(column: Column, filter: string): string {
  const name = identifier(column.name);
  const is = column.type === 'boolean' ? name : `${name} = ${flagLiteral(column, true)}`;
  return `CAST(count(CASE WHEN ${is} THEN 1 END)${filter} AS DOUBLE) / nullif(count(${name})${filter}, 0)`;
}

function columnSql(measure: ColumnMeasure, filter: string): string {
  const column = identifier(measure.column.name);
  switch (measure.kind) {
    case 'sum':
      return `sum(${column})${filter}`;
    case 'min':
    case 'max':
      return `${measure.kind}(${column})${filter}`;
    case 'average':
      return exactly(`avg(${column})${filter}`, measure.column);
    case 'median':
      return exactly(`median(CAST(${column} AS DOUBLE))${filter}`, measure.column);
    case 'deviation':
      return exactly(`stddev_samp(CAST(${column} AS DOUBLE))${filter}`, measure.column);
    default:
      return exactly(`quantile_cont(CAST(${column} AS DOUBLE), ${shareOf(measure.kind)})${filter}`, measure.column);
  }
}

/** Money stays DECIMAL, also where it is averaged. */
export const exactly = (value: string, column: Column): string =>
  column.type === 'decimal' ? `CAST(${value} AS DECIMAL(38, ${column.scale + EXTRA_DIGITS}))` : value;

export function measureColumn(measure: Measure): OutColumn {
  return { name: measureName(measure), show: measureShow(measure) };
}

export function measureShow(measure: Measure): Show {
  switch (measure.kind) {
    case 'count':
    case 'distinct':
      return WHOLE;
    case 'rate':
      return PERCENT;
    case 'ratio': {
      const over = measureShow(measure.over);
      return over.as === 'currency' ? over : NUMBER;
    }
    case 'typical': {
      const inner = measureShow(measure.inner);
      return inner.as === 'currency' ? inner : { as: 'number', decimals: 2 };
    }
    case 'sum':
      return showSum(measure.column);
    case 'min':
    case 'max':
      return isDate(measure.column) ? TEXT : showOf(measure.column);
    default:
      return showAverage(measure.column);
  }
}

/** Percentages that are added up are no percentage any more, but nobody reads them otherwise. */
const showSum = (column: Column): Show => (column.type === 'integer' ? WHOLE : showOf(column));

const STATISTICS = {
  sum: 'total',
  average: 'average',
  median: 'median',
  min: 'lowest',
  max: 'highest',
  deviation: 'standard deviation of',
};

export function measureName(measure: Measure): string {
  switch (measure.kind) {
    case 'count':
      return measure.noun;
    case 'distinct':
      return `different ${measure.column.name}`;
    case 'rate':
      return `share with ${measure.column.name}`;
    case 'ratio':
      return `${measureName(measure.over)} per ${underName(measure.under)}`;
    case 'typical': {
      const { per } = measure;
      const word = per.kind === 'column' ? per.column.name : per.kind === 'time' ? per.grain : per.part;
      return `average ${measureName(measure.inner)} per ${word}`;
    }
    case 'min':
    case 'max':
      return isDate(measure.column)
        ? `${measure.kind === 'min' ? 'first' : 'last'} ${measure.column.name}`
        : `${STATISTICS[measure.kind]} ${measure.column.name}`;
    case 'sum':
      return /\btotal\b/i.test(measure.column.name) ? measure.column.name : `total ${measure.column.name}`;
    default:
      return `${statisticName(measure.kind, STATISTICS)} ${measure.column.name}`;
  }
}

const underName = (measure: SimpleMeasure): string =>
  measure.kind === 'sum' ? measure.column.name : measure.noun.replace(/s$/, '');

/** The column whose empty cells are left out of a measure; null when every row counts. */
export function measuredColumn(measure: Measure): Column | null {
  switch (measure.kind) {
    case 'count':
      return null;
    case 'ratio':
      return measuredColumn(measure.over);
    case 'typical':
      return measuredColumn(measure.inner);
    default:
      return measure.column;
  }
}
