import { rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AppEvent } from '../../../src/preload/contract';
import { type Need, needs } from '../../support/needs';
import { send, sendRaw } from '../../support/raw-http';
import { tempFolder } from '../../support/temp-folder';
import { serveTestWindow, token } from '../../support/window-server';

describe('the browser shell', () => {
  it('dispatches a request of its own page', async () => {
    const { port, signedIn, asked, host } = await serveTestWindow();
    const headers = { ...signedIn, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' };
    const answer = await send(port, { method: 'POST', path: '/api/threads.list', headers, body: '{"archived":true}' });
    expect(JSON.parse(answer.body)).toEqual({ ok: true, value: {} });
    expect(asked).toEqual([['threads.list', { archived: true }]]);
  });

  it('serves the page with a policy that lets nothing else run or load', async () => {
    const { port, host } = await serveTestWindow();
    const page = await send(port, { path: '/', headers: { host } });
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    const nonce = policy.match(/'nonce-([^']+)'/)?.[1];
    expect(page.body).toContain(`content="${nonce}"`);
    expect((await send(port, { path: '/', headers: { host } })).body).not.toContain(nonce);
  });

  it.each(['evil.example', '127.0.0.1.evil.example', 'localhost', '127.0.0.1:1'])(
    'refuses the host name %j',
    async (name) => {
      const { port, signedIn, asked } = await serveTestWindow();
      const answer = await send(port, {
        method: 'POST',
        path: '/api/threads.list',
        headers: { ...signedIn, host: name },
        body: '{}',
      });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(asked).toEqual([]);
    },
  );

  it.each(['http://evil.example', 'null', 'http://127.0.0.1:1', 'file://'])('refuses the origin %s', async (origin) => {
    const { port, signedIn, asked } = await serveTestWindow();
    const answer = await send(port, {
      method: 'POST',
      path: '/api/threads.list',
      headers: { ...signedIn, origin },
      body: '{}',
    });
    expect(answer.status).toBe(403);
    expect(asked).toEqual([]);
  });

  it('refuses a form post, which a foreign page could send without asking', async () => {
    const { port, signedIn, asked } = await serveTestWindow();
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const answer = await send(port, {
        method: 'POST',
        path: '/api/threads.list',
        headers: { ...signedIn, 'content-type': type },
        body: '{}',
      });
      expect(answer.status).toBe(415);
    }
    expect(asked).toEqual([]);
  });

  it.each(['', 'Bearer', 'Bearer wrong', `bearer ${token}x`, `Basic ${token}`])(
    'refuses the token %j',
    async (authorization) => {
      const { port, signedIn, asked } = await serveTestWindow();
      const answer = await send(port, {
        method: 'POST',
        path: '/api/threads.list',
        headers: { ...signedIn, authorization },
        body: '{}',
      });
      expect([answer.status, JSON.parse(answer.body).error.code]).toEqual([401, 'forbidden']);
      expect((await send(port, { path: '/api/events', headers: { ...signedIn, authorization } })).status).toBe(401);
      expect(
        (await send(port, { path: `/files/wrong/chart/chart_1.svg`, headers: { host: signedIn.host } })).status,
      ).toBe(404);
      expect(asked).toEqual([]);
    },
  );

  const outside = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .find((address) => !address.internal && address.family === 'IPv4');
  const NETWORK: Need = { name: 'a network', missing: outside ? null : 'this computer has only itself' };

  it('can be reached from this computer only', needs(NETWORK), async () => {
    const { port } = await serveTestWindow();
    const reached = await new Promise((resolve) => {
      const socket = connect({ host: outside?.address, port, timeout: 1_000 });
      socket
        .on('connect', () => resolve(true))
        .on('error', () => resolve(false))
        .on('timeout', () => resolve(false));
    });
    expect(reached).toBe(false);
  });

  it('keeps the token out of every answer', async () => {
    const { port, host, signedIn } = await serveTestWindow();
    for (const path of ['/', '/assets/index.js', '/nothing', '/api/x']) {
      expect(
        JSON.stringify(await send(port, { path, headers: path.startsWith('/api') ? signedIn : { host } })),
      ).not.toContain(token);
    }
  });

  it('refuses a body that is larger than any request, early', async () => {
    const { port, signedIn, asked } = await serveTestWindow();
    const answer = await send(port, {
      method: 'POST',
      path: '/api/threads.list',
      headers: signedIn,
      body: Buffer.alloc(8 * 1024 * 1024, 32),
    });
    expect(answer.status).toBe(413);
    const lying = await sendRaw(
      port,
      `POST /api/x HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: 2147483648\r\n\r\n{`,
    );
    expect(lying).toContain(' 413 ');
    expect(asked).toEqual([]);
  });

  it('takes no smuggled second request', async () => {
    const { port, asked } = await serveTestWindow();
    const head = `POST /api/a HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\n`;
    const answer = await sendRaw(
      port,
      `${head}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /api/b HTTP/1.1\r\nHost: x\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400/);
    expect(asked).toEqual([]);
  });

  it.each([
    '/../assay-secret.txt',
    '/%2e%2e/assay-secret.txt',
    '/..%2fassay-secret.txt',
    '/assets/..\\..\\assay-secret.txt',
    '//etc/passwd',
    '/index.html%00',
  ])('has nothing at %s', async (path) => {
    const { port, host } = await serveTestWindow();
    const answer = await send(port, { path, headers: { host } });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.body).not.toContain('secret');
  });

  it.each(['thread_../../x', '..%2f..%2fx.png', 'a%00.png', `${'a'.repeat(200)}.png`])(
    'takes %s for no picture',
    async (name) => {
      const { port, host } = await serveTestWindow();
      expect((await send(port, { path: `/files/${token}/chart/${name}`, headers: { host } })).status).toBe(404);
    },
  );

  it('shows pictures, and never shows an uploaded page as one', async () => {
    const { port, host } = await serveTestWindow();
    const chart = await send(port, { path: `/files/${token}/chart/chart_1.svg`, headers: { host } });
    expect([chart.status, chart.headers['content-type']]).toEqual([200, 'image/svg+xml']);
    expect(chart.headers['content-security-policy']).toContain('sandbox');
    const file = await send(port, { path: `/files/${token}/file/file_1`, headers: { host } });
    expect(file.headers['content-type']).toBe('application/octet-stream');
    expect(file.headers['content-disposition']).toBe('attachment');
  });

  it('takes an upload as a stream and says what became of it', async () => {
    const { port, signedIn, uploads } = await serveTestWindow();
    const body = Buffer.alloc(12 * 1024 * 1024, 65);
    const kept = await send(port, {
      method: 'POST',
      path: '/api/upload?name=a%20b.csv',
      headers: { ...signedIn, 'content-type': 'application/octet-stream' },
      body,
    });
    expect(JSON.parse(kept.body)).toMatchObject({ ok: true, value: { name: 'a b.csv', bytes: body.length } });
    const full = await send(port, { method: 'POST', path: '/api/upload?name=full', headers: signedIn, body: 'x' });
    expect(JSON.parse(full.body)).toEqual({ ok: false, error: { code: 'no_space', message: 'The disk is full.' } });
    expect(uploads).toEqual([`a b.csv:${body.length}`, 'full:1']);
  });

  it('offers a kept file for download from where it lies, however large, until it is gone', async () => {
    const { port, host, downloads } = await serveTestWindow();
    const path = join(tempFolder(), 'kept');
    writeFileSync(path, 'a\n1\n');
    const id = downloads.offer({ name: 'kept.csv', type: 'application/octet-stream', path });
    const ask = () => send(port, { path: `/files/${token}/download/${id}`, headers: { host } });
    expect(await ask()).toMatchObject({ status: 200, body: 'a\n1\n', headers: { 'content-length': '4' } });
    rmSync(path);
    expect((await ask()).status).toBe(404);
  });

  it('offers a saved file for download under its name', async () => {
    const { port, host, downloads } = await serveTestWindow();
    const id = downloads.offer({ name: 'Umsätze.csv', type: 'text/csv', bytes: new TextEncoder().encode('a\n1\n') });
    const answer = await send(port, { path: `/files/${token}/download/${id}`, headers: { host } });
    expect(answer.body).toBe('a\n1\n');
    expect(answer.headers['content-disposition']).toBe("attachment; filename*=UTF-8''Ums%C3%A4tze.csv");
  });

  it('tells events in order to a window that listens', async () => {
    const { port, signedIn, hub } = await serveTestWindow();
    const response = await fetch(`http://127.0.0.1:${port}/api/events`, {
      headers: { authorization: signedIn.authorization },
    });
    const reader = (response.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader.read()).value).toContain(': connected');
    const events: AppEvent[] = [1, 2, 3].map((n) => ({
      name: 'threads.deleted',
      data: { threadId: `thread_${n}` as never },
    }));
    for (const event of events) hub.emit(event);
    let text = '';
    while ((text.match(/data: /g) ?? []).length < 3) text += (await reader.read()).value;
    expect(
      text
        .split('\n\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line.slice(6))),
    ).toEqual(events);
    await reader.cancel();
  });

  it('sends a part of a file to whoever asks for one, and all of it to whoever asks for nonsense', async () => {
    const { host } = await serveTestWindow();
    const whole = '<script>alert(1)</script>';
    const get = async (range: string) => {
      const response = await fetch(`http://${host}/files/${token}/file/file_1`, { headers: { range } });
      return [response.status, response.headers.get('content-range'), await response.text()];
    };
    expect(await get('bytes=1-6')).toEqual([206, `bytes 1-6/${whole.length}`, 'script']);
    expect(await get('bytes=20-')).toEqual([206, `bytes 20-24/${whole.length}`, whole.slice(20)]);
    expect(await get('bytes=20-999')).toEqual([206, `bytes 20-24/${whole.length}`, whole.slice(20)]);
    for (const nonsense of ['bytes=9-2', 'bytes=999-', 'bytes=0-1,3-4', 'lines=1-2', 'bytes=-5'])
      expect(await get(nonsense), nonsense).toEqual([200, null, whole]);
  });
});
