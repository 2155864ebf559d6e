import type { AnswerFact } from '#contract';
import { isCaveat } from '#contract/stretches';
import { factWords, type Words } from '#words';
import type { PublicationBlock } from '../../publishing';

/** What an answer says as data, as blocks of a document: no offers of other questions, which nobody can ask there. */
export function factBlocks(
  fact: AnswerFact,
  { words, hasTable }: { words: Words; hasTable: boolean },
): PublicationBlock[] {
  switch (fact.code) {
    case 'reading':
    case 'offers':
    case 'other_readings':
      return [];
    case 'rows_shown':
      return hasTable ? [] : [{ type: 'notice', tone: 'info', text: factWords(words, fact) }];
    case 'which_reading':
    case 'near_readings': {
      const lead = fact.code === 'which_reading' ? words.whichLead() : words.nearLead();
      return [{ type: 'notice', tone: 'info', text: [lead, ...fact.readings.map(({ text }) => text)].join('\n') }];
    }
    default:
      return isCaveat(fact)
        ? [{ type: 'notice', tone: 'warning', text: factWords(words, fact) }]
        : [{ type: 'text', markdown: factWords(words, fact) }];
  }
}
