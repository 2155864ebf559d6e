import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { nodeFetchThrough, type Upstream } from '../../../../../src/main/engine/models/upstream';
import { listeningUpstream, ScriptedUpstream, streamOf } from '../../../../support/upstream';
import { ask, connectionTo, KEY } from '../../../../support/upstream/connection';

const names = ['HTTP_PROXY', 'http_proxy', 'NO_PROXY', 'no_proxy'] as const;
const before = Object.fromEntries(names.map((name) => [name, process.env[name]]));
afterEach(() => {
  for (const [name, value] of Object.entries(before))
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
});

async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A proxy that answers by itself, and what it was asked. */
async function proxyServer() {
  const asked: string[] = [];
  const proxy = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    request.resume();
    response.writeHead(200, { 'content-type': 'text/event-stream' }).end(streamOf({ text: 'By proxy.' }));
  });
  return { asked, address: await listening(proxy) };
}

function setEnvironment(proxy: string): void {
  process.env.HTTP_PROXY = proxy;
  process.env.http_proxy = proxy;
  for (const name of ['NO_PROXY', 'no_proxy'] as const) process.env[name] = '';
}

it('asks by way of the proxy that the environment names, but never for this machine', async () => {
  const { asked, address } = await proxyServer();
  setEnvironment(address);
  const { upstream, baseUrl } = await listeningUpstream({ key: KEY });
  upstream.script({ text: 'Direct.' });
  const { fetch: _, ...connection } = connectionTo(upstream, { baseUrl });
  expect((await ask(connection)).failure).toBeNull();
  expect([asked, upstream.turns.length]).toEqual([[], 1]);
  const elsewhere = { ...connection, baseUrl: 'http://models.example/v1', allowHttp: true };
  expect((await ask(elsewhere)).types.at(-1)).toBe('response.completed');
  expect(asked).toEqual(['POST http://models.example/v1/responses']);
});

describe('where the system has proxies of its own', () => {
  const elsewhere = { baseUrl: 'http://models.example/v1', allowHttp: true };
  const through = (resolve: (url: string) => string, over: Partial<Upstream> = elsewhere) => {
    const upstream = new ScriptedUpstream({ key: KEY });
    const fetch = nodeFetchThrough(async (url) => resolve(url));
    return ask({ ...connectionTo(upstream), wait: async () => {}, ...over, fetch });
  };

  it('the first that can be used is asked, address by address', async () => {
    setEnvironment('');
    const { asked, address } = await proxyServer();
    const resolved: string[] = [];
    const resolve = (url: string) => {
      resolved.push(url);
      return `SOCKS5 127.0.0.1:1; PROXY ${new URL(address).host}; DIRECT`;
    };
    expect((await through(resolve)).types.at(-1)).toBe('response.completed');
    expect(resolved).toEqual(['http://models.example/v1/responses']);
    expect(asked).toEqual(['POST http://models.example/v1/responses']);
  });

  it('the environment comes before them', async () => {
    const { asked, address } = await proxyServer();
    setEnvironment(address);
    const { types } = await through(() => 'PROXY 127.0.0.1:1');
    expect([types.at(-1), asked.length]).toEqual(['response.completed', 1]);
  });

  it('nobody asks them the way to this machine', async () => {
    setEnvironment('');
    const { upstream, baseUrl } = await listeningUpstream({ key: KEY });
    upstream.script({ text: 'Direct.' });
    const { failure } = await through(() => 'PROXY 127.0.0.1:1', { baseUrl });
    expect([failure, upstream.turns.length]).toEqual([null, 1]);
  });

  it('what has to go by one that cannot be used is not sent past it', async () => {
    setEnvironment('');
    expect((await through(() => 'SOCKS5 127.0.0.1:1')).failure).toMatchObject({ code: 'unreachable' });
  });
});
