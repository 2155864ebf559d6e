import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it, onTestFinished } from 'vitest';
import { listeningUpstream, streamOf } from '../../../../support/upstream';
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

it('asks by way of the proxy that the environment names, but never for this machine', async () => {
  const asked: string[] = [];
  const proxy = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    request.resume();
    response.writeHead(200, { 'content-type': 'text/event-stream' }).end(streamOf({ text: 'By proxy.' }));
  });
  process.env.HTTP_PROXY = await listening(proxy);
  process.env.http_proxy = process.env.HTTP_PROXY;
  for (const name of ['NO_PROXY', 'no_proxy'] as const) process.env[name] = '';
  const { upstream, baseUrl } = await listeningUpstream({ key: KEY });
  upstream.script({ text: 'Direct.' });
  const { fetch: _, ...connection } = connectionTo(upstream, { baseUrl });
  expect((await ask(connection)).failure).toBeNull();
  expect([asked, upstream.turns.length]).toEqual([[], 1]);
  const elsewhere = { ...connection, baseUrl: 'http://models.example/v1', allowHttp: true };
  expect((await ask(elsewhere)).types.at(-1)).toBe('response.completed');
  expect(asked).toEqual(['POST http://models.example/v1/responses']);
});
