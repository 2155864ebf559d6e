import type { DocumentId } from '#contract';
import styles from './Source.module.css';
import { SourceShown } from './SourceView';

/** A document of the library from its beginning. */
export function DocumentPreview({ documentId, name }: { documentId: DocumentId; name: string }) {
  return (
    <div className={`${styles.view} ${styles.large}`}>
      <SourceShown target={{ documentId, name, place: null, quote: '' }} />
    </div>
  );
}
