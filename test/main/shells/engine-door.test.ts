import OpenAI from 'openai';
import { describe, expect, it } from 'vitest';
import { freePort } from '../../../src/main/shells/common/listen';
import { KEY, openTestDoor } from '../../support/engine-door';
import { rawClient, send, sendRaw } from '../../support/raw-http';

const errorOf = (body: string) => JSON.parse(body).error;

describe('the door for scripts', () => {
  it('lets in who has the key, and says how many requests are left', async () => {
    const { port, signedIn, asked } = await openTestDoor({ requestsPerMinute: () => 60 });
    const answer = await send(port, { method: 'POST', path: '/v1/threads', headers: signedIn, body: '{}' });
    expect([answer.status, answer.body]).toEqual([200, '{"bytes":2}']);
    expect(answer.headers).toMatchObject({
      'x-ratelimit-limit-requests': '60',
      'x-ratelimit-remaining-requests': '59',
      'x-ratelimit-reset-requests': '1s',
    });
    expect(asked).toEqual(['POST /v1/threads']);
  });

  it.each([
    ['as Azure scripts send it', { 'api-key': KEY }],
    ['with the scheme in small letters', { authorization: `bearer ${KEY}` }],
  ])('takes the key %s', async (_, headers) => {
    const { port, host } = await openTestDoor();
    expect((await send(port, { path: '/v1/models', headers: { host, ...headers } })).status).toBe(200);
  });

  it.each([
    ['no key', {}, null],
    ['a wrong key, as Azure scripts send it', { 'api-key': 'sk-wrong' }, 'invalid_api_key'],
    ['an empty key', { authorization: 'Bearer ' }, null],
    ['another scheme', { authorization: `Basic ${KEY}` }, null],
    ['a wrong key', { authorization: 'Bearer sk-wrong' }, 'invalid_api_key'],
    ['the beginning of the key', { authorization: `Bearer ${KEY.slice(0, -1)}` }, 'invalid_api_key'],
    ['more than the key', { authorization: `Bearer ${KEY}x` }, 'invalid_api_key'],
  ])('refuses %s', async (_, headers, code) => {
    const { port, host, asked } = await openTestDoor();
    const answer = await send(port, { path: `/v1/models?api_key=${KEY}`, headers: { host, ...headers } });
    expect(answer.status).toBe(401);
    expect(errorOf(answer.body)).toMatchObject({ type: 'invalid_request_error', param: null, code });
    expect(answer.body).not.toContain(KEY);
    expect(asked).toEqual([]);
  });

  it('lets nobody in while there is no key at all', async () => {
    const { port, host, asked } = await openTestDoor({ key: () => '' });
    for (const headers of [{ host }, { host, authorization: 'Bearer ' }, { host, authorization: '' }])
      expect((await send(port, { path: '/v1/models', headers })).status).toBe(401);
    expect(asked).toEqual([]);
  });

  it.each([
    ['the name of a foreign site', { host: 'evil.example' }],
    ['a name that begins like ours', { host: '127.0.0.1.evil.example:80' }],
    ['another port', { host: '127.0.0.1:1' }],
    ['a page of another site', { origin: 'http://evil.example' }],
    ['a page without an origin', { origin: 'null' }],
    ['a page that a browser loaded', { 'sec-fetch-site': 'cross-site' }],
  ])('refuses %s, even with the key, and helps no page', async (_, headers) => {
    const { port, signedIn, asked } = await openTestDoor();
    for (const method of ['GET', 'POST', 'OPTIONS']) {
      const answer = await send(port, { method, path: '/v1/models', headers: { ...signedIn, ...headers } });
      expect(answer.status).toBe(403);
      expect(errorOf(answer.body).message).toMatch(/only this computer|other sites/);
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
    expect(asked).toEqual([]);
  });

  it('answers 429 beyond the limit, says when to come back, and keeps to it', async () => {
    const { port, signedIn, asked } = await openTestDoor({ requestsPerMinute: () => 60 });
    const ask = () => send(port, { path: '/v1/models', headers: signedIn });
    for (let n = 0; n < 60; n += 1) expect((await ask()).status).toBe(200);
    const refused = await ask();
    expect(refused.status).toBe(429);
    expect(errorOf(refused.body)).toMatchObject({ type: 'requests', code: 'rate_limit_exceeded' });
    expect(Number(refused.headers['retry-after'])).toBe(1);
    const waitMs = Number(refused.headers['retry-after-ms']);
    expect(waitMs).toBeGreaterThan(0);
    await expect.poll(async () => (await ask()).status, { interval: waitMs }).toBe(200);
    expect(asked.length).toBeLessThan(64);
  });

  it('is waited for by the official client, until it may ask again', async () => {
    const { baseUrl, port, signedIn } = await openTestDoor({ requestsPerMinute: () => 60 });
    for (let n = 0; n < 60; n += 1) await send(port, { path: '/v1/models', headers: signedIn });
    const patient = new OpenAI({ baseURL: baseUrl, apiKey: KEY, maxRetries: 3 });
    expect(await patient.get('/models')).toEqual({ bytes: 0 });
    const hasty = new OpenAI({ baseURL: baseUrl, apiKey: KEY, maxRetries: 0 });
    await expect(hasty.get('/models')).rejects.toMatchObject({ status: 429, code: 'rate_limit_exceeded' });
  });

  it('does not let strangers use up what those with the key may ask', async () => {
    const { port, host, signedIn } = await openTestDoor({ requestsPerMinute: () => 60 });
    const stranger = { host, authorization: 'Bearer wrong' };
    const statuses = new Set<number>();
    for (let n = 0; n < 80; n += 1) statuses.add((await send(port, { path: '/v1/models', headers: stranger })).status);
    expect([...statuses].sort()).toEqual([401, 429]);
    expect((await send(port, { path: '/v1/models', headers: signedIn })).status).toBe(200);
  });

  it('counts a new key from the next request on, and ends the connections of the old one', async () => {
    let key = KEY;
    const { port, signedIn, host, drop, head, asked } = await openTestDoor({ key: () => key });
    const old = await rawClient(port);
    old.socket.write(`${head('GET /v1/slow')}\r\n`);
    await expect.poll(() => asked).toEqual(['GET /v1/slow']);
    key = 'assay-another-key';
    drop();
    await old.gone;
    expect((await send(port, { path: '/v1/models', headers: signedIn })).status).toBe(401);
    const renewed = { host, authorization: `Bearer ${key}` };
    expect((await send(port, { path: '/v1/models', headers: renewed })).status).toBe(200);
  });

  it('refuses a body beyond all bounds before it has come', async () => {
    const { port, head, asked } = await openTestDoor();
    const answer = await sendRaw(port, `${head('POST /v1/files')}Content-Length: 2147483648\r\n\r\nx`);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(errorOf(answer.slice(answer.indexOf('{')).trim()).message).toContain('larger');
    expect(asked).toEqual([]);
  });

  it.each([
    ['a length and chunks', 'Content-Length: 2\r\nTransfer-Encoding: chunked'],
    ['two lengths', 'Content-Length: 2\r\nContent-Length: 0'],
    ['a list of lengths', 'Content-Length: 2, 0'],
    ['a length with a sign', 'Content-Length: +2'],
    ['a negative length', 'Content-Length: -1'],
    ['a length in hexadecimal', 'Content-Length: 0x2'],
    ['chunks by another name', 'Transfer-Encoding: xchunked'],
    ['chunks before something else', 'Transfer-Encoding: chunked, identity'],
    ['a blank before the colon', 'Transfer-Encoding : chunked'],
    ['a header that goes on in the next line', 'X-A: b\r\n Transfer-Encoding: chunked'],
    ['a bare line end', 'X-A: b\nTransfer-Encoding: chunked'],
    ['a NUL', 'X-A: b\u0000\r\nTransfer-Encoding: chunked'],
    ['chunks that are none', 'Transfer-Encoding: chunked\r\n\r\n2;\n{}\r\nq'],
  ])('takes no second request that is smuggled in with %s', async (_, headers) => {
    const { port, host, head, asked } = await openTestDoor();
    const second = `GET /v1/second HTTP/1.1\r\nHost: ${host}\r\n\r\n`;
    const answer = await sendRaw(
      port,
      `${head('POST /v1/threads')}Content-Type: application/json\r\n${headers}\r\n\r\n{}0\r\n\r\n${second}`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(answer.match(/HTTP\/1\.1 2/g)).toBeNull();
    expect(asked.filter((one) => one.includes('second'))).toEqual([]);
  });

  it('says in its own words that a port is taken', async () => {
    const { port } = await openTestDoor();
    await expect(openTestDoor({ port })).rejects.toMatchObject({ code: 'port_taken' });
    expect(await freePort()).toBeGreaterThan(1_023);
  });

  it('logs what was asked, never a key', async () => {
    const { port, signedIn, host, seen } = await openTestDoor();
    const headers = { ...signedIn, 'user-agent': `OpenAI/Python 1.51.0 ${KEY}` };
    await send(port, { path: `/v1/threads/thread_abc/runs?limit=5&api_key=${KEY}&after=${KEY}`, headers });
    await send(port, { path: `/v1/${KEY}/%61ssay-secret/x?sk-1234567890`, headers: { host } });
    await send(port, { method: 'POST', path: '/v1/threads', headers: { host, authorization: 'Bearer wrong' } });
    await expect.poll(() => seen()).toHaveLength(3);
    expect(seen()).toMatchObject([
      {
        method: 'GET',
        path: '/v1/threads/thread_abc/runs?limit=5&…&after=…',
        status: 200,
        client: 'OpenAI/Python 1.51.0 …',
      },
      { path: '/v1/…/…/x?…', status: 401, client: '' },
      { method: 'POST', path: '/v1/threads', status: 401 },
    ]);
    expect(JSON.stringify(seen())).not.toMatch(/the-key|secret|sk-123|wrong/);
  });

  it('tells of a request while it is under way, and of one whose client left', async () => {
    const { port, head, seen, signedIn, finish } = await openTestDoor();
    const slow = send(port, { path: '/v1/slow', headers: signedIn });
    await expect.poll(() => seen()).toMatchObject([{ path: '/v1/slow', status: null, ms: null }]);
    finish();
    await slow;
    await expect.poll(() => seen()).toMatchObject([{ status: 200, ms: expect.any(Number) }]);
    const leaver = await rawClient(port);
    leaver.socket.write(`${head('GET /v1/slow')}\r\n`);
    await expect.poll(() => seen()).toHaveLength(2);
    leaver.socket.destroy();
    await expect.poll(() => seen()[1]).toMatchObject({ status: null, ms: expect.any(Number) });
    finish();
  });
});
