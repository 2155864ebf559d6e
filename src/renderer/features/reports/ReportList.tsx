import { FileChartColumn, Plus } from 'lucide-react';
import type { ReportId } from '#contract';
import { Button, Failure, formatDay, Skeleton, useWords } from '../../ui';
import styles from './Reports.module.css';
import { useReportCommands } from './use-report-commands';
import { useReports } from './use-reports';

/** Every report of this library, the last changed first. */
export function ReportList({ onOpen }: { onOpen(reportId: ReportId): void }) {
  const { ui } = useWords();
  const words = ui.reports;
  const { data: reports, error, refetch } = useReports();
  const { create } = useReportCommands();
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!reports) return <Skeleton label={words.loading} widths={[100, 100]} height={40} />;
  const begin = async () => {
    const report = await create(words.untitled);
    if (report) onOpen(report.id);
  };
  return (
    <>
      {reports.length === 0 && <p className={styles.none}>{words.none}</p>}
      <ul className={styles.list}>
        {reports.map(({ id, title, blocks, updatedAt }) => (
          <li key={id}>
            <button type="button" onClick={() => onOpen(id)}>
              <FileChartColumn size={16} aria-hidden="true" />
              <b title={title}>{title}</b>
              <span>
                {words.parts(blocks)} · {words.changedOn(formatDay(updatedAt))}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Button icon={<Plus size={14} />} onClick={() => void begin()}>
        {words.newReport}
      </Button>
    </>
  );
}
