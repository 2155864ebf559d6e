import type { Definitions, FieldDefinition } from '#contract/definitions';
import { isMeasure, isTime } from '../reader/tables';
import { understand } from '../reader/understand';
import { vocabularyOf } from '../reader/vocabularies';

const OFFERED = 3;
const GROUPS_AT_MOST = 40;

/** Questions this data can answer, each proved by reading it; those that hold one of the words `wanted` come first. */
export function suggestions(
  definitions: readonly Definitions[],
  wanted: readonly string[] = [],
  most = OFFERED,
): string[] {
  const vocabulary = vocabularyOf(definitions);
  const words = wanted.map((word) => word.toLowerCase());
  const fits = (question: string) =>
    words.filter((word) => word.length > 2 && question.toLowerCase().includes(word)).length;
  const candidates = [...new Set(definitions.flatMap(candidatesFor))];
  const found: string[] = [];
  for (const question of candidates.toSorted((a, b) => fits(b) - fits(a))) {
    if (found.length === most) break;
    if (understand(definitions, [question], vocabulary).kind === 'query') found.push(question);
  }
  return found.map((question) => `${question.charAt(0).toUpperCase()}${question.slice(1)}`);
}

/** A name as it can be said in a question. */
const said = (name: string): string => (/^[\p{L}\d_ ]+$/u.test(name) ? name : `"${name.replaceAll('"', '')}"`);

const MONEY = /amount|sales|revenue|total|turnover|umsatz|betrag/i;

/** The most telling questions about such columns, from the most to the least usual. */
function candidatesFor({ fields, entity }: Definitions): string[] {
  const shown = fields.filter((field) => !field.hidden);
  const numbers = shown.filter(isMeasure);
  // What has few different values is a grade or a small count, which nobody asks for first.
  const [measure] = numbers.toSorted((a, b) => weight(b) - weight(a));
  const groups = shown
    .filter((field) => field.role === 'dimension' && field.distinct >= 2 && field.distinct <= GROUPS_AT_MOST)
    .toSorted((a, b) => a.distinct - b.distinct);
  const [group, other] = groups;
  const hasDates = shown.some((field) => isTime(field) && (field.type === 'date' || field.type === 'timestamp'));
  const counted = `number of ${entity[0] === undefined ? 'rows' : several(entity[0])}`;
  const [second] = numbers.filter((field) => field !== measure);
  return [
    ...(measure && group ? [`${total(measure)} by ${said(group.column)}`] : []),
    ...(measure && hasDates ? [`${total(measure)} by month`] : []),
    ...(measure && other
      ? [`top 5 ${/^[a-z]+$/i.test(other.column) ? several(other.column) : said(other.column)} by ${total(measure)}`]
      : []),
    ...(group ? [`${counted} by ${said(group.column)}`, `number of rows by ${said(group.column)}`] : []),
    ...(measure ? [`distribution of ${said(measure.column)}`] : []),
    ...(measure && second ? [`correlation between ${said(measure.column)} and ${said(second.column)}`] : []),
    ...(hasDates ? [`${counted} by month`] : []),
    ...numbers.slice(0, 4).map((field) => `average ${said(field.column)}`),
    ...groups.slice(0, 4).map((field) => `list the different ${said(field.column)}`),
    'how many rows are there',
    'missing values',
    'duplicate rows',
  ];
}

function weight(field: FieldDefinition): number {
  const adds = field.addsUp === 'always';
  const isMoney = adds && (MONEY.test(field.column) || field.unit?.kind === 'currency');
  return (isMoney ? 4 : 0) + (field.distinct > GROUPS_AT_MOST ? 2 : 0) + (adds ? 1 : 0);
}

const several = (noun: string): string => (/s$/.test(noun) ? noun : `${noun.replace(/(?<=[^aeiou])y$/, 'ie')}s`);

/** What adds up is told in all, other figures on average. */
const total = (field: FieldDefinition): string =>
  `${field.addsUp === 'always' ? 'total' : 'average'} ${said(field.column)}`;
