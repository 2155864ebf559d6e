import type { ThreadId } from '#contract';
import { Failure, Skeleton, type SourceTarget, useThreadActions, useWords } from '../../ui';
import { KindIcon } from './KindIcon';
import styles from './Source.module.css';
import { SourceView } from './SourceView';
import { useThreadDocuments } from './use-documents';
import { factsOf } from './words';

interface SourcesProps {
  threadId: ThreadId;
  /** What is open; null for the list. */
  target: SourceTarget | null;
}

/** The documents of a thread; one of them opened where an answer cites it. */
export function Sources({ threadId, target }: SourcesProps) {
  const { openSource } = useThreadActions();
  if (target) return <SourceView target={target} onBack={() => openSource(null)} />;
  return <SourceList threadId={threadId} />;
}

function SourceList({ threadId }: Pick<SourcesProps, 'threadId'>) {
  const { ui } = useWords();
  const { openSource } = useThreadActions();
  const { data, error, refetch } = useThreadDocuments(threadId);
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label={ui.documents.loadingAll} widths={[90, 90]} height={34} />;
  return (
    <ul className={styles.list} aria-label={ui.documents.ofThisThread}>
      {data.map((document) => (
        <li key={document.id}>
          <button
            type="button"
            onClick={() => openSource({ documentId: document.id, name: document.name, place: null, quote: '' })}
          >
            <KindIcon kind={document.kind} />
            <span className={styles.listed}>
              <b title={document.name}>{document.name}</b>
              <span>
                {document.error
                  ? ui.documents.notReadBecause(ui.failures.of(document.error))
                  : factsOf(document, ui.documents)}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
