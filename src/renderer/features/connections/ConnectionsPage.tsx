import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { ConnectionId } from '#contract';
import { Button, Failure, Section, Skeleton, useWords } from '../../ui';
import { AddConnection } from './AddConnection';
import { ConnectionCard } from './ConnectionCard';
import styles from './Connections.module.css';
import { LocalServers } from './LocalServers';
import { useConnections } from './use-connections';

/** Servers that models are asked at: adding, testing and removing them, and what each is given. */
export function ConnectionsPage() {
  const { ui } = useWords();
  const { connections, models } = useConnections();
  const { data, error, refetch } = connections;
  const [adding, setAdding] = useState(false);
  const [latest, setLatest] = useState<ConnectionId | null>(null);
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label={ui.connections.loading} widths={[60, 80, 50]} />;
  const showsForm = adding || data.length === 0;
  return (
    <>
      <p className={styles.lead}>{ui.connections.meaning}</p>
      {data.length > 0 && (
        <ul className={styles.list} aria-label={ui.connections.connections}>
          {data.map((connection) => (
            <ConnectionCard
              key={connection.id}
              connection={connection}
              models={models?.filter((model) => model.connection?.id === connection.id) ?? []}
              isNew={connection.id === latest}
            />
          ))}
        </ul>
      )}
      {showsForm ? (
        <Section title={ui.connections.add}>
          <AddConnection
            onConnected={(connection) => {
              setLatest(connection.id);
              setAdding(false);
            }}
            onCancel={data.length > 0 ? () => setAdding(false) : null}
          />
        </Section>
      ) : (
        <p className={styles.add}>
          <Button icon={<Plus size={14} />} onClick={() => setAdding(true)}>
            {ui.connections.add}
          </Button>
        </p>
      )}
      <Section title={ui.connections.onThisComputer}>
        <LocalServers onConnected={(connection) => setLatest(connection.id)} />
      </Section>
    </>
  );
}
