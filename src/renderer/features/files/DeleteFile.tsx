import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { LibraryFile } from '#contract';
import { Button, Failure, Skeleton, useWords } from '../../ui';
import styles from './Files.module.css';
import { useFileCommands, useFileUses } from './use-files';

/** Before a file is deleted that something uses: who that is, and whether the threads go as well. */
export function DeleteFile({ file, onClose }: { file: LibraryFile; onClose(): void }) {
  const { library: words, ui } = useWords();
  const { remove } = useFileCommands();
  const [withThreads, setWithThreads] = useState(false);
  const { data, error, refetch } = useFileUses(file.id);
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label={words.loading()} widths={[90, 60]} />;
  const threads = data.threads.filter(({ deleted }) => !deleted);
  const reports = data.reports.filter(({ deleted }) => !deleted);
  return (
    <div className={styles.asked}>
      {threads.length > 0 && (
        <>
          <p>{words.keptByThreads(threads.length)}</p>
          <ul className={styles.uses}>
            {threads.map(({ threadId, title }) => (
              <li key={threadId}>{title}</li>
            ))}
          </ul>
          <Checkbox
            label={words.withThreads(threads.length)}
            checked={withThreads}
            onChange={(event) => setWithThreads(event.currentTarget.checked)}
          />
        </>
      )}
      {reports.length > 0 && (
        <>
          <p>{ui.reports.keptByReports(reports.length)}</p>
          <ul className={styles.uses}>
            {reports.map(({ reportId, title }) => (
              <li key={reportId}>{title}</li>
            ))}
          </ul>
        </>
      )}
      {data.assistants.length > 0 && <p>{words.lostByAssistants(data.assistants)}</p>}
      <div className={styles.actions}>
        <Button data-autofocus="" onClick={onClose}>
          {words.cancel()}
        </Button>
        <Button
          look="danger"
          onClick={() => {
            onClose();
            void remove(file, withThreads ? threads.map(({ threadId }) => threadId) : []);
          }}
        >
          {words.delete()}
        </Button>
      </div>
    </div>
  );
}
