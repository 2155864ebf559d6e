import OpenAI from 'openai';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { silentLog } from '../../../src/main/log';
import { Endpoint } from '../../../src/main/services/endpoint';
import type { Keychain } from '../../../src/main/services/ports';
import { AppSettings } from '../../../src/main/services/settings';
import { engineDoors } from '../../../src/main/shells/common/engine-door';
import { osKeychain } from '../../../src/main/shells/common/keychain';
import { freePort } from '../../../src/main/shells/common/listen';
import type { AppEvent, Settings as SettingsShape } from '../../../src/preload/contract';
import { defaultSettings } from '../../../src/preload/contract/settings';
import { ask, openTestApp } from '../../support/app';
import { openTestDoor } from '../../support/engine-door';
import { clientOver } from '../../support/running-app';
import { tempFolder } from '../../support/temp-folder';

const noKeychain = osKeychain(async () => {
  throw new Error('libsecret-1.so.0: cannot open shared object file');
});

/** The service on real sockets, with an engine that answers everything. */
async function start(options: { keychain?: Keychain; engine?: null; kept?: Partial<SettingsShape['endpoint']> } = {}) {
  const port = await freePort();
  const settings: SettingsShape = {
    ...defaultSettings,
    endpoint: { ...defaultSettings.endpoint, port, ...options.kept },
  };
  const secrets = new Map<string, string>();
  const events: AppEvent[] = [];
  const shell = {
    save: vi.fn(),
    showFolder: async () => false,
    handOverKey: vi.fn(async (_: string): Promise<string | null> => null),
  };
  const emit = (event: AppEvent) => void events.push(event);
  const file = { read: () => settings, write: (next: SettingsShape) => void Object.assign(settings, next) };
  const endpoint = new Endpoint({
    engine: options.engine === null ? null : { fetch: async () => Response.json({ object: 'list', data: [] }) },
    doors: engineDoors(silentLog),
    settings: new AppSettings({ file, shell, about: vi.fn(), dataFolder: '', emit }),
    keychain: options.keychain ?? {
      get: async (name) => secrets.get(name) ?? null,
      set: async (name, value) => void secrets.set(name, value),
      remove: async (name) => void secrets.delete(name),
    },
    shell,
    emit,
    log: silentLog,
  });
  onTestFinished(() => endpoint.end());
  const status = async (key: string | undefined, at = port) => {
    const headers = { authorization: `Bearer ${key}` };
    return fetch(`http://127.0.0.1:${at}/v1/models`, { headers }).then(
      (response) => response.status,
      () => 'refused',
    );
  };
  return { endpoint, port, secrets, events, shell, status, settings: () => settings };
}

