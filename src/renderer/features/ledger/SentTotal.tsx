import type { ThreadId } from '#contract';
import { formatBytes, useThreadActions, useWords } from '../../ui';
import styles from './Ledger.module.css';
import { useSentTotals } from './use-ledger';

/** How much of a thread has left this computer, and the way to what it was. */
export function SentTotal({ threadId }: { threadId: ThreadId }) {
  const { ui } = useWords();
  const { data: totals } = useSentTotals(threadId);
  const { openSent } = useThreadActions();
  if (!totals) return null;
  const { totalBytes, localBytes } = totals;
  const left = formatBytes(totalBytes - localBytes);
  return (
    <button type="button" className={styles.total} title={ui.ledger.showEach} onClick={openSent}>
      {ui.ledger.sentBytes(left)}
    </button>
  );
}
