import { isDate, isNumeric, mainMeasure, measures, type Scope } from '../language/scope';
import { severalOf } from '../language/stems';
import { natureOf } from '../question/additivity';
import { quoteName } from '../question/names';
import type { Column } from '../question/plan';
import { read } from '../question/read';

const OFFERED = 3;
const GROUPS_AT_MOST = 40;

/**
 * Questions this data can answer, each proved by reading it. The first ones fit `wanted`, words of a question that could
 * not be answered, where any do.
 */
export function suggestions(
  scope: Scope,
  wanted: readonly string[] = [],
  first: readonly string[] = [],
  most = OFFERED,
): string[] {
  const candidates = [...new Set(candidatesFor(scope))];
  const words = wanted.map((word) => word.toLowerCase());
  const fits = (question: string) => words.filter((word) => question.toLowerCase().includes(word)).length;
  const ranked = candidates.map((question) => ({ question, fits: fits(question) })).toSorted((a, b) => b.fits - a.fits);
  const found: string[] = [];
  for (const question of [...first, ...ranked.map((one) => one.question)]) {
    if (found.length === most) break;
    const known = found.some((one) => one.toLowerCase() === question.toLowerCase());
    if (!known && read(scope, question).kind === 'question') found.push(question);
  }
  return found.map((question) => `${question.charAt(0).toUpperCase()}${question.slice(1)}`);
}

/** The most telling questions about such columns, from the most to the least usual. */
function candidatesFor(scope: Scope): string[] {
  const { dataset } = scope;
  const numbers = measures(dataset);
  const measure = mainMeasure(scope) ?? numbers[0];
  const groups = dataset.columns.filter(
    (column) => column.role === 'dimension' && column.distinct >= 2 && column.distinct <= GROUPS_AT_MOST,
  );
  const [group] = groups.toSorted((a, b) => a.distinct - b.distinct);
  const other = groups.find((column) => column !== group && column.distinct > 5 && /^[\p{L}_ ]+$/u.test(column.name));
  const time = dataset.columns.find(isDate);
  const [second] = numbers.filter((column) => column !== measure);
  return [
    ...(measure && group ? [`${said(measure)} by ${quoteName(group.name)}`] : []),
    ...(measure && time ? [`${said(measure)} by month`] : []),
    ...(measure && other ? [`top 5 ${severalIn(other.name)} by ${said(measure)}`] : []),
    ...(group ? [`number of rows by ${quoteName(group.name)}`] : []),
    ...(measure ? [`distribution of ${quoteName(measure.name)}`] : []),
    ...(measure && second ? [`relation between ${quoteName(measure.name)} and ${quoteName(second.name)}`] : []),
    ...(time ? ['number of rows by month'] : []),
    ...numbers.slice(0, 4).map((column) => `average ${quoteName(column.name)}`),
    ...groups.slice(0, 4).map((column) => `different values of ${quoteName(column.name)}`),
    ...groups.slice(0, 4).map((column) => `which ${quoteName(column.name)} are there`),
    'how many rows are there',
    'missing values',
    'duplicate rows',
    ...dataset.columns.filter(isNumeric).map((column) => `describe ${quoteName(column.name)}`),
    'describe the data',
  ];
}

/** As it can be said in a question: a name that is no plain word in quotes. */
const severalIn = (name: string): string =>
  /^[a-z]+$/i.test(name) && !/s$/i.test(name) ? severalOf(name) : quoteName(name);

const said = (column: Column): string =>
  `${natureOf(column) === 'sum' ? 'total' : 'average'} ${quoteName(column.name)}`;
