import type { MessageId, ReportId, ThreadId } from '#contract';
import { ReportPage } from '../features/reports';
import { useDataUpload } from '../features/reruns';
import { isDone, useWords } from '../ui';
import { DropTarget } from './DropTarget';
import { PinnedText } from './PinnedText';
import type { Route } from './routes';

interface ReportPlaceProps {
  reportId: ReportId;
  go(route: Route): void;
  onSeek(threadId: ThreadId, messageId: MessageId | null): void;
}

/** A report; a file of data that is dropped on it is one to run it again on. */
export function ReportPlace({ reportId, go, onSeek }: ReportPlaceProps) {
  const { ui } = useWords();
  const take = useDataUpload();
  const runOn = async (file: File) => {
    const by = await take(file);
    go({ page: 'report-rerun', reportId, by });
  };
  return (
    <>
      <ReportPage
        reportId={reportId}
        Text={PinnedText}
        onBack={() => go({ page: 'reports' })}
        onRunAgain={() => go({ page: 'report-rerun', reportId, by: null })}
        onOpenThread={({ source }) => source && onSeek(source.threadId, source.messageId)}
      />
      <DropTarget
        label={ui.reruns.dropOnReport}
        hint={ui.reruns.dropOnReportHint}
        onFiles={([file]) => file && void isDone(runOn(file), ui.reruns.notTaken)}
      />
    </>
  );
}
