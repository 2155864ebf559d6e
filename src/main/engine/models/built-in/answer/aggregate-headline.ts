import { ordinalText } from '../language/numerals';
import { singular } from '../language/stems';
import type { Aggregate, Group, Measure, Top } from '../question/plan';
import { numberOf, safe } from './format';
import type { QueryResult, Results } from './result';

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** Totals, counts and averages: the one figure, or who is first and last. */
export function aggregateText(question: Aggregate, results: Results): string {
  const { main, total } = results;
  const { groups } = question;
  if (groups.length === 0) return figures(question, main);
  const measure = safe(main.column(groups.length).name);
  if (question.share && results.statistics) return togetherText(question, main, results.statistics);
  if (question.share) return shareText(question, main, total);
  if (question.moving) return movingText(question, main);
  if (question.cumulative) return cumulativeText(question, main);
  const counted = isCount(question.measures[0]);
  const all = total ? ` ${counted ? 'In all there are' : 'Over all rows it is'} ${total.text(0, 0)}.` : '';
  if (groups.length === 2)
    return `${question.top?.within === 'each' ? eachText(question, question.top, counted, main) : pairText(question, main)}${all}`;
  if (question.top) return `${topText(question, main)}${all}`;
  const ends = extremes(main, 1);
  if (!ends) return `There is no ${measure} in any of them.`;
  const [high, low] = ends;
  if (groups[0]?.kind === 'time' && high !== low && !counted) {
    const is = isSeveral(measure) ? 'are' : 'is';
    return `${capital(measure)} ${is} highest ${placed(groups[0], main.name(high, 0))}: ${main.text(high, 1)}; and lowest ${placed(groups[0], main.name(low, 0))}: ${main.text(low, 1)}.${all}`;
  }
  if (isDated(main) && high !== low)
    return `${capital(measure)} is latest ${placed(groups[0], main.name(high, 0))}: ${main.text(high, 1)}; and earliest ${placed(groups[0], main.name(low, 0))}: ${main.text(low, 1)}.`;
  if (question.compare && main.rows.length === 2 && high !== low) {
    const apart = results.difference ? `, a difference of ${results.difference.text(0, 0)}` : '';
    return `**${main.name(high, 0)}** is ahead of **${main.name(low, 0)}** in ${measure}: ${main.text(high, 1)} against ${main.text(low, 1)}${apart}.${all}`;
  }
  if (question.compare && main.rows.length === 2 && main.cell(0, 1) !== null && main.cell(0, 1) === main.cell(1, 1))
    return `**${main.name(0, 0)}** and **${main.name(1, 0)}** are equal in ${measure}: ${main.text(0, 1)}.${all}`;
  const least = counted ? 'fewest' : 'lowest';
  if (question.measures[0].kind === 'min' && high !== low)
    return `**${main.name(low, 0)}** has the ${measure}: ${main.text(low, 1)}; in **${main.name(high, 0)}** it is ${main.text(high, 1)}, more than in any other.${all}`;
  const lowest =
    main.rows.length > 2 && high !== low ? `, **${main.name(low, 0)}** the ${least}: ${main.text(low, 1)}` : '';
  return `**${main.name(high, 0)}** has the ${superlative('most', measure, counted)}: ${main.text(high, 1)}${lowest}.${all}`;
}

const isCount = ({ kind }: Measure): boolean => kind === 'count' || kind === 'distinct';

/** "on **2025-03-02**", "at **9:00**", "in the **week of 2025-03-03**", "in **March 2025**" or in any other group. */
export function placed(group: Group | undefined, name: string): string {
  const part = group?.kind === 'time' ? group.grain : group?.kind === 'season' ? group.part : null;
  if (part === 'day' || part === 'weekday') return `on **${name}**`;
  if (part === 'hour') return `at **${name}**`;
  return part === 'week' ? `in the **${name}**` : `in **${name}**`;
}

/** "total sessions" are, "total amount" is. */
export const isSeveral = (name: string): boolean => /[^siu]s$/i.test(name) && !/\bper\b/.test(name);

/** "the most orders", "the highest total amount"; what is called so already is not called so twice. */
function superlative(direction: 'most' | 'least', measure: string, counted: boolean): string {
  if (counted) return `${direction === 'most' ? 'most' : 'fewest'} ${measure}`;
  const rank = direction === 'most' ? 'highest' : 'lowest';
  return measure.startsWith(`${rank} `) ? measure : `${rank} ${measure}`;
}

function figures(question: Aggregate, main: QueryResult): string {
  const [measure, ...others] = question.measures;
  if (main.cell(0, 0) === null && others.length === 0)
    return 'No row has a value for this, so there is nothing to compute.';
  if (others.length === 0 && isCount(measure)) {
    const counted = safe(main.column(0).name);
    return numberOf(main.cell(0, 0)) === 1
      ? `There is 1 ${singular(counted)}.`
      : `There are ${main.text(0, 0)} ${counted}.`;
  }
  const parts = question.measures.map((_, index) => {
    const name = safe(main.column(index).name);
    return `${name} ${isSeveral(name) ? 'are' : 'is'} ${main.text(0, index)}`;
  });
  return `${capital(parts.join(', '))}.`;
}

