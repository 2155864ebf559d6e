import type { Connection } from '#contract';
import { Button, Note, useWords } from '../../ui';
import styles from './Connections.module.css';

interface ConnectionStateProps {
  connection: Connection;
  onGiveKey(): void;
  onTest(): void;
}

/** What stands in the way of using a connection, and what to do about it. */
export function ConnectionState({ connection, onGiveKey, onTest }: ConnectionStateProps) {
  const words = useWords();
  const { name, keyState, verification, local } = connection;
  const problem = verification?.problem ?? null;
  const wantsKey = problem?.code === 'authentication' || problem?.code === 'permission';
  return (
    <>
      {keyState.detail && (
        <Note
          tone="warn"
          action={
            keyState.where === 'missing' ? (
              <Button size="small" onClick={onGiveKey}>
                {words.ui.connections.giveTheKey}
              </Button>
            ) : null
          }
        >
          {keyState.detail}
        </Note>
      )}
      {problem && (
        <Note
          tone="bad"
          live
          action={
            wantsKey ? (
              <Button size="small" onClick={onGiveKey}>
                {words.ui.connections.pasteNewKey}
              </Button>
            ) : (
              <Button size="small" onClick={onTest}>
                {words.ui.connections.testAgain}
              </Button>
            )
          }
        >
          {words.connection.problem[problem.code]({ place: name, local })}
          {problem.message && (
            <details className={styles.serverText}>
              <summary>{words.ui.connections.whatServerSays}</summary>
              {problem.message}
            </details>
          )}
        </Note>
      )}
      {verification?.tools?.calling === 'none' && (
        <Note tone="warn">{words.ui.connections.callsNoTools(verification.tools.model)}</Note>
      )}
      {verification?.tools?.calling === 'as_text' && (
        <Note tone="info">{words.ui.connections.callsAsText(verification.tools.model)}</Note>
      )}
    </>
  );
}
