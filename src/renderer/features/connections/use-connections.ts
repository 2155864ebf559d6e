import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Api, Connection, ConnectionId } from '#contract';
import { keys, putAnswer, useClient } from '../../bridge';

type Connections = Api['connections'];

/** The connections there are, with what they list. */
export function useConnections() {
  const client = useClient();
  const connections = useQuery({ queryKey: keys.connections, queryFn: () => client.connections.list({}) });
  const models = useQuery({ queryKey: keys.models, queryFn: () => client.models.list({}) });
  return { connections, models: models.data };
}

export function usePresets() {
  const client = useClient();
  return useQuery({ queryKey: keys.connectionPresets, queryFn: () => client.connections.presets({}) });
}

/** Saves a connection and tries it at once; a connection that cannot be used is kept, and says why. */
export function useConnect(onConnected: (connection: Connection) => void) {
  const client = useClient();
  const take = useTake();
  return useMutation({
    mutationFn: async (input: Parameters<Connections['create']>[0]) => {
      const created = await take(() => client.connections.create(input));
      return take(() => client.connections.verify({ connectionId: created.id })).catch(() => created);
    },
    onSuccess: (connection) => {
      onConnected(connection);
      // Whether its models call tools may take long to find out, and comes as an event.
      if (connection.api === 'chat' && connection.verification?.problem === null)
        void client.connections.verify({ connectionId: connection.id, probe: true }).catch(() => undefined);
    },
  });
}

/** What can be done with a connection; each answers with it as it is then. */
export function useConnectionCommands(connectionId: ConnectionId) {
  const client = useClient();
  const cache = useQueryClient();
  const take = useTake();
  const verify = useMutation({
    mutationFn: () => take(() => client.connections.verify({ connectionId, probe: true })),
  });
  const update = useMutation({
    mutationFn: (change: Omit<Parameters<Connections['update']>[0], 'connectionId'>) =>
      take(() => client.connections.update({ connectionId, ...change })),
  });
  const rotateKey = useMutation({
    mutationFn: async (key: string) => {
      await take(() => client.connections.rotateKey({ connectionId, key }));
      return take(() => client.connections.verify({ connectionId }));
    },
  });
  const remove = useMutation({
    mutationFn: () => client.connections.remove({ connectionId }),
    onSuccess: () => {
      cache.setQueryData<Connection[]>(keys.connections, (known) => known?.filter(({ id }) => id !== connectionId));
      void cache.invalidateQueries({ queryKey: keys.models });
      void cache.invalidateQueries({ queryKey: ['choices'] });
    },
  });
  const forgetQuirks = useMutation({
    mutationFn: () => take(() => client.connections.forgetQuirks({ connectionId })),
  });
  return { verify, update, rotateKey, remove, forgetQuirks };
}

export type ConnectionCommands = ReturnType<typeof useConnectionCommands>;

/** Does something that answers with a connection, and puts that into the list that is shown; what it lists may have changed with it. */
function useTake() {
  const cache = useQueryClient();
  return async (act: () => Promise<Connection>) => {
    const connection = await putAnswer(cache, keys.connections, act, (known: Connection[] = [], answer) =>
      known.some(({ id }) => id === answer.id)
        ? known.map((other) => (other.id === answer.id ? answer : other))
        : [...known, answer],
    );
    void cache.invalidateQueries({ queryKey: keys.models });
    void cache.invalidateQueries({ queryKey: ['choices'] });
    return connection;
  };
}
