import { Check, RotateCw, X } from 'lucide-react';
import type { Document } from '#contract';
import { Button, Note } from '../../ui';
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
  const { status, name } = document;
  return (
    <article className={styles.card} aria-label={`Document ${name}`}>
      <header className={styles.cardHead}>
        <KindIcon kind={document.kind} />
        <b title={name}>{name}</b>
        <span>{factsOf(document)}</span>
        <span className={styles.space} />
        <State status={status} />
        <Button
          look="quiet"
          size="small"
          aria-label={`Remove ${name}`}
          title="Remove"
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
              Try again
            </Button>
          }
        >
          Could not be read: {document.error.message}
        </Note>
      )}
    </article>
  );
}

function State({ status }: { status: Document['status'] }) {
  switch (status) {
    case 'reading':
      return (
        <span className={styles.reading} role="status">
          Reading …
        </span>
      );
    case 'ready':
      return (
        <span className={styles.ready} role="status">
          <Check size={13} aria-hidden="true" /> Ready
        </span>
      );
    case 'failed':
      return null;
  }
}
