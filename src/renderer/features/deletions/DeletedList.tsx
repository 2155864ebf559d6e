import { modals } from '@mantine/modals';
import type { FileId, ReportId, ThreadId } from '#contract';
import { Button, Failure, formatBytes, formatDay, Skeleton, useWords } from '../../ui';
import { Copies } from './Copies';
import styles from './Deletions.module.css';
import { useDeletionCommands, useDeletions } from './use-deletions';

interface Ids {
  threadIds: ThreadId[];
  fileIds: FileId[];
  reportIds: ReportId[];
}

const NONE: Ids = { threadIds: [], fileIds: [], reportIds: [] };

/** What is deleted: each to be brought back, or erased for good; and what copies still hold of it. */
export function DeletedList() {
  const { deletions: words, ui } = useWords();
  const { data, error, refetch } = useDeletions();
  const { restore, erase, renew } = useDeletionCommands();
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label={words.loading()} widths={[100, 100]} />;
  const { threads, files, reports } = data;
  const heads = { threads: words.threads(), reports: ui.reports.deletedReports, files: words.files() };
  const confirm = (ids: Ids) =>
    modals.openConfirmModal({
      title: words.confirmTitle(),
      children: words.confirm(ids.threadIds.length, ids.fileIds.length, ids.reportIds.length),
      labels: { confirm: words.confirmDo(), cancel: words.cancel() },
      confirmProps: { color: 'red' },
      onConfirm: () => erase.mutate(ids),
    });
  const rows = [
    ...threads.map(({ threadId, title, erasedAt }) => ({
      key: threadId,
      name: title,
      note: '',
      erasedAt,
      ids: { ...NONE, threadIds: [threadId] },
      restore: () => restore.mutate({ threadId }),
      kind: 'threads' as const,
    })),
    ...reports.map(({ reportId, title, erasedAt }) => ({
      key: reportId,
      name: title,
      note: '',
      erasedAt,
      ids: { ...NONE, reportIds: [reportId] },
      restore: () => restore.mutate({ reportId }),
      kind: 'reports' as const,
    })),
    ...files.map(({ fileId, name, bytes, erasedAt, ...keeping }) => ({
      key: fileId,
      name,
      note: [
        formatBytes(bytes),
        keeping.threads > 0 && words.keptBy(keeping.threads),
        keeping.reports > 0 && ui.reports.keptBy(keeping.reports),
      ]
        .filter(Boolean)
        .join(' · '),
      erasedAt,
      ids: { ...NONE, fileIds: [fileId] },
      restore: () => restore.mutate({ fileId }),
      kind: 'files' as const,
    })),
  ];
  return (
    <div className={styles.page}>
      <p className={styles.lead}>{words.lead()}</p>
      {rows.length === 0 && <p className={styles.none}>{words.none()}</p>}
      {(['threads', 'reports', 'files'] as const).map((kind) => {
        const of = rows.filter((row) => row.kind === kind);
        if (of.length === 0) return null;
        return (
          <section key={kind} aria-label={heads[kind]}>
            <h2>{heads[kind]}</h2>
            <ul>
              {of.map((row) => (
                <li key={row.key}>
                  <span className={styles.name} title={row.name}>
                    {row.name}
                  </span>
                  <small>{[row.note, words.erasedOn(formatDay(row.erasedAt))].filter(Boolean).join(' · ')}</small>
                  <Button size="small" aria-label={words.restoreName(row.name)} onClick={row.restore}>
                    {words.restore()}
                  </Button>
                  <Button
                    size="small"
                    look="quiet"
                    aria-label={words.eraseName(row.name)}
                    disabled={erase.isPending}
                    onClick={() => confirm(row.ids)}
                  >
                    {words.erase()}
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {rows.length > 0 && (
        <Button
          look="danger"
          disabled={erase.isPending}
          onClick={() =>
            confirm({
              threadIds: threads.map(({ threadId }) => threadId),
              fileIds: files.map(({ fileId }) => fileId),
              reportIds: reports.map(({ reportId }) => reportId),
            })
          }
        >
          {erase.isPending ? words.erasing() : words.eraseAll()}
        </Button>
      )}
      <Copies onRenew={renew.mutate} isRenewing={renew.isPending} />
    </div>
  );
}
