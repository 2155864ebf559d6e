import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowUp } from 'lucide-react';
import { useRef, useState } from 'react';
import type { LoggedRequest } from '#contract';
import type { Words } from '#words';
import { Button, formatClock, formatDuration, useWords } from '../../ui';
import styles from './Endpoint.module.css';

const ROW = 29;
const TALLEST = 406;

/** Newest first. Once the reader has scrolled down, new ones wait above instead of pushing away what is read. */
export function RequestTable({ requests }: { requests: readonly LoggedRequest[] }) {
  const { ui } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const [upTo, setUpTo] = useState<number | null>(null);
  const shown = upTo === null ? requests : requests.filter((one) => one.id <= upTo);
  const waiting = requests.length - shown.length;
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  const items = rows.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = rows.getTotalSize() - (items.at(-1)?.end ?? 0);
  const settle = () => {
    const away = (scroller.current?.scrollTop ?? 0) > ROW;
    setUpTo((held) => (away ? (held ?? requests[0]?.id ?? null) : null));
  };
  return (
    <div className={styles.log}>
      {waiting > 0 && (
        <Button
          size="small"
          className={styles.waiting}
          icon={<ArrowUp size={12} />}
          onClick={() => scroller.current?.scrollTo({ top: 0 })}
        >
          {ui.endpoint.newRequests(waiting)}
        </Button>
      )}
      <section
        ref={scroller}
        className={styles.scroller}
        style={{ maxHeight: TALLEST }}
        aria-label={ui.endpoint.lastRequests}
        tabIndex={0}
        onScroll={settle}
      >
        <table className={styles.table} aria-rowcount={shown.length + 1}>
          <thead>
            <tr>
              <th scope="col">{ui.endpoint.time}</th>
              <th scope="col">{ui.endpoint.method}</th>
              <th scope="col" className={styles.wide}>
                {ui.endpoint.path}
              </th>
              <th scope="col">{ui.endpoint.status}</th>
              <th scope="col" className={styles.right}>
                {ui.endpoint.took}
              </th>
              <th scope="col">{ui.endpoint.program}</th>
            </tr>
          </thead>
          <tbody>
            {before > 0 && <tr aria-hidden="true" style={{ height: before }} />}
            {items.map((item) => {
              const request = shown[item.index];
              return request && <Row key={request.id} request={request} index={item.index} />;
            })}
            {after > 0 && <tr aria-hidden="true" style={{ height: after }} />}
          </tbody>
        </table>
      </section>
    </div>
  );
}

function Row({ request, index }: { request: LoggedRequest; index: number }) {
  const { ui } = useWords();
  const { at, method, path, ms, client } = request;
  const { text, look, hint } = outcome(request, ui.endpoint.outcome);
  return (
    <tr aria-rowindex={index + 2}>
      <td className={styles.faint}>{formatClock(at)}</td>
      <td className={styles.method}>{method}</td>
      <td className={styles.path} title={path}>
        {path || ui.endpoint.notHttp}
      </td>
      <td>
        <span className={styles[look]} title={hint}>
          {text}
        </span>
      </td>
      <td className={styles.right}>{ms === null ? '' : formatDuration(ms)}</td>
      <td className={styles.client} title={client}>
        {client}
      </td>
    </tr>
  );
}

type OutcomeWords = Words['ui']['endpoint']['outcome'];

/** The status as it reads; without one, the request goes on or its program has left. */
function outcome(
  { status, ms }: LoggedRequest,
  words: OutcomeWords,
): { text: string; look: 'fine' | 'bad' | 'going'; hint: string } {
  if (ms === null) return { text: status === null ? words.waiting : `${status}…`, look: 'going', hint: words.underWay };
  if (status === null) return { text: words.left, look: 'bad', hint: words.leftMeaning };
  if (status < 400) return { text: String(status), look: 'fine', hint: words.answered };
  const hint = new Map(Object.entries(words.statuses)).get(String(status));
  return { text: String(status), look: 'bad', hint: hint ?? (status >= 500 ? words.failed : words.refused) };
}
