import { useQuery } from '@tanstack/react-query';
import { keys, useClient, useConnected } from '../bridge';
import { Note, useWords } from '../ui';
import styles from './Layout.module.css';

/** Above everything, for as long as Assay cannot be reached or nothing can be asked: what that means, and what can be done. */
export function StateBanner() {
  const client = useClient();
  const connected = useConnected();
  const { window: words } = useWords();
  const { data: asking } = useQuery({ queryKey: keys.runsPossible, queryFn: () => client.runs.possible({}) });
  if (connected && asking?.possible !== false) return null;
  return (
    <div className={styles.banner}>
      <Note tone="warn" live>
        {connected ? words.engineOff() : words.notReached()}
      </Note>
    </div>
  );
}
