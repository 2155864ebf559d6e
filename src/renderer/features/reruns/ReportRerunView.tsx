import { useState } from 'react';
import type { ReportBlockPair, ReportId, ReportRerunId } from '#contract';
import { rerunWhyWords } from '#words';
import { useClient } from '../../bridge';
import { Failure, Note, Skeleton, useWords } from '../../ui';
import { CallView, ChartsBeside, type ChartView } from './CallView';
import { OnlyChanged } from './OnlyChanged';
import { countsOf, RerunHead } from './RerunHead';
import styles from './Reruns.module.css';
import { useReportRerun } from './use-rerun';

interface ReportRerunViewProps {
  id: ReportRerunId;
  Chart: ChartView;
  onOpenReport(reportId: ReportId): void;
  onAnother(): void;
}

/** What came of a report on another file: every part that rests on data, before and now. */
export function ReportRerunView({ id, Chart, onOpenReport, onAnother }: ReportRerunViewProps) {
  const { ui } = useWords();
  const client = useClient();
  const { data: rerun, error, refetch } = useReportRerun(id);
  const [onlyChanged, setOnlyChanged] = useState(false);
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!rerun) return <Skeleton label={ui.reruns.loading} widths={[60, 90, 75]} />;
  const { blocks, toReport } = rerun;
  const shown = blocks.filter(({ outcome }) => outcome !== 'copied' && (!onlyChanged || outcome !== 'same'));
  return (
    <div className={styles.new}>
      <RerunHead
        rerun={rerun}
        outcomes={blocks.length > 0 ? ui.reruns.partOutcomes(countsOf(blocks)) : ''}
        onStop={() => client.reportReruns.cancel({ reportRerunId: id })}
        onAnother={onAnother}
        open={toReport && { label: ui.reruns.openReport, onOpen: () => onOpenReport(toReport) }}
      />
      <OnlyChanged checked={onlyChanged} onChange={setOnlyChanged} />
      {shown.map((pair) => (
        <PartView key={pair.before} pair={pair} onlyChanged={onlyChanged} Chart={Chart} />
      ))}
      {shown.length === 0 && toReport && <Note tone="info">{ui.reruns.nothingChanged}</Note>}
    </div>
  );
}

type PartViewProps = { pair: ReportBlockPair; onlyChanged: boolean; Chart: ChartView };

function PartView({ pair: { kind, about, outcome, why, call, charts }, ...view }: PartViewProps) {
  const words = useWords();
  const { reports, reruns } = words.ui;
  if (outcome === 'copied') return null;
  const [first = ''] = about.split('\n');
  const title = reports.named(reports.kind[kind], first);
  return (
    <section className={styles.question} aria-label={title}>
      <h2>
        <span className={`${styles.mark} ${styles[outcome]}`}>{reruns.outcomes[outcome]}</span>
        <span className={styles.part}>{title}</span>
      </h2>
      {why && <Note tone="warn">{words.ui.reports.changed.not_rerun(rerunWhyWords(words, why))}</Note>}
      {!why && call && <CallView call={call} charts={kind === 'answer' ? [] : charts} {...view} />}
      {!why && kind === 'answer' && <ChartsBeside charts={charts} Chart={view.Chart} />}
    </section>
  );
}
