import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { Api, AppEvent } from '#contract';
import type { Bridge } from './bridge';
import { createClient } from './client';
import { mergeEvent } from './merge';
import { askAgainWhenOvertaken } from './overtaken';

interface Connection {
  bridge: Bridge;
  client: Api;
  connected: boolean;
}

const ConnectionContext = createContext<Connection | null>(null);

/** What main has saved is the truth; events keep it fresh, so nothing is asked for twice without a reason. */
export function createCache(): QueryClient {
  const cache = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
  askAgainWhenOvertaken(cache.getQueryCache());
  return cache;
}

export function BridgeProvider({ bridge, children }: { bridge: Bridge; children: ReactNode }) {
  const [cache] = useState(createCache);
  const [connected, setConnected] = useState(true);
  const client = useMemo(() => createClient(bridge), [bridge]);
  useEffect(() => {
    const frame = perFrame((events) => {
      for (const event of events) mergeEvent(cache, event);
    });
    const renew = () => void cache.invalidateQueries();
    const unsubscribe = bridge.subscribe(frame.add, renew, setConnected);
    return () => {
      unsubscribe();
      frame.cancel();
    };
  }, [bridge, cache]);
  const connection = useMemo(() => ({ bridge, client, connected }), [bridge, client, connected]);
  return (
    <QueryClientProvider client={cache}>
      <ConnectionContext value={connection}>{children}</ConnectionContext>
    </QueryClientProvider>
  );
}

/** Collects events and merges them once a frame, in order. A hidden window has no frames, so there a timer does. */
function perFrame(merge: (events: AppEvent[]) => void) {
  let waiting: AppEvent[] = [];
  let cancel: (() => void) | null = null;
  const flush = () => {
    cancel = null;
    const events = waiting;
    waiting = [];
    merge(events);
  };
  const schedule = () => {
    if (document.hidden) {
      const timer = setTimeout(flush, 100);
      return () => clearTimeout(timer);
    }
    const frame = requestAnimationFrame(flush);
    return () => cancelAnimationFrame(frame);
  };
  return {
    add: (event: AppEvent) => {
      waiting.push(event);
      cancel ??= schedule();
    },
    cancel: () => cancel?.(),
  };
}

function useConnection(): Connection {
  const connection = useContext(ConnectionContext);
  if (!connection) throw new Error('There is no bridge above this component');
  return connection;
}

export const useClient = (): Api => useConnection().client;
export const useBridge = (): Bridge => useConnection().bridge;
/** False while the app behind the window cannot be reached; everything read before stays readable. */
export const useConnected = (): boolean => useConnection().connected;
