import type { AnswerFact, PinnedPart, ReadingNames } from '#contract';
import type { Headline } from '#contract/headline';
import { placeWords } from '#contract/places';
import { isCaveat, type Replacement, replaced, segmentsOf } from '#contract/stretches';
import { factWords, groupText, type HeadlineWriter, outputName, type Words, writtenCell, writtenChange } from '#words';
import type { PublicationBlock } from '../../publishing';

type TextPart = Extract<PinnedPart, { type: 'text' }>;

/** A text of an answer as a document has it: its facts in the reader's words, its citations as numbers, the quotes below. */
export function textBlocks(part: TextPart, names: ReadingNames | null, words: Words): PublicationBlock[] {
  const blocks = segmentsOf(part.text, part.facts).flatMap((segment): PublicationBlock[] =>
    segment.type === 'fact'
      ? factBlocks(segment.fact, names, words)
      : markdownBlocks(withMarks(segment.text, segment.start, part)),
  );
  const cited = [...new Map(part.citations.map((citation) => [citation.number, citation])).values()];
  const quotes = cited.map(
    ({ number, name, quote, place }): PublicationBlock => ({
      type: 'quote',
      text: quote,
      source: `[${number}] ${[name, placeWords(name, place)].filter(Boolean).join(', ')}`,
    }),
  );
  return [...blocks, ...quotes];
}

const markdownBlocks = (markdown: string): PublicationBlock[] =>
  markdown.trim() === '' ? [] : [{ type: 'text', markdown: markdown.trim() }];

function factBlocks(fact: AnswerFact, names: ReadingNames | null, words: Words): PublicationBlock[] {
  if (fact.code === 'headline') return markdownBlocks(headlineMarkdown(fact.says, names, words));
  // The whole table stands there.
  if (fact.code === 'rows_shown') return [];
  const text = factWords(words, fact);
  return isCaveat(fact) ? [{ type: 'notice', tone: 'warning', text }] : markdownBlocks(plain(text));
}

function headlineMarkdown(headline: Headline, names: ReadingNames | null, words: Words): string {
  const write: HeadlineWriter = {
    output: (name) => plain(outputName(name, names, words)),
    value: ({ cell, show }) => plain(writtenCell(cell, show, words.figure)),
    change: ({ cell, show }) => plain(writtenChange(cell, show, words.figure)),
    group: (figures) => figures.map((figure) => `**${plain(groupText(figure, words.figure))}**`).join(', '),
  };
  return words.headline(headline, write);
}

/** The piece of a part that begins at `start`, with numbers in the places of its marks. */
function withMarks(text: string, start: number, { citations, facts }: TextPart): string {
  const marks = citations.map((mark): Replacement => ({ ...mark, text: ` [${mark.number}]` }));
  const unsourced = facts.flatMap(({ fact }) => (fact.code === 'unsourced' ? fact.figures : []));
  const figures = unsourced.map((figure): Replacement => ({ ...figure, text: `${figure.text} (?)` }));
  const within = [...marks, ...figures]
    .map((mark) => ({ ...mark, start: mark.start - start, end: mark.end - start }))
    .filter((mark) => mark.start >= 0 && mark.end <= text.length);
  return replaced(text, within);
}

/** Text in which nothing means anything as Markdown. */
export const plain = (text: string): string =>
  text
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll(/[\\`*_[\]<>|~#$]/g, '\\$&')
    .replaceAll(/&(?=#?\w+;)/g, '\\&');
