import type { AnswerFact } from '#contract/facts';
import type { ReadingNames } from '#contract/readings';
import { factWords, groupText, type HeadlineWriter, outputName, type Words, writtenCell, writtenChange } from '#words';
import { escaped, safe } from './format';
import type { AnswerPiece } from './pieces';

/** A piece of an answer as it is sent. */
export type SentPiece =
  | { type: 'text' | 'refusal'; text: string; fact?: AnswerFact }
  | { type: 'image'; fileId: string };

/** Facts that are a paragraph of the answer; all others are set apart as quotes, which is how caveats look. */
const PARAGRAPHS: ReadonlySet<AnswerFact['code']> = new Set([
  'offers',
  'file_columns',
  'file_contents',
  'askable',
  'near_readings',
  'which_reading',
  'declined',
  'rows_shown',
  'printed_nothing',
]);

/** The one place where the analyst's facts become sentences. */
export function worded(pieces: readonly AnswerPiece[], words: Words): SentPiece[] {
  return pieces.map((piece) =>
    piece.type === 'fact' ? { type: 'text', text: markdownOf(piece, words), fact: bounded(piece.fact) } : piece,
  );
}

/** Characters of JSON; a message has room for about twice as many. */
const FACT_AT_MOST = 3_000;
const LISTED_AT_MOST = 20;
const TEXTS_AT_MOST = [500, 100, 40];

/** A fact that can travel with its message whatever the question, the data or a failure had in it. */
export function bounded(fact: AnswerFact): AnswerFact {
  // A query of which a part was cut away would ask something else.
  if (fact.code === 'other_readings') return { ...fact, queries: fitting(fact.queries) };
  if (fact.code === 'which_reading') return { ...fact, readings: fitting(fact.readings) };
  if (fact.code === 'near_readings') return { ...fact, readings: fitting(fact.readings) };
  let cut = fact;
  for (const most of TEXTS_AT_MOST) {
    cut = JSON.parse(JSON.stringify(fact), (_key, value: unknown) => {
      if (typeof value === 'string') return value.slice(0, most).toWellFormed();
      return Array.isArray(value) ? value.slice(0, LISTED_AT_MOST) : value;
    });
    if (JSON.stringify(cut).length <= FACT_AT_MOST) break;
  }
  return cut;
}

/** The first of them that have room together; always one. */
function fitting<T>(items: readonly T[]): T[] {
  let room = FACT_AT_MOST;
  return items.filter((item, at) => {
    room -= JSON.stringify(item).length;
    return at === 0 || room > 0;
  });
}

type FactPiece = Extract<AnswerPiece, { type: 'fact' }>;

function markdownOf({ fact, names }: FactPiece, words: Words): string {
  if (fact.code === 'headline') return words.headline(fact.says, inMarkdown(words, names ?? null));
  const sentence = factWords(words, fact);
  if (fact.code === 'reading') return emphasised(sentence, fact.text);
  const lines = sentence.split('\n').map(escaped);
  return PARAGRAPHS.has(fact.code) ? lines.join('\n') : lines.map((line) => `> ${line}`).join('\n');
}

/** The reading itself stands out, wherever the sentence has it. It is made of plain words, so nothing in it is escaped. */
function emphasised(sentence: string, reading: string): string {
  const at = sentence.lastIndexOf(reading);
  if (at === -1) return escaped(sentence);
  return `${sentence.slice(0, at)}**${reading}**${sentence.slice(at + reading.length)}`;
}

/** Names stand out, and nothing of the data means anything. */
const inMarkdown = (words: Words, names: ReadingNames | null): HeadlineWriter => ({
  output: (name) => safe(outputName(name, names, words)),
  value: ({ cell, show }) => safe(writtenCell(cell, show, words.figure)),
  change: ({ cell, show }) => safe(writtenChange(cell, show, words.figure)),
  group: (figures) => figures.map((figure) => `**${safe(groupText(figure, words.figure))}**`).join(', '),
});
