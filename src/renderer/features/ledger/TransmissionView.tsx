import { FileSearch } from 'lucide-react';
import { useState } from 'react';
import type { Transmission } from '#contract';
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
          <span className={problem === null ? styles.outcome : styles.outcomeBad}>{outcomeOf(transmission)}</span>
          <span className={styles.bytes}>{formatBytes(totalBytes)}</span>
        </summary>
        <div className={styles.about}>
          <FactList
            facts={[
              ['To', `${host}${path}${local ? ' (this computer)' : ''}`],
              ['Model', `${model} · ${connection}`],
              ['Tokens', usage && tokensOf(usage)],
              ['Money', money === null ? 'Not known' : formatMoney(money)],
              ['Took', ms === null ? null : formatDuration(ms)],
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
        aria-label={`Read the request of ${formatInstant(at)}`}
        title="Read the request"
        onClick={() => setReading(true)}
      />
      {reading && <RequestReader transmission={transmission} onClose={() => setReading(false)} />}
    </li>
  );
}

const tokensOf = ({ promptTokens, cachedTokens, completionTokens, estimated }: NonNullable<Transmission['usage']>) =>
  `${formatCount(promptTokens)} in (${formatCount(cachedTokens)} cached), ${formatCount(completionTokens)} out` +
  (estimated ? ', counted here' : '');

function outcomeOf({ state, status }: Transmission): string {
  if (state === 'open') return 'under way';
  if (state === 'lost') return 'Assay ended before the answer';
  return status === null ? 'no answer' : String(status);
}
