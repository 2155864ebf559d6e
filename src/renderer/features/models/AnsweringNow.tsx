import { Plug } from 'lucide-react';
import { Button, useThreadActions, useWords } from '../../ui';
import styles from './Models.module.css';
import { useConnectionList } from './use-models';

/** On the empty screen, as long as no model is connected: who answers, and the way to have a model answer. */
export function AnsweringNow() {
  const { ui } = useWords();
  const { data: connections } = useConnectionList();
  const { openConnections } = useThreadActions();
  if (connections?.length !== 0) return null;
  return (
    <section className={styles.answeringNow} aria-label={ui.models.whoAnswers}>
      <div>
        <p>
          {ui.models.answeringNow} <b>{ui.models.theBuiltIn}</b>
        </p>
        <p className={styles.muted}>{ui.models.answeringMeaning}</p>
      </div>
      <Button icon={<Plug size={14} />} onClick={openConnections}>
        {ui.models.connectModel}
      </Button>
    </section>
  );
}
