import { useMemo } from 'react';
import type { ReportId, ReportSummary } from '#contract';
import { useClient } from '../../bridge';
import { isDone, tellFailure, undoNotification, useWords } from '../../ui';

/** What can be done to a report as a whole. Failures are told. */
export function useReportCommands() {
  const client = useClient();
  const { ui } = useWords();
  return useMemo(() => {
    const words = ui.reports;
    const told = (work: Promise<unknown>) => isDone(work, words.notDone);
    return {
      /** Null where it could not be made. */
      create: (title: string): Promise<ReportSummary | null> =>
        client.reports.create({ title }).catch((error: unknown) => {
          tellFailure(words.notDone, error);
          return null;
        }),
      rename: (reportId: ReportId, title: string) => told(client.reports.rename({ reportId, title })),
      remove: async ({ id: reportId, title }: Pick<ReportSummary, 'id' | 'title'>) => {
        const done = await told(client.reports.delete({ reportId }));
        if (done) undoNotification(words.deleted(title), () => void told(client.reports.restore({ reportId })));
        return done;
      },
    };
  }, [client, ui]);
}
