import { useState } from 'react';
import type { DatasetId, ReportId, ReportRerunId } from '#contract';
import { useClient } from '../../bridge';
import { Skeleton, useWords } from '../../ui';
import type { ChartView } from './CallView';
import { EarlierReruns } from './EarlierReruns';
import { NewRerun } from './NewRerun';
import { ReportRerunView } from './ReportRerunView';
import { useReportRerunsOf } from './use-rerun';

interface ReportRerunPageProps {
  reportId: ReportId;
  /** The file that was dropped on the report. */
  by: DatasetId | null;
  onOpenReport(reportId: ReportId): void;
  Chart: ChartView;
}

/** A report on another file: which one, how it differs, and what came of each part. */
export function ReportRerunPage({ reportId, by, onOpenReport, Chart }: ReportRerunPageProps) {
  const { ui } = useWords();
  const client = useClient();
  const earlier = useReportRerunsOf(reportId);
  const [shown, setShown] = useState<ReportRerunId | 'new' | null>(by && 'new');
  if (earlier.isPending) return <Skeleton label={ui.reruns.loading} widths={[60, 90, 75]} />;
  // Whoever comes from what a rerun made looks at that; else a new one is begun.
  const newest = earlier.data?.find(({ toReport, status }) => toReport === reportId || status === 'running');
  const current = shown === 'new' ? null : (shown ?? newest?.id ?? null);
  const another = () => setShown('new');
  if (current) return <ReportRerunView id={current} Chart={Chart} onOpenReport={onOpenReport} onAnother={another} />;
  return (
    <>
      <NewRerun
        work={{ reportId }}
        by={by}
        lead={ui.reruns.reportLead}
        noData={ui.reruns.reportNoData}
        start={async (replacements) =>
          setShown((await client.reportReruns.start({ reportId, replacements, accepted: true })).id)
        }
      />
      <EarlierReruns reruns={earlier.data ?? []} onShow={(id) => setShown(id)} />
    </>
  );
}
