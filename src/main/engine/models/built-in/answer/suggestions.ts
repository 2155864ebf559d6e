import type { Definitions, FieldDefinition } from '#contract/definitions';
import type { Suggestion } from '#contract/suggestions';
import { english, german, suggestionText } from '#words';
import { isMeasure, isTime } from '../reader/tables';
import { understand } from '../reader/understand';
import { vocabularyOf } from '../reader/vocabularies';
import type { Vocabulary } from '../reader/vocabulary';

const OFFERED = 3;
const GROUPS_AT_MOST = 40;
const TOP = 5;

/** Questions this data can answer, each proved by reading it; those that hold one of the words `wanted` come first. */
export function suggestions(
  definitions: readonly Definitions[],
  wanted: readonly string[] = [],
  most = OFFERED,
): Suggestion[] {
  const vocabulary = vocabularyOf(definitions);
  const words = wanted.map((word) => word.toLowerCase()).filter((word) => word.length > 2);
  const fits = (suggestion: Suggestion) => {
    const question = suggestionText(english, suggestion).toLowerCase();
    return words.filter((word) => question.includes(word)).length;
  };
  const candidates = definitions.flatMap(candidatesFor);
  const offered = new Map<string, Suggestion>();
  for (const candidate of candidates.toSorted((a, b) => fits(b) - fits(a))) {
    if (offered.size === most) break;
    const text = suggestionText(english, candidate);
    if (!offered.has(text) && isRead(candidate, definitions, vocabulary)) offered.set(text, candidate);
  }
  return [...offered.values()];
}

/** Whether it is read as a question in each language, and as the same. */
function isRead(suggestion: Suggestion, definitions: readonly Definitions[], vocabulary: Vocabulary): boolean {
  const [first, ...others] = [english, german].map((words) => {
    const understood = understand(definitions, [suggestionText(words, suggestion)], vocabulary);
    return understood.kind === 'query' ? JSON.stringify(understood.query) : null;
  });
  return first !== null && others.every((other) => other === first);
}

const MONEY = /amount|sales|revenue|total|turnover|umsatz|betrag/i;

/** The most telling questions about such columns, from the most to the least usual. */
function candidatesFor({ fields, entity }: Definitions): Suggestion[] {
  const shown = fields.filter((field) => !field.hidden);
  const numbers = shown.filter(isMeasure);
  // What has few different values is a grade or a small count, which nobody asks for first.
  const [measure] = numbers.toSorted((a, b) => weight(b) - weight(a));
  const groups = shown
    .filter((field) => field.role === 'dimension' && field.distinct >= 2 && field.distinct <= GROUPS_AT_MOST)
    .toSorted((a, b) => a.distinct - b.distinct);
  const [group, other] = groups;
  const hasDates = shown.some((field) => isTime(field) && (field.type === 'date' || field.type === 'timestamp'));
  const rows = entity[0] ?? null;
  const [second] = numbers.filter((field) => field !== measure);
  return [
    ...(measure && group ? [{ code: 'by' as const, ...added(measure), by: group.column }] : []),
    ...(measure && hasDates ? [{ code: 'by_month' as const, ...added(measure) }] : []),
    ...(measure && other ? [{ code: 'top' as const, ...added(measure), by: other.column, count: TOP }] : []),
    ...(group ? [rows, null].map((noun) => ({ code: 'count_by' as const, rows: noun, by: group.column })) : []),
    ...(measure ? [{ code: 'distribution' as const, of: measure.column }] : []),
    ...(measure && second ? [{ code: 'correlation' as const, of: measure.column, with: second.column }] : []),
    ...(hasDates ? [{ code: 'count_by_month' as const, rows }] : []),
    ...numbers.slice(0, 4).map((field) => ({ code: 'average' as const, of: field.column })),
    ...groups.slice(0, 4).map((field) => ({ code: 'different' as const, of: field.column })),
    { code: 'rows' },
    { code: 'missing' },
    { code: 'duplicates' },
  ];
}

function weight(field: FieldDefinition): number {
  const adds = field.addsUp === 'always';
  const isMoney = adds && (MONEY.test(field.column) || field.unit?.kind === 'currency');
  return (isMoney ? 4 : 0) + (field.distinct > GROUPS_AT_MOST ? 2 : 0) + (adds ? 1 : 0);
}

/** What adds up is told in all, other figures on average. */
const added = ({ addsUp, column }: FieldDefinition) =>
  ({ aggregate: addsUp === 'always' ? 'total' : 'average', of: column }) as const;
