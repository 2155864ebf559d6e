import type { Definitions } from '#contract/definitions';
import type { AnswerFact, Declined } from '#contract/facts';
import type { Query } from '#contract/query';
import type { QueryProblem } from '#contract/query-results';
import type { Suggestion } from '#contract/suggestions';
import { english, readingLine, suggestionText, type Words } from '#words';
import { explain } from '../../../../query';
import type { DescribedDataset } from '../described';
import { nearestTo, type Understood } from '../reader/settle';
import { type AnswerPiece, factPiece } from './pieces';
import { suggestions } from './suggestions';

const FIRST_QUESTIONS = 6;
const NAMED_AT_MOST = 6;
const COLUMNS_AT_MOST = 20;

type NotAnswered = Extract<
  Understood,
  {
    kind:
      | 'open'
      | 'unknown'
      | 'unclear'
      | 'not_computable'
      | 'refused'
      | 'empty'
      | 'too_long'
      | 'several_questions'
      | 'unattached';
  }
>;

/** Says what was not understood, and offers what can be answered. */
export function declineFacts(
  definitions: readonly Definitions[],
  understood: NotAnswered,
  question: string,
  words: Words = english,
): AnswerFact[] {
  const offers = (): AnswerFact => offersOf(suggestions(definitions, question.split(/\s+/)), words);
  if (understood.kind !== 'open') {
    const near = nearestTo(understood).map(({ query, without }) => ({
      query,
      without,
      text: lineOf(query, definitions, words),
    }));
    const instead: AnswerFact =
      near.length > 0 ? { code: 'near_readings', readings: near.filter(isFirstOfText) } : offers();
    return [declinedFact(understood, question, words), instead];
  }
  const readings = understood.readings.flatMap(({ reading, query }) =>
    reading.first ? [] : [{ query, text: lineOf(query, definitions, words) }],
  );
  return [
    ambiguous({ code: 'several_readings' }, words),
    readings.length > 0 ? { code: 'which_reading', readings: readings.filter(isFirstOfText) } : offers(),
  ];
}

/** Two that read the same cannot be told apart. */
const isFirstOfText = ({ text }: { text: string }, at: number, all: readonly { text: string }[]): boolean =>
  all.findIndex((other) => other.text === text) === at;

type Ambiguous = Extract<Declined, { reason: 'ambiguous' }>;

/** Whoever knows no reasons reads its text. */
function ambiguous(why: NonNullable<Ambiguous['why']>, words: Words): Ambiguous {
  const fact: Ambiguous = { code: 'declined', reason: 'ambiguous', text: '', why };
  return { ...fact, text: words.declined.ambiguous(fact) };
}

function declinedFact(understood: Exclude<NotAnswered, { kind: 'open' }>, question: string, words: Words): Declined {
  switch (understood.kind) {
    case 'unknown':
      return { code: 'declined', reason: 'unknown_words', words: understood.words, near: understood.near };
    case 'unclear':
      return { code: 'declined', reason: 'unclear', words: understood.words };
    case 'not_computable':
      return { code: 'declined', reason: 'not_computable', problem: withoutQueries(understood.problem) };
    case 'unattached':
      return ambiguous(
        { code: 'unattached', question: shortened(question), before: shortened(understood.before) },
        words,
      );
    case 'refused':
      return { code: 'declined', reason: 'refused', kind: understood.refusal, text: question.slice(0, 200) };
    default:
      return { code: 'declined', reason: understood.kind };
  }
}

/** What can be asked instead is a fact of its own. */
const withoutQueries = (problem: QueryProblem): QueryProblem =>
  'alternatives' in problem ? { ...problem, alternatives: [] } : problem;

const lineOf = (query: Query, definitions: readonly Definitions[], words: Words): string =>
  readingLine(words, explain(query, definitions)).replaceAll(/\s+/g, ' ').slice(0, LINE_AT_MOST);
const LINE_AT_MOST = 200;

const shortened = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
};

const offersOf = (offered: Suggestion[], words: Words): AnswerFact => ({
  code: 'offers',
  questions: offered.map((suggestion) => suggestionText(words, suggestion)),
  suggestions: offered,
});

/** What the data is, and what can be asked of it: its columns alone, or what reading it has found out as well. */
export function aboutData(
  what: 'columns' | 'help' | 'overview',
  datasets: readonly DescribedDataset[],
  definitions: readonly Definitions[],
  words: Words = english,
): AnswerPiece[] {
  if (what === 'columns') return definitions.map(columnsOf).map(factPiece);
  const notes = what === 'overview' ? datasets.flatMap((dataset) => dataset.notes) : [];
  return [
    ...definitions.map(contents).map(factPiece),
    factPiece({ code: 'askable' }),
    ...notes.map((note) => factPiece({ code: 'profile_note', note })),
    factPiece(offersOf(suggestions(definitions, [], FIRST_QUESTIONS), words)),
  ];
}

const namesOf = (fields: Definitions['fields'], most: number): string[] =>
  fields.slice(0, most).map(({ column }) => column.slice(0, NAME_AT_MOST));
const NAME_AT_MOST = 1_000;

const columnsOf = ({ source, fields }: Definitions): AnswerFact => ({
  code: 'file_columns',
  file: source.slice(0, NAME_AT_MOST),
  count: fields.length,
  columns: namesOf(fields, COLUMNS_AT_MOST),
});

/** How much a file is, and what its columns are good for. */
function contents({ source, rows, fields }: Definitions): AnswerFact {
  const numbers = fields.filter(({ role }) => role === 'measure');
  const categories = fields.filter(({ role }) => role === 'dimension' || role === 'flag');
  const dates = fields.filter(({ type }) => type === 'date' || type === 'timestamp').slice(0, 2);
  return {
    code: 'file_contents',
    file: source.slice(0, NAME_AT_MOST),
    rows,
    numbers: { names: namesOf(numbers, NAMED_AT_MOST), count: numbers.length },
    categories: { names: namesOf(categories, NAMED_AT_MOST), count: categories.length },
    dates: dates.map(({ column, min, max }) => ({
      column: column.slice(0, NAME_AT_MOST),
      from: String(min).slice(0, 10),
      to: String(max).slice(0, 10),
    })),
  };
}
