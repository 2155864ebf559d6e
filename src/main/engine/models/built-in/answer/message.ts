import { READING_OPENING } from '#contract/conventions';
import { plain } from '../question/naming';
import type { Dataset, Question } from '../question/plan';
import { readingOf } from '../question/reading';
import { caveatsOf } from './caveats';
import { headlineOf } from './headline';
import type { Results } from './result';
import { tableOf } from './table';

/** An answer: what comes before the picture, and what after it. */
export interface Composed {
  before: string;
  after: string;
}

export interface Telling {
  question: Question;
  dataset: Dataset;
  results: Results;
  /** Said with the reading when there was a choice between files. */
  named: boolean;
  /** Sentences about the answer as a whole: a picture that could not be drawn, a question read with the one before. */
  notes: readonly string[];
  /** Questions to go on with, in the form of those that a decline offers. */
  offers: string | null;
}

export function compose({ question, dataset, results, named, notes, offers }: Telling): Composed {
  const where = named ? `, in ${plain(dataset.name)}` : '';
  const reading = `${READING_OPENING}${readingOf(question, dataset)}${where}**`;
  const table = tableOf(results.main, groupCount(question), ROWS.has(question.kind));
  const single = results.main.rows.length === 1 && results.main.query.columns.length === 1;
  const caveats = [...notes, ...caveatsOf(question, results, dataset)].map((one) => `> ${one}`).join('\n>\n');
  return {
    before: `${reading}\n\n${headlineOf(question, results, dataset)}`,
    after: [single ? null : table, caveats, offers].filter(Boolean).join('\n\n'),
  };
}

/** Answers that are rows of the data as they stand. */
const ROWS = new Set<Question['kind']>(['rows', 'outliers', 'duplicates']);

function groupCount(question: Question): number {
  return question.kind === 'aggregate' && question.top?.within !== 'each' ? question.groups.length : 0;
}
