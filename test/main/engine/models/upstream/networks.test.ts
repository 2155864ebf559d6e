import { createServer, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { endingOf } from '../../../../../src/main/engine/models/upstream';
import { ScriptedUpstream } from '../../../../support/upstream';
import { ask, connectionTo } from '../../../../support/upstream/connection';
import { SELF_SIGNED } from '../../../../support/upstream/self-signed';

async function portOf(server: Pick<Server, 'listen' | 'address' | 'close' | 'closeAllConnections'>): Promise<number> {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

const ANSWER = 'data: {"type":"a"}\n\ndata: {"type":"response.completed"}\n\n';

/** A connection that sends over the network. */
function sentTo(baseUrl: string) {
  const { fetch: _, ...connection } = connectionTo(new ScriptedUpstream(), { baseUrl, allowHttp: true });
  return connection;
}

describe('a server', () => {
  it('whose certificate nobody has vouched for is not spoken to, and its code is told', async () => {
    let asked = 0;
    const server = createSecureServer(SELF_SIGNED, (_request, response) => {
      asked += 1;
      response.end(ANSWER);
    });
    const { failure } = await ask(sentTo(`https://127.0.0.1:${await portOf(server)}/v1`));
    expect([failure?.code, endingOf(failure)?.upstreamCode, asked]).toEqual([
      'unreachable',
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      0,
    ]);
  });

  it.each(['ENOTFOUND', 'EAI_AGAIN'])('whose name is not found (%s) is told as not reached', async (code) => {
    const lost = Object.assign(new Error('getaddrinfo'), { code });
    const { failure } = await ask({ ...sentTo('https://models.example/v1'), fetch: () => Promise.reject(lost) });
    expect([failure?.code, endingOf(failure)?.upstreamCode]).toEqual(['unreachable', code]);
  });
});

describe('behind a proxy', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.resetModules();
  });

  /** What a proxy was asked for; requests are sent as by a program that was started with the proxy. */
  async function proxied(noProxy = '') {
    const asked: string[] = [];
    const proxy = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      request.resume();
      response.end(ANSWER);
    });
    proxy.on('connect', (request, socket) => {
      asked.push(`CONNECT ${request.url}`);
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
    const address = `http://127.0.0.1:${await portOf(proxy)}`;
    for (const name of ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy']) vi.stubEnv(name, address);
    for (const name of ['NO_PROXY', 'no_proxy']) vi.stubEnv(name, noProxy);
    vi.resetModules();
    const { nodeFetch } = await import('../../../../../src/main/engine/models/upstream/node-fetch');
    return { asked, through: (baseUrl: string) => ask({ ...sentTo(baseUrl), fetch: nodeFetch }) };
  }

  it('a server is asked by way of it', async () => {
    const { asked, through } = await proxied();
    expect((await through('http://models.example/v1')).types).toEqual(['a', 'response.completed']);
    expect(asked).toEqual(['POST http://models.example/v1/responses']);
  });

  it('that lets nobody through, a server is told as not reached', async () => {
    const { asked, through } = await proxied();
    expect((await through('https://models.example/v1')).failure?.code).toBe('unreachable');
    expect(new Set(asked)).toEqual(new Set(['CONNECT models.example:443']));
  });

  it('what runs on this machine is asked directly', async () => {
    const { asked, through } = await proxied();
    const server = createServer((request, response) => {
      request.resume();
      response.end(ANSWER);
    });
    expect((await through(`http://127.0.0.1:${await portOf(server)}/v1`)).failure).toBeNull();
    expect(asked).toEqual([]);
  });
});