const isDated = (main: QueryResult): boolean =>
  main.rows.every((row) => row[1] === null || /^\d{4}-\d\d-\d\d/.test(String(row[1])));

/** The rows with the highest and the lowest value. */
export function extremes(result: QueryResult, column: number): [high: number, low: number] | null {
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
function dated(result: QueryResult, column: number): [high: number, low: number] | null {
  const known = result.rows.flatMap((row, index) =>
    typeof row[column] === 'string' ? [{ index, value: row[column] }] : [],
  );
  const sorted = known.toSorted((a, b) => (a.value < b.value ? -1 : 1));
  const [low, high] = [sorted[0], sorted.at(-1)];
  return low && high ? [high.index, low.index] : null;
}

function topText(question: Aggregate, main: QueryResult): string {
  const { direction = 'most', skip = 0 } = question.top ?? {};
  const others = [1, 2]
    .filter((row) => row < main.rows.length)
    .map((row) => `**${main.name(row, 0)}** with ${main.text(row, 1)}`);
  const then = others.length > 0 ? `, then ${others.join(' and ')}` : '';
  const place = skip > 0 ? `${ordinalText(skip + 1)} ` : '';
  const what = superlative(direction, safe(main.column(1).name), isCount(question.measures[0]));
  return `**${main.name(0, 0)}** has the ${place}${what}: ${main.text(0, 1)}${then}.`;
}

const NAMED_AT_MOST = 3;

/** Who is first in each of the first groups. */
function eachText({ groups }: Aggregate, { direction, skip }: Top, counted: boolean, main: QueryResult): string {
  const firsts = main.rows.flatMap((row, index) => (index === 0 || main.cell(index - 1, 0) !== row[0] ? [index] : []));
  const named = firsts
    .slice(0, NAMED_AT_MOST)
    .map((row) => `**${main.name(row, 1)}** ${placed(groups[0], main.name(row, 0))} (${main.text(row, 2)})`);
  const place = skip > 0 ? `${ordinalText(skip + 1)} ` : '';
  const what = superlative(direction, safe(main.column(2).name), counted);
  return `The ${place}${what}: ${named.join(', ')}${firsts.length > NAMED_AT_MOST ? '; the others are below' : ''}.`;
}

function pairText(question: Aggregate, main: QueryResult): string {
  const ends = extremes(main, 2);
  if (!ends) return 'There is no value in any of them.';
  const least = question.top?.direction === 'least';
  const row = least ? ends[1] : ends[0];
  if (isCount(question.measures[0]))
    return `**${main.name(row, 1)}** ${placed(question.groups[0], main.name(row, 0))} has the ${superlative(least ? 'least' : 'most', safe(main.column(2).name), true)}: ${main.text(row, 2)}.`;
  return `The ${least ? 'lowest' : 'highest'} ${safe(main.column(2).name)} is ${main.text(row, 2)}: **${main.name(row, 1)}** ${placed(question.groups[0], main.name(row, 0))}.`;
}

function shareText(question: Aggregate, main: QueryResult, total: QueryResult | undefined): string {
  const groups = question.groups.length;
  const share = groups + 1;
  const ends = extremes(main, share);
  if (!ends) return 'There is nothing to take a share of.';
  const [row] = ends;
  const measure = safe(main.column(groups).name);
  if (groups === 2) {
    return `The largest share of ${measure} is ${main.text(row, share)}: **${main.name(row, 1)}** ${placed(question.groups[0], main.name(row, 0))}.`;
  }
  const of = total ? ` of ${total.text(0, 0)}` : '';
  return `**${main.name(row, 0)}** has the largest share of ${measure}: ${main.text(row, share)}, ${main.text(row, 1)}${of}.`;
}

function togetherText({ top }: Aggregate, main: QueryResult, together: QueryResult): string {
  const measure = safe(main.column(1).name);
  const share = `${together.text(0, 2)} of ${measure}, ${together.text(0, 0)} of ${together.text(0, 1)}`;
  if (main.rows.length === 1) return `**${main.name(0, 0)}** has ${share}.`;
  return `The ${top?.direction === 'least' ? 'bottom' : 'top'} ${main.rows.length} together have ${share}. **${main.name(0, 0)}** has ${main.text(0, 1)} of it.`;
}

function cumulativeText(question: Aggregate, main: QueryResult): string {
  const groups = question.groups.length;
  const last = main.rows.length - 1;
  const of = groups === 2 ? ` for **${main.name(last, 1)}**` : '';
  return `The running total of ${safe(main.column(groups).name)} reaches ${main.text(last, groups + 1)} ${placed(question.groups[0], main.name(last, 0))}${of}.`;
}

/** The newest value, and where the window was at its highest. */
function movingText(question: Aggregate, main: QueryResult): string {
  const at = question.groups.length + 1;
  const name = safe(main.column(at).name);
  const ends = extremes(main, at);
  if (!ends) return `The data is too short for a ${name}.`;
  const [row] = ends;
  const of = at === 3 ? ` for **${main.name(row, 1)}**` : '';
  return `The ${name} of ${safe(main.column(at - 1).name)} is highest ${placed(question.groups[0], main.name(row, 0))}${of}: ${main.text(row, at)}.`;
}
