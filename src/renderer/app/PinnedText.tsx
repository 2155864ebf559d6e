import { type ComponentProps, useMemo } from 'react';
import { AnswerText } from '../features/conversation';
import type { ReportText } from '../features/reports';
import { AnswerNames, ReadingShown, ThreadActionsProvider } from '../ui';

const Nothing = () => null;
const stay = () => undefined;

/** Text of a report as conversations draw it; what leads elsewhere in a thread leads nowhere. */
export function PinnedText({ text, facts, citations, names }: ComponentProps<ReportText>) {
  const message = useMemo(
    () => ({
      runId: null,
      status: 'completed' as const,
      parts: [{ type: 'text' as const, text }],
      facts: [...facts],
      citations: [...citations],
      numbers: [],
    }),
    [text, facts, citations],
  );
  return (
    <ThreadActionsProvider FactAction={Nothing} WhichReading={Nothing} ask={null} openSource={stay}>
      <ReadingShown value>
        <AnswerNames value={names}>
          <AnswerText message={message} part={0} text={text} />
        </AnswerNames>
      </ReadingShown>
    </ThreadActionsProvider>
  );
}
