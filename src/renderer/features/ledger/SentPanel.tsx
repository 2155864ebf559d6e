import { Download } from 'lucide-react';
import type { SentTotals, ThreadId } from '#contract';
import { useClient } from '../../bridge';
import { Button, Failure, formatBytes, formatMoney, Skeleton, tellSaved, useWords } from '../../ui';
import { KeepRequests } from './KeepRequests';
import { KindBar } from './KindBar';
import styles from './Ledger.module.css';
import { TransmissionView } from './TransmissionView';
import { useLedger, useSentTotals } from './use-ledger';

/** The ledger: all that was sent to models, request by request. Null stands for all threads, scripts included. */
export function SentPanel({ threadId }: { threadId: ThreadId | null }) {
  const { ui } = useWords();
  const client = useClient();
  const { data: totals } = useSentTotals(threadId);
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useLedger(threadId);
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data || !totals) return <Skeleton label={ui.ledger.loading} widths={[60, 90, 70]} />;
  if (totals.requests === 0)
    return (
      <p className={styles.none}>
        {threadId === null ? ui.ledger.nothingSent : ui.ledger.nothingSentInThread} {ui.ledger.listedHere}
      </p>
    );
  return (
    <>
      <Totals totals={totals} />
      <div className={styles.bar}>
        <Button
          size="small"
          icon={<Download size={13} />}
          onClick={() => void tellSaved(client.ledger.export({ threadId }))}
        >
          {ui.ledger.exportAsJson}
        </Button>
      </div>
      {threadId === null && <KeepRequests />}
      <ol className={styles.list} aria-label={ui.ledger.newestFirst}>
        {data.map((transmission) => (
          <TransmissionView key={transmission.id} transmission={transmission} />
        ))}
      </ol>
      {hasNextPage && (
        <Button size="small" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {ui.ledger.showEarlier}
        </Button>
      )}
    </>
  );
}

function Totals({ totals }: { totals: SentTotals }) {
  const { ui } = useWords();
  const { totalBytes, localBytes, requests, hosts, money, unpriced } = totals;
  return (
    <div className={styles.totals}>
      <p>
        <b>{formatBytes(totalBytes - localBytes)}</b>{' '}
        {ui.ledger.leftInRequests(requests, localBytes > 0 ? formatBytes(localBytes) : null)}
      </p>
      {hosts.length > 0 && <p className={styles.hosts}>{ui.ledger.toHosts(hosts.join(', '))}</p>}
      <KindBar bytes={totals.bytes} totalBytes={totalBytes} />
      <p className={styles.hosts}>
        {unpriced > 0 ? ui.ledger.moneyAndUnpriced(formatMoney(money), unpriced) : formatMoney(money)}
      </p>
    </div>
  );
}
