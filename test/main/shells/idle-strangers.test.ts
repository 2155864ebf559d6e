import { describe, expect, it, onTestFinished } from 'vitest';
import { openTestDoor } from '../../support/engine-door';
import { type RawClient, rawClient, send } from '../../support/raw-http';
import { serveTestWindow } from '../../support/window-server';

const MANY = 520;
/** So that each request has to come in by a connection of its own. */
const connection = 'close';

async function openWindow() {
  const { port, hub, signedIn } = await serveTestWindow();
  const headers = { ...signedIn, connection };
  const ask = async () => (await send(port, { method: 'POST', path: '/api/threads.list', headers, body: '{}' })).status;
  return { port, hub, ask, signedIn };
}

async function openDoor() {
  const { port, signedIn } = await openTestDoor();
  return {
    port,
    ask: async () => (await send(port, { path: '/v1/models', headers: { ...signedIn, connection } })).status,
  };
}

/** Programs that connect and say nothing, and connect again as soon as they are let go, until the test ends. */
function pester(port: number): { clients: () => RawClient[] } {
  const clients = new Map<number, RawClient>();
  let over = false;
  onTestFinished(() => {
    over = true;
  });
  const keep = async (n: number) => {
    while (!over) {
      const client = await rawClient(port).catch(() => null);
      if (!client) return;
      clients.set(n, client);
      await client.gone;
    }
  };
  for (let n = 0; n < MANY; n += 1) void keep(n);
  return { clients: () => [...clients.values()] };
}

describe.each([
  ['the window', openWindow],
  ['a script with its key', openDoor],
])('%s', (_, open) => {
  it('is answered while as many programs as there are lie on the line and say nothing', {
    timeout: 60_000,
  }, async () => {
    const { port, ask } = await open();
    expect(await ask()).toBe(200);
    const { clients } = pester(port);
    await expect.poll(() => clients().length).toBe(MANY);
    for (let n = 0; n < 20; n += 1) expect(await ask()).toBe(200);
  });
});

it('the events of a window are told to it through all of that', { timeout: 60_000 }, async () => {
  const { port, hub, signedIn } = await openWindow();
  const response = await fetch(`http://127.0.0.1:${port}/api/events`, { headers: signedIn });
  const reader = (response.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader.read()).value).toContain(': connected');
  const { clients } = pester(port);
  await expect.poll(() => clients().length).toBe(MANY);
  hub.emit({ name: 'threads.deleted', data: { threadId: 'thread_1' as never } });
  expect((await reader.read()).value).toContain('thread_1');
  await reader.cancel();
});

it('a connection that says nothing is let go soon, one that has shown the key later', async () => {
  const { port, head } = await openTestDoor({
    patience: { strangerMs: 200, checkMs: 50, idleMs: 60_000, headersMs: 60_000 },
  });
  const known = await rawClient(port);
  known.socket.write(`${head('GET /v1/models')}\r\n`);
  await expect.poll(() => known.received()).toContain('{"bytes":0}');
  const silent = await rawClient(port);
  const refused = await rawClient(port);
  refused.socket.write(`GET /v1/models HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
  await Promise.all([silent.gone, refused.gone]);
  expect([silent.received(), refused.received()]).toEqual(['', expect.stringContaining(' 401 ')]);
  known.socket.write(`${head('GET /v1/again')}Connection: close\r\n\r\n`);
  await known.gone;
  expect(known.received().match(/\{"bytes":0\}/g)).toHaveLength(2);
});
