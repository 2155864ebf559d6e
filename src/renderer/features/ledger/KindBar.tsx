import type { SentBytes } from '#contract';
import { formatBytes, useWords } from '../../ui';
import styles from './Ledger.module.css';

const KINDS = [
  'instructions',
  'question',
  'answer',
  'schema',
  'results',
  'file',
  'picture',
  'other',
] as const satisfies readonly (keyof SentBytes)[];

/** What bytes are, as shares of a bar and in words. */
export function KindBar({ bytes, totalBytes }: { bytes: SentBytes; totalBytes: number }) {
  const words = useWords();
  const kinds = KINDS.filter((kind) => bytes[kind] > 0);
  return (
    <div>
      <div className={styles.kindBar} aria-hidden="true">
        {kinds.map((kind) => (
          <span key={kind} data-kind={kind} style={{ width: `${(bytes[kind] / Math.max(1, totalBytes)) * 100}%` }} />
        ))}
      </div>
      <dl className={styles.kinds}>
        {kinds.map((kind) => (
          <div key={kind}>
            <dt>
              <span className={styles.swatch} data-kind={kind} aria-hidden="true" /> {words.connection.sentKind[kind]()}
            </dt>
            <dd>{formatBytes(bytes[kind])}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
