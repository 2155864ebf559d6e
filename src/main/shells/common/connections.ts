import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Patience } from './pace';

interface Connection {
  /** It has shown a valid token or key. */
  known: boolean;
  /** When it was made, or its last request was over. */
  idleSince: number;
  /** What had come by then. */
  read: number;
  requests: number;
}

/** A connection that has just been made gets this long to show what it is, also while others pour in. */
const GRACE_MS = 50;

/**
 * Who is connected to a loopback server. Any program of the computer can connect, and keep what it got: those that have
 * not shown the token are bounded in number, the one that is idle longest makes room for the next, and none of them stays
 * for long. So they never hold the places of those that have.
 */
export class Connections {
  readonly #patience: Patience;
  readonly #open = new Map<Socket, Connection>();
  readonly #looking: ReturnType<typeof setInterval>;
  #making: ReturnType<typeof setTimeout> | null = null;

  constructor(server: Server, patience: Patience) {
    this.#patience = patience;
    server.maxConnections = patience.connections;
    server.on('connection', (socket: Socket) => this.#add(socket));
    server.prependListener('request', (incoming, outgoing) => this.#follow(incoming, outgoing));
    this.#looking = setInterval(() => this.#closeIdle(), Math.min(patience.checkMs, patience.strangerMs));
    this.#looking.unref();
  }

  /** Whoever is at the other end of it has the token. */
  trust(socket: Socket): void {
    const connection = this.#open.get(socket);
    if (connection) connection.known = true;
  }

  stop(): void {
    clearInterval(this.#looking);
    if (this.#making) clearTimeout(this.#making);
  }

  #add(socket: Socket): void {
    this.#open.set(socket, { known: false, idleSince: performance.now(), read: 0, requests: 0 });
    socket.once('close', () => this.#open.delete(socket));
    if (this.#open.size > this.#patience.strangers) this.#making ??= setTimeout(() => this.#makeRoom(), GRACE_MS);
  }

  #follow({ socket }: IncomingMessage, outgoing: ServerResponse): void {
    const connection = this.#open.get(socket);
    if (!connection) return;
    connection.requests += 1;
    outgoing.once('close', () => {
      connection.requests -= 1;
      connection.idleSince = performance.now();
      connection.read = socket.bytesRead;
    });
  }

  /** Those that ask for nothing go first, and of them the one that has done so longest. */
  #makeRoom(): void {
    this.#making = null;
    const strangers = [...this.#open].filter(([, { known }]) => !known);
    const tooMany = strangers.length - this.#patience.strangers;
    if (tooMany <= 0) return;
    const leaving = strangers.toSorted(
      ([, a], [, b]) => Math.min(a.requests, 1) - Math.min(b.requests, 1) || a.idleSince - b.idleSince,
    );
    for (const [socket] of leaving.slice(0, tooMany)) socket.destroy();
  }

  /** What has begun to come has the time that headers have. */
  #closeIdle(): void {
    const before = performance.now() - this.#patience.strangerMs;
    for (const [socket, { known, requests, idleSince, read }] of this.#open)
      if (!known && requests === 0 && idleSince < before && socket.bytesRead === read) socket.destroy();
  }
}
