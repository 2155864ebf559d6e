import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { AppError } from '#contract/result';
import { Connections } from './connections';
import { type Patience, usualPatience } from './pace';
import { type Exchange, watchTraffic } from './traffic';

/** The socket behind a request. */
export type Bindings = HttpBindings;

export interface Listening {
  port: number;
  /** Ends every connection there is; new ones are taken. */
  drop(): void;
  /** The connection is one of those that have the token: it no longer makes room for others. */
  trust(socket: Socket): void;
  close(): Promise<void>;
}

export interface ListenOptions {
  patience?: Partial<Patience>;
  /** Told of every request, when it has taken a while and when it is over. */
  seen?(exchange: Exchange): void;
}

/**
 * Puts a fetch function behind a loopback socket with bounds for slow and greedy clients.
 * @throws AppError `port_taken`, also when the port may not be used
 */
export async function listen(
  fetch: (request: Request, bindings: HttpBindings) => Response | Promise<Response>,
  port: number,
  options: ListenOptions = {},
): Promise<Listening> {
  const patience = { ...usualPatience, ...options.patience };
  const server = createServer(
    {
      headersTimeout: patience.headersMs,
      requestTimeout: 3_600_000,
      keepAliveTimeout: patience.idleMs,
      connectionsCheckingInterval: patience.checkMs,
      maxHeaderSize: 16 * 1024,
    },
    getRequestListener((request, bindings) => fetch(request, bindings as HttpBindings), {
      overrideGlobalObjects: false,
    }),
  );
  const connections = new Connections(server, patience);
  const stopWatching = watchTraffic(server, patience, options.seen ?? (() => undefined));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  }).catch((error: unknown) => {
    stopWatching();
    connections.stop();
    throw new AppError(
      'port_taken',
      `Port ${port} cannot be used (${error instanceof Error ? error.message : 'unknown reason'}). Choose another with --port, or 0 for any free one.`,
    );
  });
  return {
    port: (server.address() as AddressInfo).port,
    drop: () => server.closeAllConnections(),
    trust: (socket) => connections.trust(socket),
    close: () =>
      new Promise<void>((resolve) => {
        stopWatching();
        connections.stop();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A port that is free now. Another program may take it before it is used. */
export async function freePort(): Promise<number> {
  const listening = await listen(() => new Response(null, { status: 503 }), 0);
  await listening.close();
  return listening.port;
}
