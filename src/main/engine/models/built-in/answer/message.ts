import type { Definitions } from '#contract/definitions';
import type { AnswerFact } from '#contract/facts';
import { columnName, readingLine, type Words } from '#words';
import { explain } from '../../../../query';
import type { DescribedDataset } from '../described';
import type { Understood } from '../reader/settle';
import { caveatsOf } from './facts';
import { headlineOf } from './headline';
import { type AnswerPiece, factPiece, headlinePiece } from './pieces';
import type { AnalyzedResult } from './result';
import { tableOf } from './table';

/** An answer: what comes before the picture, and what after it. */
export interface Composed {
  before: AnswerPiece[];
  after: AnswerPiece[];
}

export interface Told {
  result: AnalyzedResult;
  dataset: DescribedDataset;
  definitions: readonly Definitions[];
  /** Named with the reading where there is a choice between several. */
  files: string | null;
  notes: readonly AnswerFact[];
  words: Words;
}

export function compose({ result, dataset, definitions, files, notes, words }: Told): Composed {
  const where = files === null ? '' : `, in ${files}`;
  const explained = explain(result.output.query, definitions);
  const reading: AnswerFact = { code: 'reading', text: `${plain(readingLine(words, explained))}${where}` };
  const single = result.rows.length === 1 && result.values.length === 1 && result.groups.length === 0;
  const facts = [...notes, ...caveatsOf(result, dataset)];
  return {
    before: [factPiece(reading), headlinePiece(headlineOf(result), explained.names)],
    after: [
      ...(single ? [] : (tableOf(result, (column) => columnName(column, explained.names, words)) ?? [])),
      ...facts.map(factPiece),
    ],
  };
}

/** What to know of how a question was read, beside the reading itself. */
export const readingNotes = ({
  others,
  unused,
  taken,
  before,
}: Extract<Understood, { kind: 'query' }>): AnswerFact[] => [
  ...(others.length > 0 ? [{ code: 'other_readings' as const, queries: others }] : []),
  ...(taken.length > 0 ? [{ code: 'taken_for' as const, words: taken.slice(0, 5) }] : []),
  ...(unused.length > 0 ? [{ code: 'unused_words' as const, words: unused }] : []),
  ...(before === null ? [] : [{ code: 'read_with' as const, question: before, instead: null }]),
];

/** One line, in which nothing means anything: a reading stands out in bold. */
const plain = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .replaceAll(/[*`|\\[\]]|<(?=[\p{L}/!?])/gu, '')
    .trim()
    .slice(0, 500);
