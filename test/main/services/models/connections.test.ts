import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openLog } from '../../../../src/main/log';
import type { Keychain } from '../../../../src/main/services/ports';
import type { AppEvent } from '../../../../src/preload/contract';
import { AppError } from '../../../../src/preload/contract/result';
import { addData, ask, memoryKeychain, openTestApp } from '../../../support/app';
import { connect } from '../../../support/connected-app';
import { tempFolder } from '../../../support/temp-folder';
import { until } from '../../../support/until';
import { listeningUpstream } from '../../../support/upstream';

const SECRET = 'sk-proj-Zq81LmNcVb72RtYpWsXe';

async function open(options: Parameters<typeof openTestApp>[1] = {}, folder = tempFolder()) {
  const app = await openTestApp(folder, options);
  onTestFinished(() => app.close());
  const events: AppEvent[] = [];
  app.subscribe((event) => events.push(event));
  return { app, folder, events };
}

const everyFile = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe('a connection', () => {
  it('is made from a pasted key, lists its models, and answers with what it was sent written down', async () => {
    const { upstream, baseUrl } = await listeningUpstream({ key: SECRET, models: ['scripted', 'text-embedding-3'] });
    upstream.script({ text: 'Hello.', usage: { input: 1_000, cached: 400, output: 50, reasoning: 20 } });
    const { app, events } = await open();
    const { connection, answerer } = await connect(app, baseUrl, { key: SECRET });
    expect(connection).toMatchObject({ keyState: { where: 'keychain' }, verification: { models: 1, problem: null } });
    expect(app.services.models.list().map(({ name }) => name)).toEqual(['built-in', 'scripted']);
    app.services.models.edit({ answerer, abilities: { price: { input: 2, cached: 0.5, output: 10 } } });

    const answer = await ask(app, 'Say hello');
    expect(answer).toMatchObject({ status: 'completed', answer: 'Hello.' });
    const { transmissions } = app.services.ledger.ofThread({ threadId: null, limit: 10 });
    expect(transmissions).toHaveLength(1);
    const [sent] = transmissions;
    const body = await app.services.ledger.request({ transmissionId: sent!.id, offset: 0, limit: 1_000_000 });
    expect(body.text).toBe(upstream.turns[0]?.text);
    expect(Object.values(sent!.bytes).reduce((sum, bytes) => sum + bytes, 0)).toBe(Buffer.byteLength(body.text));
    expect(sent).toMatchObject({ state: 'closed', status: 200, usage: { promptTokens: 1_000, cachedTokens: 400 } });
    expect(sent?.money).toBeCloseTo((600 * 2 + 400 * 0.5 + 50 * 10) / 1e6, 12);
    expect(events.filter(({ name }) => name === 'ledger.changed')).toHaveLength(2);
  });

  it('leaves its key nowhere: not on disk, in the log, in what the window is told, nor in an error', async () => {
    const { upstream, baseUrl } = await listeningUpstream({ key: SECRET });
    upstream.script({ text: 'Done.' }, { status: 401, error: { error: { message: `Incorrect API key: ${SECRET}` } } });
    const folder = tempFolder();
    const { app, events } = await open({ log: openLog(folder) }, folder);
    const answers: unknown[] = [await connect(app, baseUrl, { key: SECRET })];
    const { id } = await addData(app, 'sales.csv', 'region,amount\nWest,3\n');
    answers.push(await ask(app, 'How much?', { datasetIds: [id] }), await ask(app, 'And again?'));
    answers.push(app.services.connections.list(), app.services.models.list());
    await app.close();
    expect(upstream.turns.length).toBeGreaterThanOrEqual(2);
    expect(upstream.turns.every(({ headers }) => headers.authorization === `Bearer ${SECRET}`)).toBe(true);
    expect(JSON.stringify([answers, events])).not.toContain(SECRET);
    for (const path of everyFile(folder)) expect(readFileSync(path).includes(SECRET), path).toBe(false);
  });

  it('whose server refuses the key says so, in the verification and as the ending of a run', async () => {
    const { baseUrl } = await listeningUpstream({ key: 'sk-another-key-altogether' });
    const { app } = await open();
    const { connection } = await connect(app, baseUrl, { key: SECRET, name: 'Work' });
    expect(connection.verification?.problem).toMatchObject({ code: 'authentication' });
    const answer = await ask(app, 'Say hello');
    expect(answer).toMatchObject({ status: 'failed', ending: { code: 'authentication', connection: 'Work' } });
    const run = app.services.runs.ofThread({ threadId: answer.thread_id as never })[0]!;
    expect(app.services.runs.offers({ runId: run.id }).map(({ answerer }) => answerer)).toEqual(['built-in']);
  });

  it('that moves to another address does not take its key along', async () => {
    const { baseUrl } = await listeningUpstream();
    const kept = new Map<string, string>();
    const { app } = await open({ keychain: memoryKeychain(kept) });
    const { connection } = await connect(app, baseUrl, { key: SECRET });
    expect([...kept.values()]).toEqual([SECRET]);
    const moved = await app.services.connections.update({
      connectionId: connection.id,
      baseUrl: 'https://example.com/v1',
    });
    expect(moved).toMatchObject({ keyState: { where: 'none' }, verification: null });
    expect(kept.size).toBe(0);
  });

  it.each(['http://example.com/v1', 'http://169.254.169.254/v1', 'ftp://127.0.0.1', 'here'])(
    'is never made to %s',
    async (baseUrl) => {
      const { app } = await open();
      const result = await app.dispatch('connections.create', { api: 'chat', baseUrl });
      expect(result).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
    },
  );
});

