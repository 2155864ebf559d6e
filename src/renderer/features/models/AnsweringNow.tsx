import { Plug } from 'lucide-react';
import { Button, useThreadActions } from '../../ui';
import styles from './Models.module.css';
import { useConnectionList } from './use-models';

/** On the empty screen, as long as no model is connected: who answers, and the way to have a model answer. */
export function AnsweringNow() {
  const { data: connections } = useConnectionList();
  const { openConnections } = useThreadActions();
  if (connections?.length !== 0) return null;
  return (
    <section className={styles.answeringNow} aria-label="Who answers">
      <div>
        <p>
          Answering now: <b>built-in analyst</b>
        </p>
        <p className={styles.muted}>
          It works without a key or a network, and takes questions it can compute. A model takes any question: paste a
          key, or use one that runs on this computer.
        </p>
      </div>
      <Button icon={<Plug size={14} />} onClick={openConnections}>
        Connect a model
      </Button>
    </section>
  );
}
