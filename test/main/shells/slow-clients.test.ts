import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openTestDoor } from '../../support/engine-door';
import { needs, WHOLE } from '../../support/needs';
import { rawClient, send, sendRaw, trickle } from '../../support/raw-http';
import { until } from '../../support/until';

/** The usual patience, in a hurry. */
const patience = { headersMs: 300, idleMs: 300, bodyMs: 400, bodyBytes: 2_000, takeMs: 500, checkMs: 50 };
const hurried = (more = {}) => openTestDoor({ patience: { ...patience, ...more } });

describe('slow and greedy clients', () => {
  it('ends headers that come one letter at a time', async () => {
    const { port, seen, asked } = await hurried();
    const client = await rawClient(port);
    client.socket.write('GET /v1/models HTTP/1.1\r\nX-Slow: ');
    expect(await trickle(client, 'a', 20)).toBeLessThan(100);
    expect(client.received()).toMatch(/^HTTP\/1\.1 408 .*"type":"invalid_request_error"/s);
    expect(asked).toEqual([]);
    expect(seen()).toMatchObject([{ method: '', path: '', status: 408 }]);
  });

  it('ends a body that comes one letter at a time, however long it would go on', async () => {
    const { port, head, seen } = await hurried();
    const fixed = await rawClient(port);
    fixed.socket.write(`${head('POST /v1/threads')}Content-Length: 100000\r\n\r\n`);
    const chunked = await rawClient(port);
    chunked.socket.write(`${head('POST /v1/threads')}Transfer-Encoding: chunked\r\n\r\n`);
    await Promise.all([trickle(fixed, 'a', 20), trickle(chunked, '1\r\na\r\n', 20)]);
    for (const client of [fixed, chunked]) expect(client.received()).toMatch(/^HTTP\/1\.1 408 .*"error"/s);
    await expect.poll(() => seen().filter((one) => one.ms !== null)).toHaveLength(2);
    expect(seen()).toMatchObject([
      { path: '/v1/threads', status: 408 },
      { path: '/v1/threads', status: 408 },
    ]);
  });

  it('takes a body that comes slowly but steadily', async () => {
    const { port, head } = await hurried();
    const client = await rawClient(port);
    client.socket.write(`${head('POST /v1/threads')}Content-Length: 30000\r\nConnection: close\r\n\r\n`);
    const sent = await trickle(client, 'a'.repeat(1_000), 30);
    expect(sent).toBeGreaterThanOrEqual(30);
    expect(client.received()).toContain('{"bytes":30000}');
  });

  it('waits for an engine that takes its time with a body', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    onTestFinished(() => void vi.useRealTimers());
    const { port, head, finish, asked } = await hurried();
    const client = await rawClient(port);
    // The first of the body comes with the head, so that some of it waits once the engine was asked.
    const body = 'a'.repeat(5_000_000);
    client.socket.write(`${head('POST /v1/slow')}Content-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`);
    await until('the engine to be asked', () => asked.length === 1);
    vi.advanceTimersByTime(10 * patience.bodyMs);
    finish();
    await client.gone;
    expect(client.received()).toContain('{"bytes":5000000}');
  });

  it('refuses huge headers', async () => {
    const { port, head, asked } = await hurried();
    const answer = await sendRaw(port, `${head('GET /v1/models')}X-Huge: ${'a'.repeat(100_000)}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 431 .*headers of the request are too large/s);
    expect(asked).toEqual([]);
  });

  it('ends a chunked body that does not end', async () => {
    const { port, head, seen } = await hurried({ largestBody: 1_000_000 });
    const client = await rawClient(port);
    client.socket.write(`${head('POST /v1/threads')}Transfer-Encoding: chunked\r\n\r\n`);
    const piece = `2710\r\n${'a'.repeat(10_000)}\r\n`;
    expect(await trickle(client, piece, 1)).toBeLessThan(2_000);
    await expect.poll(() => seen().at(-1)).toMatchObject({ path: '/v1/threads', status: 413 });
  });

  it('answers pipelined requests in order, each counted', async () => {
    const { port, head } = await openTestDoor({ requestsPerMinute: () => 60 });
    const one = (n: number) => `${head(`POST /v1/threads/${n}`)}Content-Length: ${n}\r\n\r\n${'a'.repeat(n)}`;
    const many = Array.from({ length: 100 }, (_, n) => one(n)).join('');
    const answers = await sendRaw(port, `${many}${head('GET /v1/last')}Connection: close\r\n\r\n`);
    const statuses = [...answers.matchAll(/HTTP\/1\.1 (\d+)/g)].map((match) => match[1]);
    expect(statuses.filter((status) => status === '200').length).toBeGreaterThanOrEqual(60);
    expect(statuses.filter((status) => status === '429').length).toBeGreaterThanOrEqual(35);
    const lengths = [...answers.matchAll(/\{"bytes":(\d+)\}/g)].map((match) => Number(match[1]));
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
  });

  it('answers a client that has closed its half', async () => {
    const { port, head } = await hurried();
    const client = await rawClient(port);
    client.socket.end(`${head('GET /v1/models')}Connection: close\r\n\r\n`);
    await client.gone;
    expect(client.received()).toContain('{"bytes":0}');
  });

  it('lets go of a client that does not take its answer', async () => {
    const big = { fetch: async () => new Response(new Uint8Array(60_000_000)) };
    const door = await openTestDoor({ engine: big, patience });
    const client = await rawClient(door.port);
    client.socket.pause();
    client.socket.write(`${door.head('GET /v1/files/x/content')}\r\n`);
    await expect.poll(() => door.seen().at(-1)).toMatchObject({ ms: expect.any(Number) });
    expect(door.seen().at(-1)?.ms).toBeGreaterThanOrEqual(patience.takeMs);
  });

  it('serves others while three hundred connections lie idle, and lets go of those', needs(WHOLE), async () => {
    const { port, signedIn } = await hurried({ headersMs: 3_000 });
    const twenty = async () => {
      const started = performance.now();
      for (let n = 0; n < 20; n += 1)
        expect((await send(port, { path: '/v1/models', headers: signedIn })).status).toBe(200);
      return performance.now() - started;
    };
    await twenty();
    const alone = await twenty();
    const idle = await Promise.all(Array.from({ length: 300 }, () => rawClient(port)));
    expect(await twenty()).toBeLessThan(alone * 20);
    await Promise.all(idle.map((client) => client.gone));
    expect((await send(port, { path: '/v1/models', headers: signedIn })).status).toBe(200);
  });

  it('closes connections beyond the most it takes, and takes new ones when others have gone', async () => {
    const { port, signedIn } = await hurried({ connections: 20, headersMs: 2_000 });
    const clients = await Promise.all(Array.from({ length: 60 }, () => rawClient(port)));
    let gone = 0;
    for (const client of clients) void client.gone.then(() => (gone += 1));
    await expect.poll(() => gone).toBe(40);
    for (const client of clients) client.socket.destroy();
    await expect.poll(() => gone).toBe(60);
    expect((await send(port, { path: '/v1/models', headers: signedIn })).status).toBe(200);
  });

  it('answers what is no HTTP at all with an error in the protocol’s form', async () => {
    const { port, seen } = await hurried();
    expect(await sendRaw(port, '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03')).toMatch(/^HTTP\/1\.1 400 .*"error"/s);
    await expect.poll(() => seen()).toMatchObject([{ method: '', status: 400 }]);
  });
});
