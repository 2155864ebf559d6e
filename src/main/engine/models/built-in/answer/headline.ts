import { singular } from '../language/stems';
import type { Aggregate, Change, Dataset, Growth, Part, Question, Rows } from '../question/plan';
import { checksText, distributionText, frequencyText, outliersText, relationText } from './findings';
import { difference, isNegative, numberOf, safe } from './format';
import type { Result, Results } from './result';

/** What the figures say, in a sentence or two. Every number in it is a cell of a result. */
export function headlineOf(question: Question, results: Results, dataset: Dataset): string {
  if (results.main.rows.length === 0 && GROUPED.has(question.kind))
    return 'No row of the data fits, so there is nothing to show.';
  switch (question.kind) {
    case 'aggregate':
      return aggregateText(question, results);
    case 'growth':
      return growthText(question, results.main);
    case 'change':
      return changeText(question, results.main);
    case 'part':
      return partText(question, results.main);
    case 'members':
      return `There are ${results.main.text(0, 0)} ${safe(results.main.column(0).name)} of that kind.`;
    case 'rows':
      return rowsText(question, results);
    case 'values':
      return `There are ${results.count?.text(0, 0) ?? ''} different values of ${safe(question.column.name)}.`;
    case 'distribution':
      return distributionText(question, results);
    case 'frequency':
      return frequencyText(question, results);
    case 'relation':
      return relationText(question, results);
    case 'outliers':
      return outliersText(question, results);
    default:
      return checksText(question, results, dataset);
  }
}

const GROUPED = new Set<Question['kind']>(['aggregate', 'frequency', 'growth', 'part', 'values']);

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

function aggregateText(question: Aggregate, results: Results): string {
  const { main, total } = results;
  const { groups } = question;
  if (groups.length === 0) return figures(question, main);
  const measure = safe(main.column(groups.length).name);
  const all = total ? ` Over all rows it is ${total.text(0, 0)}.` : '';
  if (question.share) return shareText(question, main, total);
  if (question.moving) return movingText(question, main);
  if (question.cumulative) return cumulativeText(question, main);
  if (groups.length === 2) return `${pairText(question, main)}${all}`;
  if (question.top) return `${topText(question, main)}${all}`;
  const ends = extremes(main, 1);
  if (!ends) return `There is no ${measure} in any of them.`;
  const [high, low] = ends;
  if (groups[0]?.kind === 'time' && high !== low) {
    return `${capital(measure)} is highest in **${main.name(high, 0)}**: ${main.text(high, 1)}; and lowest in **${main.name(low, 0)}**: ${main.text(low, 1)}.${all}`;
  }
  if (question.compare && main.rows.length === 2 && high !== low) {
    return `**${main.name(high, 0)}** is ahead of **${main.name(low, 0)}** in ${measure}: ${main.text(high, 1)} against ${main.text(low, 1)}.${all}`;
  }
  const lowest =
    main.rows.length > 2 && high !== low ? `, **${main.name(low, 0)}** the lowest: ${main.text(low, 1)}` : '';
  return `**${main.name(high, 0)}** has the highest ${measure}: ${main.text(high, 1)}${lowest}.${all}`;
}

function figures(question: Aggregate, main: Result): string {
  const [measure, ...others] = question.measures;
  if (main.cell(0, 0) === null && others.length === 0)
    return 'No row has a value for this, so there is nothing to compute.';
  if (others.length === 0 && (measure.kind === 'count' || measure.kind === 'distinct')) {
    return `There are ${main.text(0, 0)} ${safe(main.column(0).name)}.`;
  }
  const parts = question.measures.map((_, index) => `${safe(main.column(index).name)} is ${main.text(0, index)}`);
  return `${capital(parts.join(', '))}.`;
}

/** The rows with the highest and the lowest value. */
function extremes(result: Result, column: number): [high: number, low: number] | null {
  const known = result.rows.flatMap((row, index) => {
    const value = numberOf(row[column] ?? null);
    return value === null ? [] : [{ index, value }];
  });
  const [first] = known;
  if (!first) return dated(result, column);
  const high = known.reduce((best, one) => (one.value > best.value ? one : best), first);
  const low = known.reduce((best, one) => (one.value < best.value ? one : best), first);
  return [high.index, low.index];
}

/** Dates are extreme as well. */
function dated(result: Result, column: number): [high: number, low: number] | null {
  const known = result.rows.flatMap((row, index) =>
    typeof row[column] === 'string' ? [{ index, value: row[column] }] : [],
  );
  const sorted = known.toSorted((a, b) => (a.value < b.value ? -1 : 1));
  const [low, high] = [sorted[0], sorted.at(-1)];
  return low && high ? [high.index, low.index] : null;
}

function topText(question: Aggregate, main: Result): string {
  const measure = safe(main.column(1).name);
  const rank = question.top?.direction === 'most' ? 'highest' : 'lowest';
  const others = [1, 2]
    .filter((row) => row < main.rows.length)
    .map((row) => `**${main.name(row, 0)}** with ${main.text(row, 1)}`);
  const then = others.length > 0 ? `, then ${others.join(' and ')}` : '';
  const said = measure.startsWith(`${rank} `) ? measure : `${rank} ${measure}`;
  return `**${main.name(0, 0)}** has the ${said}: ${main.text(0, 1)}${then}.`;
}

function pairText(question: Aggregate, main: Result): string {
  const ends = extremes(main, 2);
  if (!ends) return 'There is no value in any of them.';
  const least = question.top?.direction === 'least';
  const row = least ? ends[1] : ends[0];
  return `The ${least ? 'lowest' : 'highest'} ${safe(main.column(2).name)} is ${main.text(row, 2)}: **${main.name(row, 1)}** in **${main.name(row, 0)}**.`;
}

