import { Modal } from '@mantine/core';
import type { Transmission } from '#contract';
import { Button, Code, CopyButton, Failure, formatBytes, formatCount, Skeleton, useWords } from '../../ui';
import styles from './Ledger.module.css';
import { useSentRequest } from './use-ledger';

/** The whole body of a request, as it left. */
export function RequestReader({ transmission, onClose }: { transmission: Transmission; onClose(): void }) {
  const { ui } = useWords();
  const { id, host, path, totalBytes } = transmission;
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useSentRequest(id);
  return (
    <Modal opened size={920} onClose={onClose} title={ui.ledger.sentTo(host, path)}>
      <p className={styles.readerLead}>{ui.ledger.asTheyLeft(formatBytes(totalBytes))}</p>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label={ui.ledger.loadingRequest} widths={[80, 95, 60, 90]} />}
      {data && (
        <>
          <div className={styles.reader}>
            <Code text={readable(data.text)} language="json" />
          </div>
          <div className={styles.readerBar}>
            <CopyButton copy={data.text} disabled={hasNextPage} />
            {hasNextPage && (
              <>
                <span>{ui.ledger.firstCharacters(formatCount(data.text.length), formatCount(data.characters))}</span>
                <Button size="small" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                  {ui.common.showMore}
                </Button>
              </>
            )}
          </div>
        </>
      )}
    </Modal>
  );
}

/** JSON in lines; what is no whole JSON stays as it is. */
function readable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
