import { useMutation } from '@tanstack/react-query';
import { Radar } from 'lucide-react';
import type { Connection, LocalServer } from '#contract';
import { useClient } from '../../bridge';
import { Button, Failure, useWords } from '../../ui';
import { hostOf } from './address';
import styles from './Connections.module.css';
import { useConnect } from './use-connections';

/** Servers of models that run here. They are looked for when the analyst asks, never by themselves. */
export function LocalServers({ onConnected }: { onConnected(connection: Connection): void }) {
  const { ui } = useWords();
  const client = useClient();
  const discover = useMutation({ mutationFn: () => client.connections.discover({}) });
  const connect = useConnect(onConnected);
  const isAdded = (server: LocalServer) =>
    server.connectionId !== null || (connect.isSuccess && connect.data.baseUrl === server.baseUrl);
  return (
    <>
      <p>{ui.connections.localMeaning}</p>
      <Button icon={<Radar size={14} />} disabled={discover.isPending} onClick={() => discover.mutate()}>
        {discover.isPending ? ui.connections.looking : ui.connections.lookForLocal}
      </Button>
      {discover.error && <Failure error={discover.error} />}
      <div role="status">
        {discover.data?.length === 0 && <p className={styles.aside}>{ui.connections.noneAnswers}</p>}
      </div>
      {discover.data && discover.data.length > 0 && (
        <ul className={styles.servers} aria-label={ui.connections.localServers}>
          {discover.data.map((server) => (
            <li key={server.baseUrl}>
              <div>
                <b>{server.name}</b> <span className={styles.host}>{hostOf(server.baseUrl)}</span>
                <p title={server.models.join(', ')}>
                  {server.models.length === 0
                    ? ui.connections.noModelLoaded
                    : `${ui.count.models(server.models.length)}: ${server.models.slice(0, 3).join(', ')}${server.models.length > 3 ? ' …' : ''}`}
                </p>
              </div>
              {isAdded(server) ? (
                <span className={styles.aside}>{ui.connections.connected}</span>
              ) : (
                <Button
                  size="small"
                  disabled={connect.isPending}
                  aria-label={ui.connections.connectTo(server.name)}
                  onClick={() =>
                    connect.mutate({ preset: server.preset, api: 'chat', baseUrl: server.baseUrl, allowHttp: false })
                  }
                >
                  {ui.connections.connect}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {connect.error && <Failure error={connect.error} />}
    </>
  );
}
