import { modals } from '@mantine/modals';
import type { FileId, ThreadId } from '#contract';
import { Button, Failure, formatBytes, formatDay, Skeleton, useWords } from '../../ui';
import { Copies } from './Copies';
import styles from './Deletions.module.css';
import { useDeletionCommands, useDeletions } from './use-deletions';

interface Ids {
  threadIds: ThreadId[];
  fileIds: FileId[];
}

/** What is deleted: each to be brought back, or erased for good; and what copies still hold of it. */
export function DeletedList() {
  const { deletions: words } = useWords();
  const { data, error, refetch } = useDeletions();
  const { restore, erase, renew } = useDeletionCommands();
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label={words.loading()} widths={[100, 100]} />;
  const { threads, files } = data;
  const confirm = (ids: Ids) =>
    modals.openConfirmModal({
      title: words.confirmTitle(),
      children: words.confirm(ids.threadIds.length, ids.fileIds.length),
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
      ids: { threadIds: [threadId], fileIds: [] } as Ids,
      restore: () => restore.mutate({ threadId }),
      kind: 'threads' as const,
    })),
    ...files.map(({ fileId, name, bytes, erasedAt, threads: keeping }) => ({
      key: fileId,
      name,
      note: keeping > 0 ? `${formatBytes(bytes)} · ${words.keptBy(keeping)}` : formatBytes(bytes),
      erasedAt,
      ids: { threadIds: [], fileIds: [fileId] } as Ids,
      restore: () => restore.mutate({ fileId }),
      kind: 'files' as const,
    })),
  ];
  return (
    <div className={styles.page}>
      <p className={styles.lead}>{words.lead()}</p>
      {rows.length === 0 && <p className={styles.none}>{words.none()}</p>}
      {(['threads', 'files'] as const).map((kind) => {
        const of = rows.filter((row) => row.kind === kind);
        if (of.length === 0) return null;
        return (
          <section key={kind} aria-label={words[kind]()}>
            <h2>{words[kind]()}</h2>
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