describe('the door for scripts, as the app has it', () => {
  it('is closed at first, with no key made', async () => {
    const { endpoint, port, secrets, status } = await start();
    await endpoint.resume();
    expect(endpoint.get()).toMatchObject({
      on: false,
      open: false,
      problem: null,
      baseUrl: `http://127.0.0.1:${port}/v1`,
    });
    expect(await status('any')).toBe('refused');
    expect(secrets.size).toBe(0);
  });

  it('opens with a key of its own, and closes at once', async () => {
    const { endpoint, secrets, status, settings, events } = await start();
    expect(await endpoint.open({})).toMatchObject({ on: true, open: true, problem: null });
    const key = secrets.get('serve');
    expect(key).toMatch(/^assay-[A-Za-z0-9]{40,}$/);
    expect([await status(key), await status('sk-wrong')]).toEqual([200, 401]);
    expect(settings().endpoint.on).toBe(true);
    expect(await endpoint.close()).toMatchObject({ on: false, open: false });
    expect(await status(key)).toBe('refused');
    expect(JSON.stringify([events, settings()])).not.toContain(key);
  });

  it('opens again at the next start, as it was left', async () => {
    const { endpoint, secrets, status } = await start({ kept: { on: true } });
    secrets.set('serve', 'assay-kept-from-before');
    await endpoint.resume();
    expect(await status('assay-kept-from-before')).toBe(200);
    await endpoint.end();
    expect(await status('assay-kept-from-before')).toBe('refused');
    expect(endpoint.get().on).toBe(true);
  });

  it('says that a port is taken, offers a free one, and opens there', async () => {
    const other = await openTestDoor();
    const { endpoint, status, secrets } = await start({ kept: { port: other.port } });
    const { problem, open, on } = await endpoint.open({});
    expect({ open, on, code: problem?.code }).toEqual({ open: false, on: false, code: 'port_taken' });
    expect(problem?.message).toContain(String(other.port));
    const free = problem?.freePort ?? 0;
    expect(await endpoint.open({ port: free })).toMatchObject({ open: true, port: free, problem: null });
    expect(await status(secrets.get('serve'), free)).toBe(200);
  });

  it('keeps wanting to be open when its port is taken at the start', async () => {
    const other = await openTestDoor();
    const { endpoint } = await start({ kept: { on: true, port: other.port } });
    await endpoint.resume();
    expect(endpoint.get()).toMatchObject({ on: true, open: false, problem: { code: 'port_taken' } });
    await other.close();
    expect(await endpoint.open({})).toMatchObject({ open: true, problem: null });
  });

  it('moves to another port, and stays where it is when that one is taken', async () => {
    const other = await openTestDoor();
    const { endpoint, port, secrets, status } = await start();
    await endpoint.open({});
    const key = secrets.get('serve');
    expect(await endpoint.change({ port: other.port })).toMatchObject({
      port,
      open: true,
      problem: { code: 'port_taken' },
    });
    expect(await status(key)).toBe(200);
    const next = await freePort();
    expect(await endpoint.change({ port: next })).toMatchObject({ port: next, open: true, problem: null });
    expect([await status(key), await status(key, next)]).toEqual(['refused', 200]);
  });

  it('makes a new key that counts at once, and the old one no longer', async () => {
    const { endpoint, secrets, status } = await start();
    await endpoint.open({});
    const before = secrets.get('serve');
    await endpoint.rotateKey();
    const after = secrets.get('serve');
    expect(after).not.toBe(before);
    expect([await status(before), await status(after)]).toEqual([401, 200]);
  });

  it('gives the key to the shell to hand over, and to the window never', async () => {
    const { endpoint, secrets, shell } = await start();
    expect(await endpoint.copyKey()).toEqual({ confirmAt: null });
    shell.handOverKey.mockResolvedValue('/key/1');
    expect(await endpoint.copyKey()).toEqual({ confirmAt: '/key/1' });
    expect(shell.handOverKey).toHaveBeenLastCalledWith(secrets.get('serve'));
  });

  it('says what to do when there is no keychain, and stays closed', async () => {
    const { endpoint, status, settings } = await start({ keychain: noKeychain });
    const { open, problem } = await endpoint.open({});
    expect(open).toBe(false);
    expect(problem).toMatchObject({ code: 'keychain_unavailable', message: expect.stringMatching(/keychain/i) });
    for (const act of [() => endpoint.copyKey(), () => endpoint.rotateKey()])
      await expect(act()).rejects.toMatchObject({ code: 'keychain_unavailable' });
    expect(await status('')).toBe('refused');
    expect(JSON.stringify(settings())).not.toContain('assay-');
  });

  it('says that there is nothing to connect to while the engine is off', async () => {
    const { endpoint, secrets } = await start({ engine: null });
    expect((await endpoint.open({})).problem?.message).toContain('The engine is off');
    expect(secrets.size).toBe(0);
  });

  it('lets nobody in with a key that was taken out of the keychain', async () => {
    const { endpoint, secrets, status } = await start();
    await endpoint.open({});
    const key = secrets.get('serve');
    secrets.set('serve', 'assay-set-by-hand');
    await endpoint.keyChanged('serve');
    expect([await status(key), await status('assay-set-by-hand')]).toEqual([401, 200]);
    secrets.delete('serve');
    await endpoint.keyChanged('serve');
    expect(await status('assay-set-by-hand')).toBe('refused');
    expect(endpoint.get()).toMatchObject({ on: false, open: false });
  });

  it('keeps a new limit, and holds requests to it', async () => {
    const { endpoint, secrets, status } = await start();
    await endpoint.open({});
    await endpoint.change({ requestsPerMinute: 60 });
    const key = secrets.get('serve');
    const statuses = new Set<unknown>();
    for (let n = 0; n < 70; n += 1) statuses.add(await status(key));
    expect([...statuses]).toEqual([200, 429]);
  });

  it('does as asked in the order asked, however quickly', async () => {
    const { endpoint, secrets, status } = await start();
    await Promise.all([
      endpoint.open({}),
      endpoint.close(),
      endpoint.open({}),
      endpoint.rotateKey(),
      endpoint.open({}),
    ]);
    expect(endpoint.get()).toMatchObject({ on: true, open: true });
    expect(await status(secrets.get('serve'))).toBe(200);
  });

  it('remembers the last requests, newest first, and tells of them in bundles', async () => {
    const { endpoint, secrets, status, events } = await start();
    await endpoint.open({});
    const key = secrets.get('serve');
    for (let n = 0; n < 510; n += 1) await status(n === 509 ? 'sk-wrong' : key);
    await expect.poll(() => endpoint.requests()).toHaveLength(500);
    await expect.poll(() => endpoint.requests()[0]).toMatchObject({ status: 401, method: 'GET' });
    const told = events.filter((event) => event.name === 'endpoint.requested');
    expect(told.length).toBeLessThan(100);
    expect(JSON.stringify([endpoint.requests(), told])).not.toContain(key);
    endpoint.clearRequests();
    expect(endpoint.requests()).toEqual([]);
  });
});

