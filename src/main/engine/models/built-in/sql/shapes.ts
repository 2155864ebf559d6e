import type { Column, DescribedDataset, Distribution, Outliers, Relation } from '../question/plan';
import { whereOf } from './conditions';
import { exactly } from './measures';
import { NUMBER, type Query, showAverage, showOf, uniqueNames, WHOLE } from './query';
import { tieBreak } from './rows';
import { identifier, indent, lines, selectNamed } from './text';

const POINTS_DRAWN = 2_000;
const ROWS_SHOWN = 100;

/** How often values of each size occur, and the figures that sum a distribution up. */
export function distributionQueries(question: Distribution, dataset: DescribedDataset): Query[] {
  const { column } = question;
  const name = identifier(column.name);
  const show = showOf(column).as === 'text' ? NUMBER : showOf(column);
  const where = whereOf(question.filters, `${name} IS NOT NULL`);
  const { width, decimals } = binsOf(column);
  const edge = (offset: number) =>
    `CAST(floor(CAST(${name} AS DOUBLE) / ${width}) * ${width} + ${offset} AS DECIMAL(38, ${decimals}))`;
  const columns = uniqueNames([
    { name: 'from', show },
    { name: 'up to', show },
    { name: 'rows', show: WHOLE },
  ]);
  const main = lines(
    selectNamed([edge(0), edge(width), 'count(*)'], columns),
    `FROM ${identifier(dataset.table)}`,
    where,
    'GROUP BY 1, 2',
    'ORDER BY 1',
  );
  return [
    { part: 'main', purpose: `rows by ${column.name}`, sql: main, columns },
    statisticsQuery(question, dataset, where),
  ];
}

function statisticsQuery(question: Distribution, dataset: DescribedDataset, where: string | null): Query {
  const { column } = question;
  const name = identifier(column.name);
  const quantile = (share: number) => exactly(`quantile_cont(CAST(${name} AS DOUBLE), ${share})`, column);
  const columns = [
    { name: 'rows', show: WHOLE },
    { name: 'lowest', show: showOf(column) },
    { name: 'lower quartile', show: showAverage(column) },
    { name: 'median', show: showAverage(column) },
    { name: 'upper quartile', show: showAverage(column) },
    { name: 'highest', show: showOf(column) },
    { name: 'average', show: showAverage(column) },
  ];
  const values = [
    'count(*)',
    `min(${name})`,
    quantile(0.25),
    quantile(0.5),
    quantile(0.75),
    `max(${name})`,
    exactly(`avg(${name})`, column),
  ];
  const sql = lines(selectNamed(values, columns), `FROM ${identifier(dataset.table)}`, where);
  return { part: 'statistics', purpose: `figures of ${column.name}`, sql, columns };
}

const BINS_WANTED = 20;

/** A round width that cuts the column's range into about twenty pieces; whole numbers are not cut. */
function binsOf(column: Column): { width: number; decimals: number } {
  const range = Math.abs(Number(column.max) - Number(column.min)) || 1;
  const power = 10 ** Math.floor(Math.log10(range / BINS_WANTED));
  const rough = range / BINS_WANTED / power;
  const wanted = (rough <= 1 ? 1 : rough <= 2 ? 2 : rough <= 5 ? 5 : 10) * power;
  const width = column.type === 'integer' ? Math.max(1, Math.round(wanted)) : Number(wanted.toPrecision(1));
  return { width, decimals: Math.max(0, Math.min(10, Math.ceil(-Math.log10(width) - 1e-9))) };
}

/** Pairs of numbers for a picture, and what the whole of them amounts to. */
export function relationQueries(question: Relation, dataset: DescribedDataset): Query[] {
  const [x, y] = [identifier(question.x.name), identifier(question.y.name)];
  const where = whereOf(question.filters, `${x} IS NOT NULL`, `${y} IS NOT NULL`);
  const pairs = uniqueNames([
    { name: question.x.name, show: showOf(question.x) },
    { name: question.y.name, show: showOf(question.y) },
  ]);
  // A fixed choice of points, spread over all rows.
  const main = lines(
    selectNamed([x, y], pairs),
    `FROM ${identifier(dataset.table)}`,
    where,
    `ORDER BY hash(${x}, ${y})`,
    `LIMIT ${POINTS_DRAWN}`,
  );
  const columns = [
    { name: 'rows', show: WHOLE },
    { name: 'correlation', show: { as: 'number', decimals: 3 } as const },
    { name: 'slope', show: NUMBER },
    { name: 'intercept', show: NUMBER },
  ];
  const [dx, dy] = [`CAST(${x} AS DOUBLE)`, `CAST(${y} AS DOUBLE)`];
  const statistics = lines(
    selectNamed(
      ['count(*)', `corr(${dy}, ${dx})`, `regr_slope(${dy}, ${dx})`, `regr_intercept(${dy}, ${dx})`],
      columns,
    ),
    `FROM ${identifier(dataset.table)}`,
    where,
  );
  return [
    { part: 'main', purpose: `${question.x.name} and ${question.y.name} of the rows`, sql: main, columns: pairs },
    {
      part: 'statistics',
      purpose: `correlation of ${question.x.name} and ${question.y.name}`,
      sql: statistics,
      columns,
    },
  ];
}

/** Rows beyond Tukey's fences: 1.5 interquartile ranges outside the middle half. */
export function outlierQueries(question: Outliers, dataset: DescribedDataset): Query[] {
  const { column } = question;
  const name = identifier(column.name);
  const where = whereOf(question.filters, `${name} IS NOT NULL`);
  const table = identifier(dataset.table);
  const quartiles = lines(
    `SELECT quantile_cont(CAST(${name} AS DOUBLE), 0.25) AS q1, quantile_cont(CAST(${name} AS DOUBLE), 0.75) AS q3`,
    `FROM ${table}`,
    where,
  );
  const fences = `WITH quartiles AS (\n${indent(quartiles)}\n),\nfences AS (\n  SELECT q1 - 1.5 * (q3 - q1) AS lower_fence, q3 + 1.5 * (q3 - q1) AS upper_fence FROM quartiles\n)`;
  const value = `CAST(${name} AS DOUBLE)`;
  const outside = `(${value} < lower_fence OR ${value} > upper_fence)`;
  const main = lines(
    fences,
    'SELECT data.*',
    `FROM ${table} AS data, fences`,
    whereOf(question.filters, `${name} IS NOT NULL`, outside),
    `ORDER BY greatest(lower_fence - ${value}, ${value} - upper_fence) DESC${tieBreak(dataset)}`,
    `LIMIT ${ROWS_SHOWN}`,
  );
  const show = showAverage(column);
  const columns = [
    { name: 'outliers', show: WHOLE },
    { name: 'rows', show: WHOLE },
    { name: 'lower limit', show },
    { name: 'upper limit', show },
  ];
  const statistics = lines(
    fences,
    selectNamed(
      [
        `count(CASE WHEN ${outside} THEN 1 END)`,
        'count(*)',
        exactly('min(lower_fence)', column),
        exactly('min(upper_fence)', column),
      ],
      columns,
    ),
    `FROM ${table}, fences`,
    where,
  );
  return [
    {
      part: 'main',
      purpose: `rows whose ${column.name} is out of the ordinary`,
      sql: main,
      columns: dataset.columns.map((one) => ({ name: one.name, show: showOf(one) })),
    },
    { part: 'statistics', purpose: `limits of ${column.name}`, sql: statistics, columns },
  ];
}
