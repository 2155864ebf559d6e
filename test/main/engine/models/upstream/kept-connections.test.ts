import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { nodeFetch } from '../../../../../src/main/engine/models/upstream/node-fetch';

it('a request on a kept connection that its server has closed meanwhile is sent over a new one', async () => {
  const requests = new Map<Socket, number>();
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', () => {
      const count = (requests.get(socket) ?? 0) + 1;
      requests.set(socket, count);
      if (count > 1) socket.resetAndDestroy();
      else socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of requests.keys()) socket.destroy();
    server.close();
  });
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/v1/containers`;
  const { signal } = new AbortController();
  const ask = async () =>
    (await nodeFetch(url, { method: 'POST', headers: {}, body: '{}', signal, redirect: 'manual' })).text();
  expect([await ask(), await ask(), await ask()]).toEqual(['ok', 'ok', 'ok']);
  expect([...requests.values()].some((count) => count > 1)).toBe(true);
});
