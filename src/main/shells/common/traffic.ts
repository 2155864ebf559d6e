import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { Pace, type Patience } from './pace';

/** A request from the outside, as the socket saw it. Nothing in it is cleaned yet. */
export interface Exchange {
  id: number;
  /** Milliseconds since the epoch. */
  at: number;
  /** Empty for what was not HTTP. */
  method: string;
  url: string;
  userAgent: string;
  /** Null while there is none, and when the client left before there was one. */
  status: number | null;
  /** Null while it goes on. */
  ms: number | null;
}

interface Live {
  exchange: Exchange;
  incoming: IncomingMessage;
  outgoing: ServerResponse;
  started: number;
  pace: Pace;
}

/** A request is told of while it goes on only when it takes this long. */
const SLOW_MS = 400;
const REFUSALS: Record<number, string> = {
  400: 'The request could not be understood as HTTP.',
  408: 'The request did not arrive in time. Send it again, without pauses.',
  413: 'The request is larger than Assay takes.',
  431: 'The headers of the request are too large.',
};
let lastId = 0;

/** Follows every request of a server: tells of it, ends what is too slow or too large, and answers what is no HTTP. */
export function watchTraffic(server: Server, patience: Patience, seen: (exchange: Exchange) => void): () => void {
  const live = new Set<Live>();
  const refused = new WeakMap<Duplex, number>();

  const refuse = (socket: Duplex, status: number) => {
    const current = [...live].find((request) => request.incoming.socket === socket);
    refused.set(socket, status);
    if (!current) seen({ ...newExchange(), status, ms: 0 });
    if (socket.writable && !current?.outgoing.headersSent) socket.write(rawRefusal(status));
    // A client that goes on sending would have the answer taken away from it by a reset.
    if (socket instanceof Socket) socket.destroySoon();
    else socket.destroy();
  };

  server.prependListener('request', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const request: Live = {
      exchange: { ...newExchange(), method: incoming.method ?? '', url: incoming.url ?? '' },
      incoming,
      outgoing,
      started: performance.now(),
      pace: new Pace(patience, performance.now(), bytesOf(incoming)),
    };
    request.exchange.userAgent = incoming.headers['user-agent'] ?? '';
    live.add(request);
    const late = setTimeout(() => seen({ ...request.exchange, status: statusOf(request, refused) }), SLOW_MS);
    outgoing.once('close', () => {
      clearTimeout(late);
      live.delete(request);
      seen({ ...request.exchange, status: statusOf(request, refused), ms: performance.now() - request.started });
    });
  });

  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || socket.destroyed) socket.destroy();
    else refuse(socket, statusFor(error.code));
  });

  const look = () => {
    const now = performance.now();
    for (const request of live) {
      const { socket } = request.incoming;
      const verdict = request.pace.look(now, progressOf(request));
      if (verdict === 'not_taken') socket.destroy();
      else if (verdict !== 'fine') refuse(socket, verdict === 'too_slow' ? 408 : 413);
    }
  };
  const looking = setInterval(look, patience.checkMs);
  looking.unref();
  return () => clearInterval(looking);
}

function newExchange(): Exchange {
  lastId += 1;
  return { id: lastId, at: Date.now(), method: '', url: '', userAgent: '', status: null, ms: null };
}

function bytesOf({ socket }: IncomingMessage) {
  return { read: socket.bytesRead, written: socket.bytesWritten };
}

function progressOf({ incoming, outgoing }: Live) {
  return {
    ...bytesOf(incoming),
    complete: incoming.complete,
    waitsForUs: incoming.readableLength > 0,
    untaken: incoming.socket.writableLength + (outgoing.socket ? outgoing.writableLength : 0),
  };
}

function statusOf({ incoming, outgoing }: Live, refused: WeakMap<Duplex, number>): number | null {
  return outgoing.headersSent ? outgoing.statusCode : (refused.get(incoming.socket) ?? null);
}

function statusFor(code: string | undefined): number {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return 408;
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return 413;
    case 'HPE_HEADER_OVERFLOW':
      return 431;
    default:
      return 400;
  }
}

/** An answer in the protocol's own form, for when there is no request to answer. */
function rawRefusal(status: number): string {
  const error = { message: REFUSALS[status], type: 'invalid_request_error', param: null, code: null };
  const body = JSON.stringify({ error });
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
}
