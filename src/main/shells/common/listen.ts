import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { AppError } from '#contract/result';

export interface Listening {
  port: number;
  close(): Promise<void>;
}

/**
 * Puts a fetch function behind a loopback socket with bounds for slow and greedy clients.
 * @throws AppError `unavailable` when the port is taken
 */
export async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  port: number,
): Promise<Listening> {
  const server = createAdaptorServer({
    fetch,
    overrideGlobalObjects: false,
    serverOptions: {
      headersTimeout: 10_000,
      requestTimeout: 3_600_000,
      keepAliveTimeout: 10_000,
      connectionsCheckingInterval: 5_000,
      maxHeaderSize: 16 * 1024,
    },
  });
  if ('maxConnections' in server) server.maxConnections = 512;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  }).catch((error: unknown) => {
    throw new AppError(
      'unavailable',
      `Port ${port} cannot be used (${error instanceof Error ? error.message : 'unknown reason'}). Choose another with --port, or 0 for any free one.`,
    );
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
