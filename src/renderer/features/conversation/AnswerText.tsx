import { useMemo } from 'react';
import type { Message } from '#contract';
import { segmentsOf } from '#contract/stretches';
import type { Stretch } from './differing-numbers';
import { FactView } from './FactView';
import { Markdown } from './Markdown';
import { citationsOf, factsOf, numbersOf, unsourcedOf } from './message-parts';

interface AnswerTextProps {
  message: Message;
  /** Which part of the message. */
  part: number;
  text: string;
  /** Figures that differ from other answers. */
  differing?: readonly Stretch[] | undefined;
}

/** A text of an answer, with each fact in the place of the words for it. */
export function AnswerText({ message, part, text, differing }: AnswerTextProps) {
  const facts = factsOf(message, part);
  const segments = useMemo(() => segmentsOf(text, facts), [text, facts]);
  return segments.map((segment, index) => {
    if (segment.type === 'fact') return <FactView key={index} fact={segment.fact} runId={message.runId} />;
    if (segment.text.trim() === '') return null;
    return (
      <Markdown
        key={index}
        text={segment.text}
        start={segment.start}
        numbers={numbersOf(message, part)}
        unsourced={unsourcedOf(message, part)}
        differing={differing}
        citations={citationsOf(message, part)}
        files={message.parts}
        live={message.status === 'in_progress'}
      />
    );
  });
}
