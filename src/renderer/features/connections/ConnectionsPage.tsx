import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { ConnectionId } from '#contract';
import { Button, Failure, Section, Skeleton } from '../../ui';
import { AddConnection } from './AddConnection';
import { ConnectionCard } from './ConnectionCard';
import styles from './Connections.module.css';
import { LocalServers } from './LocalServers';
import { useConnections } from './use-connections';

/** Servers that models are asked at: adding, testing and removing them, and what each is given. */
export function ConnectionsPage() {
  const { connections, models } = useConnections();
  const { data, error, refetch } = connections;
  const [adding, setAdding] = useState(false);
  const [latest, setLatest] = useState<ConnectionId | null>(null);
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label="Loading connections" widths={[60, 80, 50]} />;
  const showsForm = adding || data.length === 0;
  return (
    <>
      <p className={styles.lead}>
        A connection is a server whose models can answer here. The built-in analyst needs none. Keys go into the
        keychain of this computer and never come back into this window.
      </p>
      {data.length > 0 && (
        <ul className={styles.list} aria-label="Connections">
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
        <Section title="Add a connection">
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
            Add a connection
          </Button>
        </p>
      )}
      <Section title="On this computer">
        <LocalServers onConnected={(connection) => setLatest(connection.id)} />
      </Section>
    </>
  );
}