describe('the door of the whole app', () => {
  it('serves scripts beside the app, and neither gets into the other’s threads', async () => {
    let key = '';
    const handOverKey = async (given: string) => {
      key = given;
      return null;
    };
    const app = await openTestApp(tempFolder(), { handOverKey });
    onTestFinished(() => app.close());
    const api = clientOver(async (name, input) => {
      const result = await app.dispatch(name, input);
      if (!result.ok) throw new Error(result.error.message);
      return result.value;
    });
    const port = await freePort();
    const { baseUrl } = await api.endpoint.open({ port });
    await api.endpoint.copyKey({});
    const client = new OpenAI({ baseURL: baseUrl, apiKey: key, maxRetries: 0 });
    const assistant = await client.beta.assistants.create({ model: 'built-in' });
    const thread = await client.beta.threads.create({ messages: [{ role: 'user', content: 'Hello' }] });
    const run = await client.beta.threads.runs.createAndPoll(thread.id, { assistant_id: assistant.id });
    expect(run.status).toBe('completed');
    expect((await api.threads.list({})).threads).toEqual([]);
    await expect.poll(async () => (await api.endpoint.requests({})).length).toBeGreaterThan(3);

    expect((await ask(app, 'Hello')).status).toBe('completed');
    for await (const one of client.beta.assistants.list()) await client.beta.assistants.delete(one.id);
    expect((await ask(app, 'Hello again')).status).toBe('completed');
    expect((await api.threads.list({})).threads).toHaveLength(2);

    const [mine] = (await api.threads.list({})).threads;
    if (!mine) throw new Error('the thread is not listed');
    await client.beta.threads.delete(mine.id);
    await expect(ask(app, 'And now?', { threadId: mine.id })).rejects.toThrow('What is saved here stays readable.');
    expect((await api.threads.messages({ threadId: mine.id })).messages.length).toBeGreaterThanOrEqual(2);

    await api.keys.remove({ name: 'serve' });
    expect(await api.endpoint.get({})).toMatchObject({ open: false, on: false });
    await expect(client.models.list()).rejects.toThrow();
  });

  it('cannot be opened by changing settings behind its back', async () => {
    const app = await openTestApp(tempFolder());
    onTestFinished(() => app.close());
    await app.dispatch('settings.change', { endpoint: { on: true, port: 7_718, requestsPerMinute: 60 } });
    expect(app.services.settings.get().endpoint).toEqual(defaultSettings.endpoint);
  });
});
