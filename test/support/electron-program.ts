import childProcess from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { registerHooks, syncBuiltinESMExports } from 'node:module';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { calls, type FakeWindow, fakeElectron, happenings } from './fake-electron';

/**
 * Runs the app as Electron's program would, as far as that goes without it: the built main process on a stand-in for
 * the `electron` module, and the built preload in a page that any browser can open. What the private scheme answers
 * is had by HTTP; requests and events of the doorway go the same way. Prints the page's address.
 *
 * Arguments: the folder of the app, a folder for what is saved, then the app's own.
 */
const [root = '', saves = '', ...given] = process.argv.slice(2);
const STAND_IN = 'electron:stand-in';
const OURS = 'assay://app';

Object.assign(globalThis, { [STAND_IN]: fakeElectron });
registerHooks({
  resolve: (name, context, next) =>
    name === 'electron' ? { url: STAND_IN, format: 'module', shortCircuit: true } : next(name, context),
  load: (url, context, next) => {
    if (url !== STAND_IN) return next(url, context);
    const names = Object.keys(fakeElectron).join(', ');
    const source = `const it = globalThis['${STAND_IN}']; export default it; export const { ${names} } = it;`;
    return { format: 'module', source, shortCircuit: true };
  },
});

/** The fuse that lets the program run as Node is off: what is forked would be another app. */
Object.assign(childProcess, {
  fork: () => {
    throw new Error("Electron's program does not run as Node.");
  },
});
syncBuiltinESMExports();

calls.saveDialog = ({ defaultPath = '' }) => ({ canceled: false, filePath: join(saves, basename(defaultPath)) });
happenings.on('end', (code: number) => process.exit(code));
happenings.once('load', (window: FakeWindow, url: string) => {
  if (url !== `${OURS}/`) throw new Error(`the window loads ${url}`);
  openPage(window);
});
// Electron quits of itself when it is told to end.
process.on('SIGTERM', () => fakeElectron.app.quit());
process.argv = [process.execPath, root, ...given];
await import(pathToFileURL(join(root, 'out', 'main', 'index.js')).href);

function openPage(window: FakeWindow): void {
  const { preload } = window.options.webPreferences ?? {};
  if (!preload) throw new Error('the window has no preload');
  const listeners = new Set<ServerResponse>();
  happenings.on('send', (channel: string, data: unknown) => {
    for (const listener of listeners) listener.write(`data: ${JSON.stringify({ channel, data })}\n\n`);
  });
  const answer = getRequestListener(async (request) => {
    const { pathname, search } = new URL(request.url);
    if (pathname === '/__electron/preload.js')
      return new Response(inPage(readFileSync(preload, 'utf8')), { headers: { 'content-type': 'text/javascript' } });
    if (pathname === '/__electron/invoke') return invoke((await request.json()) as Parameters<typeof invoke>[0]);
    return withPreload(await throughScheme(request, `${OURS}${pathname}${search}`));
  });
  const server = createServer((request, response) => {
    if (request.url !== '/__electron/events') return void answer(request, response);
    response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
    listeners.add(response);
    response.once('close', () => listeners.delete(response));
  });
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    process.stdout.write(`${JSON.stringify({ ready: true, url: `http://127.0.0.1:${port}/` })}\n`);
  });
}

async function invoke({ channel, args }: { channel: string; args: unknown[] }): Promise<Response> {
  const frame = { origin: OURS };
  const value = await calls.handlers.get(channel)?.({ sender: { mainFrame: frame }, senderFrame: frame }, ...args);
  return Response.json({ value });
}

async function throughScheme(request: Request, url: string): Promise<Response> {
  const headers = new Headers(request.headers);
  if (headers.has('origin')) headers.set('origin', OURS);
  const { method, body, signal } = request;
  const answer = calls.protocols.get('assay');
  if (!answer) throw new Error('nobody answers for the scheme');
  return answer(new Request(url, { method, headers, body, signal, ...(body ? { duplex: 'half' } : {}) }));
}

async function withPreload(response: Response): Promise<Response> {
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  const page = (await response.text()).replace('<head>', '<head><script src="/__electron/preload.js"></script>');
  return new Response(page, response);
}

/** What a sandboxed preload can require of Electron, over HTTP. */
function inPage(preload: string): string {
  return `(() => {
    const listeners = [];
    const events = new EventSource('/__electron/events');
    events.onmessage = ({ data }) => {
      const said = JSON.parse(data);
      for (const one of listeners) if (one.channel === said.channel) one.listener({}, said.data);
    };
    const ipcRenderer = {
      on: (channel, listener) => void listeners.push({ channel, listener }),
      off: (channel, listener) => {
        const at = listeners.findIndex((one) => one.channel === channel && one.listener === listener);
        if (at >= 0) listeners.splice(at, 1);
      },
      invoke: async (channel, ...args) => {
        const answer = await fetch('/__electron/invoke', { method: 'POST', body: JSON.stringify({ channel, args }) });
        return (await answer.json()).value;
      },
    };
    const contextBridge = { exposeInMainWorld: (name, value) => { window[name] = value; } };
    const require = (name) => {
      if (name !== 'electron') throw new Error('a sandboxed preload cannot require ' + name);
      return { contextBridge, ipcRenderer };
    };
    const module = { exports: {} }, exports = module.exports;
    ${preload}
  })();`;
}
