import { Menu } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import type { Paper, ReportFormat, ReportId } from '#contract';
import { AppError } from '#contract/result';
import { currentLocale } from '#words';
import { keys, type ReportExport, useClient } from '../../bridge';
import { Button, Progress, tellSaved, useWords } from '../../ui';
import styles from './Reports.module.css';

const FORMATS: readonly ReportFormat[] = ['pdf', 'docx', 'html', 'md', 'xlsx'];
const PAPERS: readonly Paper[] = ['A4', 'Letter'];

/** Makes a document of a report; what takes longer tells how far it is, and can be stopped. */
export function ExportMenu({ reportId }: { reportId: ReportId }) {
  const { ui } = useWords();
  const words = ui.reports;
  const client = useClient();
  const cache = useQueryClient();
  const [making, setMaking] = useState(false);
  const [paper, setPaper] = useState<Paper>(() => (currentLocale().numbers === 'en-US' ? 'Letter' : 'A4'));
  const key = keys.reportExport(reportId);
  const { data: progress } = useQuery<ReportExport | null>({
    queryKey: key,
    queryFn: () => cache.getQueryData<ReportExport>(key) ?? null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const make = async (format: ReportFormat) => {
    cache.setQueryData(key, null);
    setMaking(true);
    await tellSaved(client.reports.export({ reportId, format, paper }).catch(stoppedAsSaved));
    setMaking(false);
  };
  if (making)
    return (
      <span className={styles.making} role="status">
        <span>{words.making}</span>
        <Progress share={progress && progress.of > 0 ? progress.done / progress.of : 0} label={words.making} />
        <Button size="small" onClick={() => void client.reports.stopExport({ reportId })}>
          {ui.common.stop}
        </Button>
      </span>
    );
  return (
    <Menu position="bottom-end" width={220} hideDetached={false} withinPortal>
      <Menu.Target>
        <Button size="small" icon={<Download size={13} />}>
          {words.export}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map((format) => (
          <Menu.Item key={format} onClick={() => void make(format)}>
            {words.formats[format]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{words.paper}</Menu.Label>
        {PAPERS.map((known) => (
          <Menu.Item
            key={known}
            role="menuitemradio"
            aria-checked={paper === known}
            closeMenuOnClick={false}
            rightSection={paper === known ? '✓' : null}
            onClick={() => setPaper(known)}
          >
            {words.papers[known]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Whoever stopped it knows. */
function stoppedAsSaved(error: unknown): { kind: 'cancelled' } {
  if (error instanceof AppError && error.code === 'cancelled') return { kind: 'cancelled' };
  throw error;
}
