import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { root } from '../../scripts/built.mjs';
import { browserForFile, CHROMIUM, drop } from '../support/chromium';
import { crash, DUMPS } from '../support/dumps';
import { KEYRING, openKeyring } from '../support/keyring';
import { askQuestion, chooseModel, connectModel, dropData } from '../support/model-journey';
import { needs, PROC } from '../support/needs';
import { DENO } from '../support/python';
import { startApp } from '../support/running-app';
import { descendantsOf, secretSearch } from '../support/secrets';
import { tempFolder } from '../support/temp-folder';
import { type Answer, listeningUpstream, type ScriptedUpstream, type Speech } from '../support/upstream';

const FIRST = 'sk-proj-Zq81LmNcVb72RtYpWsXeQ4hJ';
const SECOND = 'sk-proj-Hd93KwTfGu56BxOaIvEcM7nP';
const SECRETS = secretSearch([FIRST, SECOND]);
/** Where the app keeps its caches in tests, by the name it has as a program. */
const CACHE = resolve('node_modules/.cache/Assay');
const open = browserForFile();

const query: Speech = { calls: [{ name: 'query_data', arguments: { sql: 'SELECT sum(amount) AS total FROM sales' } }] };
const python: Speech = {
  calls: [{ name: 'python', arguments: { code: 'import os\nprint("environment:", dict(os.environ))' } }],
};
/** A server that repeats whatever it was sent, wherever an error has room for it. */
const telling = (key: string): Answer => ({
  status: 401,
  headers: { 'x-key': key, 'www-authenticate': `Bearer ${key}` },
  error: { error: { message: `Incorrect API key provided: ${key}`, type: key, param: key, code: `bad_${key}` } },
});

/** All that the app gives to its window: answers and files as they come, events as they are sent. */
function listen(page: Page, url: string): { all(): Promise<string>; stop(): void } {
  const { origin, hash } = new URL(url);
  const given: Promise<string>[] = [];
  page.on('response', (response) => {
    if (!response.url().endsWith('/api/events')) given.push(response.text().catch(() => ''));
  });
  let events = '';
  const aborter = new AbortController();
  const authorization = `Bearer ${hash.replace('#token=', '')}`;
  const heard = fetch(`${origin}/api/events`, { headers: { authorization }, signal: aborter.signal })
    .then(async (response) => {
      for await (const chunk of response.body ?? []) events += Buffer.from(chunk).toString();
    })
    .catch(() => undefined);
  return {
    all: async () => {
      await heard;
      return `${(await Promise.all(given)).join('\n')}\n${events}`;
    },
    stop: () => aborter.abort(),
  };
}

async function download(page: Page, save: () => Promise<unknown>): Promise<Buffer> {
  const [saved] = await Promise.all([page.waitForEvent('download'), save()]);
  return readFileSync(await saved.path());
}

const answered = (page: Page, words: string) =>
  page.getByRole('article', { name: 'Answer' }).getByText(words).first().waitFor({ timeout: 60_000 });

/** What an analyst does with a model from the first key to the last export. */
async function wholeSession(page: Page, upstream: ScriptedUpstream, baseUrl: string): Promise<Buffer[]> {
  await connectModel(page, baseUrl, { key: FIRST });
  await page.getByText(/^1 model · answered in/).waitFor();
  await page.getByRole('button', { name: 'New thread' }).click();
  await chooseModel(page, 'scripted');
  await dropData(page, 'sales.csv', 'region,amount\nWest,30\nEast,20\n');
  await drop(page, 'notes.md', '# Notes\n\nStorks nest in spring.\n');
  await page.getByRole('article', { name: 'Document notes.md' }).getByText('Ready').waitFor();
  upstream.script(query, python, { text: 'It was 50.' });
  await askQuestion(page, 'How much was sold?');
  await answered(page, 'It was 50.');

  upstream.script(telling(FIRST));
  await askQuestion(page, 'And now?');
  await page.getByRole('button', { name: 'Open Connections' }).click();
  upstream.options = { ...upstream.options, key: SECOND };
  await page.getByRole('button', { name: 'New key…' }).click();
  await page.getByLabel(/^New key for/).fill(SECOND);
  await page.keyboard.press('Enter');
  await page.getByText(/^1 model · answered in/).waitFor();
  await page.keyboard.press('Alt+ArrowDown');
  upstream.script({ text: 'The same again.' }, telling(SECOND));
  await page.getByRole('button', { name: 'Run again' }).click();
  await answered(page, 'The same again.');
  await askQuestion(page, 'Sure?');
  await page.getByRole('button', { name: 'Open Connections' }).waitFor();

  await page
    .getByRole('button', { name: / sent$/ })
    .first()
    .click();
  const ledger = await download(page, () => page.getByRole('button', { name: 'Export as JSON' }).click());
  await page.keyboard.press('Control+k');
  await page.locator('[aria-label="Search threads, or type a command"]:focus').waitFor();
  await page.keyboard.type('export this');
  await page.getByRole('dialog').getByText('Export this thread…').click();
  const exporting = page.getByRole('dialog', { name: /^Export “/ });
  await exporting.getByRole('radio', { name: 'Jupyter notebook' }).check();
  const notebook = await download(page, () => exporting.getByRole('button', { name: 'Export' }).click());
  return [ledger, notebook];
}