function shareText(question: Aggregate, main: Result, total: Result | undefined): string {
  const groups = question.groups.length;
  const share = groups + 1;
  const ends = extremes(main, share);
  if (!ends) return 'There is nothing to take a share of.';
  const [row] = ends;
  const measure = safe(main.column(groups).name);
  if (groups === 2) {
    return `The largest share of ${measure} is ${main.text(row, share)}: **${main.name(row, 1)}** in **${main.name(row, 0)}**.`;
  }
  const of = total ? ` of ${total.text(0, 0)}` : '';
  return `**${main.name(row, 0)}** has the largest share of ${measure}: ${main.text(row, share)}, ${main.text(row, 1)}${of}.`;
}

function cumulativeText(question: Aggregate, main: Result): string {
  const groups = question.groups.length;
  const last = main.rows.length - 1;
  const of = groups === 2 ? ` for **${main.name(last, 1)}**` : '';
  return `The running total of ${safe(main.column(groups).name)} reaches ${main.text(last, groups + 1)} in **${main.name(last, 0)}**${of}.`;
}

/** The newest value, and where the window was at its highest. */
function movingText(question: Aggregate, main: Result): string {
  const at = question.groups.length + 1;
  const name = safe(main.column(at).name);
  const ends = extremes(main, at);
  if (!ends) return `The data is too short for a ${name}.`;
  const [row] = ends;
  const of = at === 3 ? ` for **${main.name(row, 1)}**` : '';
  return `The ${name} of ${safe(main.column(at - 1).name)} is highest in **${main.name(row, 0)}**${of}: ${main.text(row, at)}.`;
}

function growthText(question: Growth, main: Result): string {
  const groups = question.split ? 2 : 1;
  const [value, before, change, share] = [groups, groups + 1, groups + 2, groups + 3];
  const measure = safe(main.column(value).name);
  const compared = main.rows.flatMap((row, index) =>
    row[change] === null || row[change] === undefined ? [] : [index],
  );
  const last = compared.at(-1);
  if (last === undefined) return `No two periods of ${measure} can be compared.`;
  const chosen = groups === 1 ? last : steepest(main, compared, last, share);
  const who = groups === 1 ? '' : ` for **${main.name(chosen, 1)}**, the strongest change of that period`;
  const percent =
    main.cell(chosen, share) === null ? '' : ` (${difference(main.cell(chosen, share), main.column(share).show)})`;
  return `In **${main.name(chosen, 0)}**, ${measure} was ${main.text(chosen, value)} after ${main.text(chosen, before)} ${periodBefore(question)}: ${difference(main.cell(chosen, change), main.column(change).show)}${percent}${who}.`;
}

const periodBefore = (question: Growth): string =>
  question.against === 'year' ? 'a year before' : `the ${question.time.grain} before`;

/** Of the groups in the last period, the one that changed most. */
function steepest(main: Result, compared: readonly number[], last: number, share: number): number {
  const period = main.cell(last, 0);
  const size = (row: number) => Math.abs(numberOf(main.cell(row, share)) ?? 0);
  return compared
    .filter((row) => main.cell(row, 0) === period)
    .reduce((best, row) => (size(row) > size(best) ? row : best), last);
}

function changeText(question: Change, main: Result): string {
  const at = question.group ? 1 : 0;
  if (main.rows.length === 0) return question.only === 'up' ? 'None of them grew.' : 'None of them shrank.';
  const [before, after, change, share] = [at, at + 1, at + 2, at + 3];
  const amount = `${difference(main.cell(0, change), main.column(change).show)}`;
  const percent = main.cell(0, share) === null ? '' : ` (${difference(main.cell(0, share), main.column(share).show)})`;
  const from = `from ${main.text(0, before)} in ${safe(question.from.label)} to ${main.text(0, after)} in ${safe(question.to.label)}`;
  if (main.cell(0, change) === null) return `There are no values to compare in one of the two periods.`;
  if (!question.group) return `The change is ${amount}${percent}, ${from}.`;
  const first = `**${main.name(0, 0)}** changed by ${amount}${percent}, ${from}`;
  return `${first}${question.top || question.only ? '' : `: the ${isNegative(main.cell(0, change)) ? 'smallest loss' : 'largest gain'} of ${safe(main.column(0).name)}`}.`;
}

function partText(question: Part, main: Result): string {
  const at = question.group ? 1 : 0;
  const ends = question.group ? extremes(main, at + 2) : null;
  const row = ends?.[0] ?? 0;
  const share = `${main.text(row, at + 2)} (${main.text(row, at)} of ${main.text(row, at + 1)})`;
  if (main.cell(row, at + 2) === null) return 'There is nothing to take a share of.';
  return question.group ? `The share is highest in **${main.name(row, 0)}**: ${share}.` : `The share is ${share}.`;
}

function rowsText(question: Rows, results: Results): string {
  const { main, count } = results;
  const noun = safe(question.noun);
  const all = count?.text(0, 0) ?? '';
  if (main.rows.length === 0) return `No ${noun} match.`;
  if (question.order) {
    const column = main.query.columns.findIndex((one) => one.name === question.order?.column.name);
    const which = question.order.direction === 'most' ? 'highest' : 'lowest';
    const value = column < 0 ? '' : `: ${main.text(0, column)}`;
    return `The ${which} ${safe(question.order.column.name)} among ${all} ${noun}${value}.`;
  }
  if (question.filters.length > 0 && numberOf(count?.cell(0, 0) ?? null) === 1)
    return `${all} ${singular(noun)} matches.`;
  return question.filters.length > 0 ? `${all} ${noun} match.` : `The data has ${all} ${noun}.`;
}
