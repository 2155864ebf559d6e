import { type AgentOptions, Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { Readable } from 'node:stream';
import { getCACertificates } from 'node:tls';
import { guardedLookup, isLoopback } from './address';
import { proxyIn, proxyOfEnvironment, type ResolveProxy } from './system-proxy';
import type { Fetch, FetchInit } from './upstream';

/**
 * `fetch` as a model's server needs it: no time limit of its own (the built-in one gives up after five minutes of silence),
 * names looked up through the guard, HTTPS_PROXY and NO_PROXY or else the proxies of the system, and the certificates that
 * it trusts. It follows no redirect.
 */
export const nodeFetchThrough =
  (resolveProxy: ResolveProxy | null): Fetch =>
  async (address, init) => {
    const url = new URL(address);
    const agent = await agentFor(url, resolveProxy);
    init.signal.throwIfAborted();
    return sent(url, init, agent);
  };

export const nodeFetch: Fetch = nodeFetchThrough(null);

function sent(url: URL, { method, headers, body, signal }: FetchInit, agent: Agent): Promise<Response> {
  return new Promise((resolve, reject) => {
    const send = () => {
      const sent = (url.protocol === 'https:' ? httpsRequest : httpRequest)(
        url,
        { method, headers, signal, lookup: guardedLookup, agent },
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
}

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

/** What runs on this machine is never asked by way of a proxy; of others, the environment comes before the system. */
async function agentFor(url: URL, resolveProxy: ResolveProxy | null): Promise<Agent> {
  if (isLoopback(url)) return agent(url, 'here', {});
  const named = proxyOfEnvironment(url);
  if (!resolveProxy || named) return agent(url, `environment ${named}`, { proxyEnv: process.env });
  const proxy = proxyIn(await resolveProxy(url.href));
  return proxy === null
    ? agent(url, 'direct', {})
    : agent(url, proxy, { proxyEnv: { HTTP_PROXY: proxy, HTTPS_PROXY: proxy } });
}

type Agent = HttpAgent | HttpsAgent;
const agents = new Map<string, Agent>();

function agent({ protocol }: URL, way: string, options: AgentOptions): Agent {
  const key = `${protocol} ${way}`;
  const made = agents.get(key) ?? newAgent(protocol, { keepAlive: true, ...options });
  agents.set(key, made);
  return made;
}

const newAgent = (protocol: string, options: AgentOptions): Agent =>
  protocol === 'https:' ? new HttpsAgent({ ...options, ca: trusted() }) : new HttpAgent(options);

/** What Node trusts, `NODE_EXTRA_CA_CERTS` included, and what the system does, such as a company's own authority. */
function trusted(): string[] {
  try {
    return [...new Set([...getCACertificates('default'), ...getCACertificates('system')])];
  } catch {
    return getCACertificates('default');
  }
}
