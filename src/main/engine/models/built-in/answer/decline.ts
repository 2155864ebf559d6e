import type { Definitions } from '#contract/definitions';
import type { AnswerFact, Declined } from '#contract/facts';
import type { Query } from '#contract/query';
import type { QueryProblem } from '#contract/query-results';
import { english, readingLine, type Words } from '#words';
import { explain } from '../../../../query';
import type { DescribedDataset } from '../described';
import { nearestTo, type Understood } from '../reader/settle';
import { safe } from './format';
import { type AnswerPiece, factPiece, textPiece } from './pieces';
import { suggestions } from './suggestions';

const FIRST_QUESTIONS = 6;
const NAMED_AT_MOST = 6;

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
  const offers = (): AnswerFact => ({
    code: 'offers',
    questions: suggestions(definitions, question.split(/\s+/)),
  });
  if (understood.kind !== 'open') {
    const near = nearestTo(understood).map(({ query, without }) => ({
      query,
      without,
      text: lineOf(query, definitions, words),
    }));
    const instead: AnswerFact =
      near.length > 0 ? { code: 'near_readings', readings: near.filter(isFirstOfText) } : offers();
    return [declinedFact(understood, question), instead];
  }
  const readings = understood.readings.flatMap(({ reading, query }) =>
    reading.first ? [] : [{ query, text: lineOf(query, definitions, words) }],
  );
  return [
    { code: 'declined', reason: 'ambiguous', text: 'This can be read in more than one way.' },
    readings.length > 0 ? { code: 'which_reading', readings: readings.filter(isFirstOfText) } : offers(),
  ];
}

/** Two that read the same cannot be told apart. */
const isFirstOfText = ({ text }: { text: string }, at: number, all: readonly { text: string }[]): boolean =>
  all.findIndex((other) => other.text === text) === at;

function declinedFact(understood: Exclude<NotAnswered, { kind: 'open' }>, question: string): Declined {
  switch (understood.kind) {
    case 'unknown':
      return { code: 'declined', reason: 'unknown_words', words: understood.words, near: understood.near };
    case 'unclear':
      return { code: 'declined', reason: 'unclear', words: understood.words };
    case 'not_computable':
      return { code: 'declined', reason: 'not_computable', problem: withoutQueries(understood.problem) };
    case 'unattached':
      return {
        code: 'declined',
        reason: 'ambiguous',
        text: `“${shortened(question)}” goes on from “${shortened(understood.before)}”, and the two cannot be answered together. Ask the whole question.`,
      };
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

/** What the data is, and what can be asked of it: its columns alone, or what reading it has found out as well. */
export function aboutData(
  what: 'columns' | 'help' | 'overview',
  datasets: readonly DescribedDataset[],
  definitions: readonly Definitions[],
): AnswerPiece[] {
  if (what === 'columns') return [textPiece(definitions.map(columnsOf).join('\n\n'))];
  const about = `${definitions.map(contents).join(' ')} Ask for totals, counts, averages and medians, by category and over time; the top and the bottom; shares, growth and comparisons; distributions and relations; and what is missing, repeated or odd.`;
  const notes = what === 'overview' ? datasets.flatMap((dataset) => dataset.notes) : [];
  return [
    textPiece(about),
    ...notes.map((note) => factPiece({ code: 'profile_note', note })),
    factPiece({ code: 'offers', questions: suggestions(definitions, [], FIRST_QUESTIONS) }),
  ];
}

const columnsOf = ({ source, fields }: Definitions): string =>
  `**${safe(source)}** has ${fields.length} columns: ${fields.map((field) => safe(field.column)).join(', ')}.`;

/** A file in two sentences: how much it is, and what its columns are good for. */
function contents({ source, rows, fields }: Definitions): string {
  const named = (what: string, those: Definitions['fields']): string[] => {
    const names = those.slice(0, NAMED_AT_MOST).map((field) => safe(field.column));
    const more = those.length - names.length;
    return names.length === 0
      ? []
      : [`${what} ${(more > 0 ? [...names, `${more} more`] : names).join(', ').replace(/, ([^,]+)$/, ' and $1')}`];
  };
  const dates = fields
    .filter(({ type }) => type === 'date' || type === 'timestamp')
    .map(
      (field) =>
        `dates in ${safe(field.column)} from ${String(field.min).slice(0, 10)} to ${String(field.max).slice(0, 10)}`,
    );
  const parts = [
    ...named(
      'numbers in',
      fields.filter((field) => field.role === 'measure'),
    ),
    ...named(
      'categories in',
      fields.filter((field) => field.role === 'dimension' || field.role === 'flag'),
    ),
    ...dates.slice(0, 2),
  ];
  const size = `${safe(source)} has ${rows.toLocaleString('en-US')} ${rows === 1 ? 'row' : 'rows'}`;
  return parts.length === 0 ? `${size}.` : `${size}, with ${parts.join('; ')}.`;
}
