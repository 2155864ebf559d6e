import { isDate } from '../language/scope';
import { severalOf, singular } from '../language/stems';
import type { Column, ColumnAggregate, ColumnMeasure, Measure, RowMeasure, SimpleMeasure } from '../question/plan';
import { shareOf, statisticName } from '../question/statistics';
import { daysSql, flagLiteral } from './conditions';
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
    case 'days':
      return statisticSql(measure.statistic, daysSql(measure.from, measure.to), filter);
    default:
      return columnSql(measure, filter);
  }
}

function rate(column: Column, filter: string): string {
  const name = identifier(column.name);
  const is = column.type === 'boolean' ? name : `${name} = ${flagLiteral(column, true)}`;
  return `CAST(count(CASE WHEN ${is} THEN 1 END)${filter} AS DOUBLE) / nullif(count(${name})${filter}, 0)`;
}

function columnSql({ kind, column }: ColumnMeasure, filter: string): string {
  const sql = statisticSql(kind, identifier(column.name), filter);
  return kind === 'sum' || kind === 'min' || kind === 'max' ? sql : exactly(sql, column);
}

function statisticSql(kind: ColumnAggregate, value: string, filter: string): string {
  switch (kind) {
    case 'sum':
    case 'min':
    case 'max':
      return `${kind}(${value})${filter}`;
    case 'average':
      return `avg(${value})${filter}`;
    case 'median':
      return `median(CAST(${value} AS DOUBLE))${filter}`;
    case 'deviation':
      return `stddev_samp(CAST(${value} AS DOUBLE))${filter}`;
    default:
      return `quantile_cont(CAST(${value} AS DOUBLE), ${shareOf(kind)})${filter}`;
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
    case 'days':
      return ['sum', 'min', 'max'].includes(measure.statistic) ? WHOLE : { as: 'number', decimals: 1 };
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
const showSum = (column: Column): Show =>
  column.type === 'integer' && column.unit?.kind !== 'currency' ? WHOLE : showOf(column);

const STATISTICS = {
  sum: 'total',
  average: 'average',
  median: 'median',
  min: 'lowest',
  max: 'highest',
  deviation: 'standard deviation of',
};

function measureName(measure: Measure): string {
  switch (measure.kind) {
    case 'count':
      return measure.noun;
    case 'distinct':
      return distinctName(measure);
    case 'days':
      return `${statisticName(measure.statistic, STATISTICS)} days from ${measure.from.name} to ${measure.to.name}`;
    case 'rate':
      return `share with ${measure.column.name}`;
    case 'ratio':
      return `${measureName(measure.over)} per ${underName(measure.under)}`;
    case 'typical': {
      const { per } = measure;
      const word = per.kind === 'column' ? per.column.name : per.kind === 'time' ? per.grain : per.part;
      return `average ${measure.inner.kind === 'sum' ? '' : 'number of '}${measureName(measure.inner)} per ${word}`;
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

/** What one row is, is known to be told apart: orders are orders, where the customers of orders are different ones. */
function distinctName({ column, noun }: Extract<Measure, { kind: 'distinct' }>): string {
  const several = /^\p{L}+$/u.test(noun) ? severalOf(singular(noun)) : noun;
  return column.role === 'id' ? several : `different ${several}`;
}

const underName = (measure: SimpleMeasure): string => {
  const name = measure.kind === 'sum' ? measure.column.name : measure.noun;
  return /^[a-z]+$/.test(name) ? singular(name) : name;
};

/** The columns whose empty cells are left out of a measure; none when every row counts. */
export function measuredColumns(measure: Measure): Column[] {
  switch (measure.kind) {
    case 'count':
      return [];
    case 'days':
      return [measure.from, measure.to];
    case 'ratio':
      return measuredColumns(measure.over);
    case 'typical':
      return measuredColumns(measure.inner);
    default:
      return [measure.column];
  }
}