describe('a key', () => {
  const refusing: Keychain = {
    get: () => Promise.reject(new AppError('keychain_unavailable', 'Unlock it.')),
    set: () => Promise.reject(new AppError('keychain_unavailable', 'Unlock it.')),
    remove: () => Promise.reject(new AppError('keychain_unavailable', 'Unlock it.')),
  };

  it('that no keychain takes is used in this session, and is missing in the next', async () => {
    const { upstream, baseUrl } = await listeningUpstream({ key: SECRET });
    upstream.script({ text: 'Hello.' });
    const first = await open({ keychain: refusing });
    const { connection } = await connect(first.app, baseUrl, { key: SECRET });
    expect(connection.keyState).toEqual({ where: 'session', detail: 'Unlock it.' });
    expect((await ask(first.app, 'Say hello')).status).toBe('completed');
    await first.app.close();
    const second = await open({ keychain: refusing }, first.folder);
    expect(second.app.services.connections.list()[0]?.keyState).toMatchObject({ where: 'missing' });
  });

  it('in a keychain that is locked later is told as such, and a run says what is wrong', async () => {
    const { baseUrl } = await listeningUpstream({ key: SECRET });
    const first = await open({ keychain: memoryKeychain() });
    const { connection } = await connect(first.app, baseUrl, { key: SECRET });
    await first.app.close();
    const second = await open({ keychain: refusing }, first.folder);
    await second.app.services.connections.verify({ connectionId: connection.id, probe: false });
    expect(second.app.services.connections.list()[0]).toMatchObject({
      keyState: { where: 'locked', detail: 'Unlock it.' },
      verification: { problem: { code: 'authentication' } },
    });
  });

  it('whose keychain hangs is used meanwhile, and kept when the keychain answers after all', async () => {
    const kept = new Map<string, string>();
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const keychain = {
      ...memoryKeychain(kept),
      set: (name: string, key: string) => answered.then(() => void kept.set(name, key)),
    };
    const { baseUrl } = await listeningUpstream({ key: SECRET });
    const { app } = await open({ keychain, keychainPatienceMs: 20 });
    const { connection } = await connect(app, baseUrl, { key: SECRET });
    expect(connection).toMatchObject({ keyState: { where: 'session' }, verification: { problem: null } });
    answer();
    await until('the key to be kept', () => app.services.connections.list()[0]?.keyState.where === 'keychain');
    expect([...kept.values()]).toEqual([SECRET]);
  });
});
