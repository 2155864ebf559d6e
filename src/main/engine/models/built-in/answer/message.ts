import type { AnswerFact } from '#contract/facts';
import { plain } from '../question/naming';
import type { DescribedDataset, Question } from '../question/plan';
import { readingOf } from '../question/reading';
import { caveatsOf } from './caveats';
import { headlineOf } from './headline';
import { type AnswerPiece, factPiece, textPiece } from './pieces';
import type { Results } from './result';
import { tableOf } from './table';

/** An answer: what comes before the picture, and what after it. */
export interface Composed {
  before: AnswerPiece[];
  after: AnswerPiece[];
}

export interface Telling {
  question: Question;
  dataset: DescribedDataset;
  results: Results;
  /** Said with the reading when there was a choice between files. */
  named: boolean;
  /** About the answer as a whole: a picture that could not be drawn, a question read with the one before. */
  notes: readonly AnswerFact[];
  /** Questions to go on with. */
  offers: AnswerFact | null;
}

export function compose({ question, dataset, results, named, notes, offers }: Telling): Composed {
  const where = named ? `, in ${plain(dataset.name)}` : '';
  const reading: AnswerFact = { code: 'reading', text: `${readingOf(question, dataset)}${where}` };
  const table = tableOf(results.main, groupCount(question), ROWS.has(question.kind));
  const single = results.main.rows.length === 1 && results.main.query.columns.length === 1;
  const facts = [...notes, ...caveatsOf(question, results, dataset), ...(offers ? [offers] : [])];
  return {
    before: [factPiece(reading), textPiece(headlineOf(question, results, dataset))],
    after: [...(single || !table ? [] : table), ...facts.map(factPiece)],
  };
}

/** Answers that are rows of the data as they stand. */
const ROWS = new Set<Question['kind']>(['rows', 'outliers', 'duplicates']);

function groupCount(question: Question): number {
  return question.kind === 'aggregate' && question.top?.within !== 'each' ? question.groups.length : 0;
}
