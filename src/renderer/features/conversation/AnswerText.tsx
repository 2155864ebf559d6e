import { useMemo } from 'react';
import { segmentsOf } from '#contract/stretches';
import type { Stretch } from './differing-numbers';
import { FactView } from './FactView';
import { HeadlineView } from './HeadlineView';
import { Markdown } from './Markdown';
import { citationsOf, type DrawnMessage, factsOf, numbersOf, unsourcedOf } from './message-parts';

interface AnswerTextProps {
  message: DrawnMessage;
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
    if (segment.type === 'fact' && segment.fact.code === 'headline') {
      const { start, end } = segment;
      const isWithin = (place: Stretch) => place.start >= start && place.end <= end;
      const numbers = numbersOf(message, part).filter(isWithin);
      return (
        <HeadlineView
          key={index}
          headline={segment.fact.says}
          numbers={numbers}
          differing={numbers.filter((number) => differing?.some((place) => overlaps(place, number)))}
        />
      );
    }
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

const overlaps = (a: Stretch, b: Stretch): boolean => a.start < b.end && b.start < a.end;
