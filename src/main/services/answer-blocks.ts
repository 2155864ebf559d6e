import type { AnswerFact, Citation, ReadingNames } from '#contract';
import type { Headline } from '#contract/headline';
import { isCaveat, type Replacement, replaced } from '#contract/stretches';
import {
  factWords,
  groupText,
  type HeadlineWriter,
  outputName,
  sourceLine,
  type Words,
  writtenCell,
  writtenChange,
} from '#words';
import type { PublicationBlock } from '../publishing';

/** What answers are made of, as blocks of a document: those of threads and what is pinned of them in reports alike. */

export const markdownBlocks = (markdown: string): PublicationBlock[] =>
  markdown.trim() === '' ? [] : [{ type: 'text', markdown: markdown.trim() }];

export const quoteBlock = (citation: Citation, words: Words): PublicationBlock => ({
  type: 'quote',
  text: citation.quote,
  source: sourceLine(words, citation),
});

/** The piece of a part that begins at `start`, with these in the places of its stretches, which are those of the part. */
export function withMarks(text: string, start: number, marks: readonly Replacement[]): string {
  const within = marks
    .map((mark) => ({ ...mark, start: mark.start - start, end: mark.end - start }))
    .filter((mark) => mark.start >= 0 && mark.end <= text.length);
  return replaced(text, within);
}

export const citationMark = ({ start, end, number }: Citation): Replacement => ({ start, end, text: ` [${number}]` });

/** For a figure that is in no result, passage or question. */
export const unsourcedMark = ({ start, end, text }: Replacement): Replacement => ({ start, end, text: `${text} (?)` });

/** A fact in the reader's words; no offers of other questions, which nobody can ask there. `names`: how the question was read. */
export function factBlocks(
  fact: AnswerFact,
  { words, names, hasTable }: { words: Words; names: ReadingNames | null; hasTable: boolean },
): PublicationBlock[] {
  switch (fact.code) {
    case 'reading':
    case 'offers':
    case 'other_readings':
      return [];
    case 'headline':
      return markdownBlocks(headlineMarkdown(fact.says, names, words));
    case 'rows_shown':
      return hasTable ? [] : [{ type: 'notice', tone: 'info', text: factWords(words, fact) }];
    case 'which_reading':
    case 'near_readings': {
      const lead = fact.code === 'which_reading' ? words.whichLead() : words.nearLead();
      return [{ type: 'notice', tone: 'info', text: [lead, ...fact.readings.map(({ text }) => text)].join('\n') }];
    }
    default: {
      const text = factWords(words, fact);
      return isCaveat(fact) ? [{ type: 'notice', tone: 'warning', text }] : markdownBlocks(plain(text));
    }
  }
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

/** Text in which nothing means anything as Markdown. */
const plain = (text: string): string =>
  text
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll(/[\\`*_[\]<>|~#$]/g, '\\$&')
    .replaceAll(/&(?=#?\w+;)/g, '\\&');
