import { FileSearch } from 'lucide-react';
import { useState } from 'react';
import type { Transmission } from '#contract';
import type { Words } from '#words';
import {
  Button,
  FactList,
  formatBytes,
  formatCount,
  formatDuration,
  formatInstant,
  formatMoney,
  useWords,
} from '../../ui';
import { KindBar } from './KindBar';
import styles from './Ledger.module.css';
import { RequestReader } from './RequestReader';

/** One request: when, where to, how much of what, and the way to read all of it. */
export function TransmissionView({ transmission }: { transmission: Transmission }) {
  const { at, host, path, connection, model, bytes, totalBytes, local, usage, money, ms, problem } = transmission;
  const [reading, setReading] = useState(false);
  const words = useWords();
  return (
    <li className={styles.transmission}>
      <details>
        <summary>
          <span className={styles.when}>{formatInstant(at)}</span>
          <span className={problem === null ? styles.outcome : styles.outcomeBad}>
            {outcomeOf(words.ui.ledger, transmission)}
          </span>
          <span className={styles.bytes}>{formatBytes(totalBytes)}</span>
        </summary>
        <div className={styles.about}>
          <FactList
            facts={[
              [words.ui.ledger.to, `${host}${path}${local ? ` (${words.ui.ledger.thisComputer})` : ''}`],
              [words.ui.ledger.model, `${model} · ${connection}`],
              [words.ui.common.tokens, usage && words.ui.ledger.tokensOf(tokenCounts(usage))],
              [words.ui.common.money, money === null ? words.ui.common.notKnown : formatMoney(money)],
              [words.ui.ledger.took, ms === null ? null : formatDuration(ms)],
            ]}
          />
          {problem && (
            <p className={styles.problem}>{words.connection.problem[problem]({ place: connection, local })}</p>
          )}
          <KindBar bytes={bytes} totalBytes={totalBytes} />
        </div>
      </details>
      <Button
        look="quiet"
        size="small"
        icon={<FileSearch size={13} />}
        aria-label={words.ui.ledger.readRequestOf(formatInstant(at))}
        title={words.ui.ledger.readRequest}
        onClick={() => setReading(true)}
      />
      {reading && <RequestReader transmission={transmission} onClose={() => setReading(false)} />}
    </li>
  );
}

const tokenCounts = ({
  promptTokens,
  cachedTokens,
  completionTokens,
  estimated,
}: NonNullable<Transmission['usage']>) => ({
  prompt: formatCount(promptTokens),
  cached: formatCount(cachedTokens),
  completion: formatCount(completionTokens),
  estimated,
});

function outcomeOf(words: Words['ui']['ledger'], { state, status }: Transmission): string {
  if (state === 'open') return words.underWay;
  if (state === 'lost') return words.endedBefore;
  return status === null ? words.noAnswer : String(status);
}
