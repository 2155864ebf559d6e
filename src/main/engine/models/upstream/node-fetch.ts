import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { Readable } from 'node:stream';
import { getCACertificates } from 'node:tls';
import { guardedLookup, isLoopback } from './address';
import type { Fetch } from './upstream';

/**
 * `fetch` as a model's server needs it: no time limit of its own (the built-in one gives up after five minutes of silence),
 * names looked up through the guard, HTTPS_PROXY and NO_PROXY, and the certificates that the system trusts. It follows no
 * redirect.
 */
export const nodeFetch: Fetch = (address, { method, headers, body, signal }) => {
  const url = new URL(address);
  return new Promise((resolve, reject) => {
    const send = () => {
      const secure = url.protocol === 'https:';
      const sent = (secure ? httpsRequest : httpRequest)(
        url,
        { method, headers, signal, lookup: guardedLookup, agent: secure ? httpsAgent(url) : httpAgent(url) },
        (message) => resolve(responseOf(message)),
      );
      sent.on('error', (error) => {
        // A kept connection that the server has closed just now: it has not read the request, and there are others.
        if (sent.reusedSocket && isReset(error) && !signal.aborted) send();
        else reject(error);
      });
      sent.end(body);
    };
    send();
  });
};

const isReset = (error: Error): boolean => 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE');

const EMPTY = [204, 205, 304];

function responseOf(message: IncomingMessage): Response {
  const headers = new Headers();
  const { rawHeaders, statusCode = 502 } = message;
  for (let at = 0; at < rawHeaders.length; at += 2) headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '');
  const empty = EMPTY.includes(statusCode);
  if (empty) message.resume();
  const status = statusCode >= 200 && statusCode <= 599 ? statusCode : 502;
  const body = empty ? null : (Readable.toWeb(message) as ReadableStream<Uint8Array<ArrayBuffer>>);
  return new Response(body, { status, headers });
}

const KEPT = { keepAlive: true } as const;
const proxied = { ...KEPT, proxyEnv: process.env };
const agents = new Map<string, HttpAgent | HttpsAgent>();

function agent<A extends HttpAgent | HttpsAgent>(name: string, make: () => A): A {
  const made = (agents.get(name) as A | undefined) ?? make();
  agents.set(name, made);
  return made;
}

/** What runs on this machine is never asked by way of a proxy. */
const httpAgent = (url: URL): HttpAgent =>
  isLoopback(url) ? agent('http here', () => new HttpAgent(KEPT)) : agent('http', () => new HttpAgent(proxied));

const httpsAgent = (url: URL): HttpsAgent =>
  isLoopback(url)
    ? agent('https here', () => new HttpsAgent({ ...KEPT, ca: trusted() }))
    : agent('https', () => new HttpsAgent({ ...proxied, ca: trusted() }));

/** What Node trusts, `NODE_EXTRA_CA_CERTS` included, and what the system does, such as a company's own authority. */
function trusted(): string[] {
  try {
    return [...new Set([...getCACertificates('default'), ...getCACertificates('system')])];
  } catch {
    return getCACertificates('default');
  }
}
