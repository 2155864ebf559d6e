import { Check, RotateCw, X } from 'lucide-react';
import type { Document } from '#contract';
import { Button, Note, useWords } from '../../ui';
import styles from './Documents.module.css';
import { KindIcon } from './KindIcon';
import { factsOf } from './words';

interface DocumentCardProps {
  document: Document;
  onRemove(): void;
  onRetry(): void;
}

/** A document that comes with the message being written: what it is, and whether it can be searched. */
export function DocumentCard({ document, onRemove, onRetry }: DocumentCardProps) {
  const { ui } = useWords();
  const { status, name } = document;
  return (
    <article className={styles.card} aria-label={ui.documents.documentNamed(name)}>
      <header className={styles.cardHead}>
        <KindIcon kind={document.kind} />
        <b title={name}>{name}</b>
        <span>{factsOf(document, ui.documents)}</span>
        <span className={styles.space} />
        <State status={status} />
        <Button
          look="quiet"
          size="small"
          aria-label={ui.documents.removeOf(name)}
          title={ui.common.remove}
          icon={<X size={14} />}
          onClick={onRemove}
        />
      </header>
      {document.error && (
        <Note
          tone="bad"
          live
          action={
            <Button size="small" icon={<RotateCw size={13} />} onClick={onRetry}>
              {ui.common.tryAgain}
            </Button>
          }
        >
          {ui.documents.notReadBecause(ui.failures.of(document.error))}
        </Note>
      )}
    </article>
  );
}

function State({ status }: { status: Document['status'] }) {
  const { ui } = useWords();
  switch (status) {
    case 'reading':
      return (
        <span className={styles.reading} role="status">
          {ui.documents.reading}
        </span>
      );
    case 'ready':
      return (
        <span className={styles.ready} role="status">
          <Check size={13} aria-hidden="true" /> {ui.documents.ready}
        </span>
      );
    case 'failed':
      return null;
  }
}
