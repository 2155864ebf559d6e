import type { Cell } from '#contract/tables';
import { coverOf } from '../language/cover';
import { singular } from '../language/stems';
import type { Change, DescribedDataset, Growth, Part, Question, Rows } from '../question/plan';
import { reachesEnd } from '../question/spans';
import { aggregateText, extremes, isSeveral, placed } from './aggregate-headline';
import { checksText, distributionText, frequencyText, outliersText, relationText } from './findings';
import { difference, isNegative, numberOf, safe } from './format';
import type { QueryResult, Results } from './result';

/** What the figures say, in a sentence or two. Every number in it is a cell of a result. */
export function headlineOf(question: Question, results: Results, dataset: DescribedDataset): string {
  if (results.main.rows.length === 0 && GROUPED.has(question.kind))
    return 'No row of the data fits, so there is nothing to show.';
  switch (question.kind) {
    case 'aggregate':
      return aggregateText(question, results);
    case 'growth':
      return growthText(question, results);
    case 'change':
      return changeText(question, results.main);
    case 'part':
      return partText(question, results.main);
    case 'members':
      return numberOf(results.main.cell(0, 0)) === 1
        ? `1 ${singular(safe(results.main.column(0).name))} fits.`
        : `${results.main.text(0, 0)} ${safe(results.main.column(0).name)} fit.`;
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

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const GROUPED = new Set<Question['kind']>(['aggregate', 'frequency', 'growth', 'part', 'values']);

function growthText(question: Growth, { main, statistics }: Results): string {
  const groups = question.split ? 2 : 1;
  const [value, before, change, share] = [groups, groups + 1, groups + 2, groups + 3];
  const measure = safe(main.column(value).name);
  const compared = main.rows.flatMap((row, index) =>
    row[change] === null || row[change] === undefined ? [] : [index],
  );
  const last = compared.findLast((row) => isWhole(question.time, main.cell(row, 0))) ?? compared.at(-1);
  if (last === undefined) return `No two periods of ${measure} can be compared.`;
  const chosen = groups === 1 ? last : steepest(main, compared, last, share);
  const who = groups === 1 ? '' : ` for **${main.name(chosen, 1)}**, the strongest change of that period`;
  const percent =
    main.cell(chosen, share) === null ? '' : ` (${difference(main.cell(chosen, share), main.column(share).show)})`;
  const over = statistics ? trendText(question, main, statistics) : '';
  return `${over}${capital(placed(question.time, main.name(chosen, 0)))}, ${measure} ${isSeveral(measure) ? 'were' : 'was'} ${main.text(chosen, value)} after ${main.text(chosen, before)} ${periodBefore(question)}: ${difference(main.cell(chosen, change), main.column(change).show)}${percent}${who}.`;
}

const FEWEST_STEPS = 2;

/** Where it went from the first whole period to the last one, and how often it rose on the way. */
function trendText({ time }: Growth, main: QueryResult, statistics: QueryResult): string {
  const [first, last, before, after, change, share, rose, fell, steps] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  if ((numberOf(statistics.cell(0, steps)) ?? 0) < FEWEST_STEPS) return '';
  const measure = safe(main.column(1).name);
  const amount = difference(statistics.cell(0, change), statistics.column(change).show);
  const by =
    statistics.cell(0, share) === null
      ? ''
      : ` (${difference(statistics.cell(0, share), statistics.column(share).show)})`;
  const changed = numberOf(statistics.cell(0, change)) ?? 0;
  const went = changed > 0 ? 'higher' : changed < 0 ? 'lower' : 'the same';
  const ends = `${placed(time, statistics.name(0, last))} than ${placed(time, statistics.name(0, first))}`;
  const compared =
    changed === 0
      ? `${capital(measure)} ${isSeveral(measure) ? 'are' : 'is'} the same ${placed(time, statistics.name(0, last))} as ${placed(time, statistics.name(0, first))}, ${statistics.text(0, after)}`
      : `${capital(measure)} ${isSeveral(measure) ? 'are' : 'is'} ${went} ${ends}: ${statistics.text(0, after)} against ${statistics.text(0, before)}, ${amount}${by}`;
  const many = `${statistics.text(0, steps)} ${time.grain}s compared with the one before`;
  return `${compared}. Of ${many}, ${statistics.text(0, rose)} rose and ${statistics.text(0, fell)} fell. `;
}

/** A period that the data does not cover to its end is no good to compare with one that it does. */
function isWhole({ column, grain }: Growth['time'], cell: Cell): boolean {
  const dates = coverOf(column);
  if (!dates || typeof cell !== 'string') return true;
  return reachesEnd(grain === 'year' ? `${cell}-01-01` : cell.slice(0, 10), grain, dates.last);
}

const periodBefore = (question: Growth): string =>
  question.against === 'year' ? 'a year before' : `the ${question.time.grain} before`;

/** Of the groups in the last period, the one that changed most. */
function steepest(main: QueryResult, compared: readonly number[], last: number, share: number): number {
  const period = main.cell(last, 0);
  const size = (row: number) => Math.abs(numberOf(main.cell(row, share)) ?? 0);
  return compared
    .filter((row) => main.cell(row, 0) === period)
    .reduce((best, row) => (size(row) > size(best) ? row : best), last);
}

function changeText(question: Change, main: QueryResult): string {
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

function partText(question: Part, main: QueryResult): string {
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