function said(child: ChildProcess): () => string {
  let all = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      all += String(chunk);
    });
  return () => all;
}

/** Whatever was started was called, and given an environment, without a key; those that matter were among them. */
function expectBare(children: ReturnType<typeof descendantsOf>): void {
  for (const name of [/data-process/, /deno/]) expect(children.some(({ command }) => name.test(command))).toBe(true);
  for (const { command, environment } of children) expect(SECRETS.isIn(command + environment), command).toBe(false);
}

describe('the key of a connection', () => {
  it.each([
    ['no keychain', null],
    ['a keychain', KEYRING],
  ])('is nowhere after a whole session with %s', needs(CHROMIUM, PROC, DENO, KEYRING), async (_, keyring) => {
    const begun = Date.now();
    const { upstream, baseUrl } = await listeningUpstream({ key: FIRST, models: ['scripted'] });
    const [folder, home] = [tempFolder(), tempFolder()];
    const keychain = keyring ? await openKeyring() : { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' };
    const own = { HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, TMPDIR: home };
    const app = await startApp(folder, [], { ...own, ...keychain });
    onTestFinished(() => app.stop());
    const output = said(app.process);
    const page = await open(app.url);
    const window = listen(page, app.url);
    const exports = await wholeSession(page, upstream, baseUrl);
    expect((await app.api.connections.list({}))[0]?.keyState.where).toBe(keyring ? 'keychain' : 'session');

    const keysUsed = new Set(upstream.turns.map(({ headers }) => headers.authorization));
    expect([...keysUsed]).toEqual([`Bearer ${FIRST}`, `Bearer ${SECOND}`]);
    const printed = JSON.stringify(upstream.turns.map(({ json }) => json));
    expect(printed).toContain('environment:');
    expectBare(descendantsOf(app.process.pid ?? -1));
    expect(SECRETS.isIn(printed)).toBe(false);
    const stored = await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])');
    expect(SECRETS.isIn(`${await page.content()}${String(stored)}`)).toBe(false);
    for (const bytes of exports) {
      expect(bytes.length).toBeGreaterThan(100);
      expect(SECRETS.isIn(bytes)).toBe(false);
    }
    // While it runs, what is written last is in the logs of the databases.
    const during = SECRETS.filesWith(folder);
    window.stop();
    await app.stop();
    expect(app.process.exitCode).toBe(0);
    expect(during.found).toEqual([]);
    expect(during.read).toBeGreaterThan(5);
    for (const [place, since] of [
      [folder, 0],
      [home, 0],
      [CACHE, begun],
    ] as const)
      expect(SECRETS.filesWith(place, since).found).toEqual([]);
    const given = await window.all();
    expect(given).toContain('The same again.');
    expect(SECRETS.isIn(given)).toBe(false);
    expect(SECRETS.isIn(output())).toBe(false);
  });

  it('is not in what the system keeps of the app when it crashes', needs(DUMPS), async () => {
    const { baseUrl } = await listeningUpstream({ key: FIRST, models: ['scripted'] });
    const app = await startApp(tempFolder(), [], { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' });
    onTestFinished(() => app.stop());
    const { id: connectionId } = await app.api.connections.create({
      preset: null,
      api: 'responses',
      baseUrl,
      boundary: 'results',
      allowHttp: false,
      key: FIRST,
    });
    expect(await app.api.connections.verify({ connectionId, probe: false })).toMatchObject({
      keyState: { where: 'session' },
    });
    const dump = await crash(app.process);
    expect(dump.length).toBeGreaterThan(1_000);
    expect(SECRETS.isIn(dump)).toBe(false);
  });

  it('of the environment is passed on to nothing that a command starts, nor kept', needs(PROC, DENO), async () => {
    const begun = Date.now();
    const { upstream, baseUrl } = await listeningUpstream({ key: FIRST, models: ['scripted'] });
    let children: ReturnType<typeof descendantsOf> = [];
    const folder = tempFolder();
    const server = ['--base-url', baseUrl, '--api', 'responses', '--model', 'scripted', '--key-env', 'MODEL_KEY'];
    const given = ['--json', '--data', folder, '--file', resolve('resources/samples/sales.csv'), ...server];
    const child = spawn(process.execPath, [join(root, 'out/main/ask.js'), ...given, 'How much was sold?'], {
      env: { ...process.env, MODEL_KEY: FIRST, TMPDIR: tempFolder() },
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    upstream.script(query, python, () => {
      children = descendantsOf(child.pid ?? -1);
      return { text: 'It was a lot.' };
    });
    const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
    expect(JSON.parse(out)).toMatchObject({ answered: true, answer: 'It was a lot.' });
    expect(upstream.turns[0]?.headers.authorization).toBe(`Bearer ${FIRST}`);
    expect(JSON.stringify(upstream.turns.at(-1)?.json)).toContain('environment:');
    expectBare(children);
    expect(SECRETS.isIn(out + err)).toBe(false);
    expect(SECRETS.filesWith(folder).found).toEqual([]);
    expect(SECRETS.filesWith(CACHE, begun).found).toEqual([]);
    expect(upstream.turns.some(({ text: body }) => SECRETS.isIn(body))).toBe(false);
  });
});
