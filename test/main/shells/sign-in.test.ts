import { expect, it } from 'vitest';
import { send } from '../../support/raw-http';
import { serveTestWindow, token } from '../../support/window-server';

it('opens for a page elsewhere that leads to it, and for nothing else of such a page', async () => {
  const { port, host, signedIn, asked } = await serveTestWindow();
  const foreign = { host, 'sec-fetch-site': 'cross-site' };
  const visit = { ...foreign, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
  const status = async (path: string, headers: Record<string, string>, method = 'GET') =>
    (await send(port, { method, path, headers })).status;
  expect(await status('/', visit)).toBe(200);
  expect(await status('/', { ...visit, 'sec-fetch-dest': 'iframe' })).toBe(403);
  expect(await status('/', { ...foreign, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' })).toBe(403);
  expect(await status('/', { ...visit, origin: 'http://evil.example' })).toBe(403);
  expect(await status('/', visit, 'POST')).toBe(403);
  expect(await status('/assets/index.js', visit)).toBe(403);
  expect(await status(`/files/${token}/file/file_1`, visit)).toBe(403);
  expect(await status('/api/threads.list', { ...signedIn, ...visit }, 'POST')).toBe(403);
  expect(asked).toEqual([]);
});

it('lets a browser in by a code once, and by no other code', async () => {
  const { port, host, signIns, signInUrl } = await serveTestWindow();
  const code = new URL(signInUrl()).hash.replace('#code=', '');
  const redeem = async (given: unknown, headers: Record<string, string> = {}) =>
    send(port, {
      method: 'POST',
      path: '/api/sign-in',
      headers: { host, 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ code: given }),
    });
  for (const wrong of ['', 'x', `${code}x`, null, 7]) expect((await redeem(wrong)).status).toBe(401);
  expect((await redeem(code, { origin: 'http://evil.example' })).status).toBe(403);
  expect((await redeem(code, { 'content-type': 'text/plain' })).status).toBe(415);
  expect(signIns()).toBe(0);
  expect(JSON.parse((await redeem(code)).body)).toEqual({ ok: true, value: { token } });
  expect((await redeem(code)).status).toBe(401);
  expect(signIns()).toBe(1);
  expect(code).not.toContain(token);
});

it('gives a new code only to whoever has the token', async () => {
  const { port, host, signedIn } = await serveTestWindow();
  const ask = (headers: Record<string, string>) => send(port, { method: 'POST', path: '/api/sign-in-code', headers });
  expect((await ask({ host, 'content-type': 'application/json' })).status).toBe(401);
  expect(JSON.parse((await ask(signedIn)).body).url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#code=[\w-]{43}$/);
});
