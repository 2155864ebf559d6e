import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Answer {
  status: number;
  headers: NodeJS.Dict<string | string[]>;
  body: string;
}

const unheard = (): void => undefined;

/** An HTTP request whose every header can be chosen, Host and Origin included. */
export function send(
  port: number,
  options: { method?: string; path: string; headers?: Record<string, string>; body?: string | Buffer },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: '127.0.0.1', port, method: options.method ?? 'GET', path: options.path, headers: options.headers ?? {} },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('end', () =>
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            body: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    outgoing.on('error', reject);
    // A body that is still being written when the answer is complete fails with nobody else to hear it.
    outgoing.on('socket', (socket) => socket.listeners('error').includes(unheard) || socket.on('error', unheard));
    outgoing.end(options.body);
  });
}

/** Bytes as they are on a socket; resolves with all that came back once the other side has closed it. */
export async function sendRaw(port: number, bytes: string): Promise<string> {
  const client = await rawClient(port);
  client.socket.write(bytes);
  await client.gone;
  return client.received();
}

export interface RawClient {
  socket: Socket;
  /** All that came back so far. */
  received(): string;
  /** Resolves when the other side is done with this client. */
  gone: Promise<void>;
}

/** A client that writes what it likes, when it likes; it takes what comes, and leaves when the test ends. */
export async function rawClient(port: number): Promise<RawClient> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk.toString();
  });
  socket.on('error', () => undefined);
  const gone = new Promise<void>((resolve) => socket.on('end', resolve).on('close', () => resolve()));
  onTestFinished(() => void socket.destroy());
  await Promise.race([new Promise((resolve) => socket.once('connect', resolve)), gone]);
  return { socket, received: () => text, gone };
}

/** Writes the same bytes again and again until the other side has enough; resolves with how often. */
export async function trickle({ socket, gone }: RawClient, bytes: string, everyMs: number): Promise<number> {
  let sent = 0;
  const timer = setInterval(() => {
    if (!socket.writable) return;
    socket.write(bytes);
    sent += 1;
  }, everyMs);
  await gone;
  clearInterval(timer);
  return sent;
}
