import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import OpenAI from 'openai';
import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { root } from '../../scripts/built.mjs';
import { freePort } from '../../src/main/shells/common/listen';
import { browserForFile, CHROMIUM, expectAccessible, type Looking } from '../support/chromium';
import { KEYRING, openKeyring } from '../support/keyring';
import { needs } from '../support/needs';
import { rawClient } from '../support/raw-http';
import { startApp } from '../support/running-app';
import { tempFolder } from '../support/temp-folder';
import { until } from '../support/until';

const open = browserForFile();

async function start(folder: string, env: Record<string, string>) {
  const app = await startApp(folder, [], env);
  onTestFinished(() => app.stop());
  return app;
}

async function openAccess(url: string, looking: Looking = {}): Promise<Page> {
  const page = await open(url, looking);
  await page.getByLabel('Your question').waitFor();
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'API access' }).click();
  await page.getByLabel('Let programs on this computer').waitFor();
  return page;
}

/** Turns access on at a port that no other test uses, and reads what the page shows. */
async function turnOn(page: Page) {
  const port = await freePort();
  await page.getByLabel('Port', { exact: true }).fill(String(port));
  await page.keyboard.press('Enter');
  const baseURL = `http://127.0.0.1:${port}/v1`;
  await page.getByText(baseURL, { exact: true }).waitFor();
  await page.getByLabel('Let programs on this computer').click();
  await page.getByText(`Open at 127.0.0.1:${port}`).waitFor();
  return { baseURL, port, apiKey: await copyKey(page) };
}

async function copyKey(page: Page): Promise<string> {
  const [confirmation] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('button', { name: 'Copy key' }).click(),
  ]);
  await confirmation.getByRole('button', { name: 'Copy the key' }).click();
  await confirmation.getByText('Copied.').waitFor();
  await confirmation.close();
  const key = String(await page.evaluate('navigator.clipboard.readText()'));
  await page.getByRole('button', { name: 'Copy key' }).waitFor();
  return key;
}

const clientFor = (baseURL: string, apiKey: string) => new OpenAI({ baseURL, apiKey, maxRetries: 0 });
const log = (page: Page) => page.getByRole('region', { name: 'The last requests, newest first' });

describe('access for scripts', needs(CHROMIUM, KEYRING), () => {
  it('goes from the switch to a script’s answer, a new key, off, and stays as it was left', async () => {
    const folder = tempFolder();
    const keyring = await openKeyring();
    const app = await start(folder, keyring);
    const page = await openAccess(app.url);
    await page.getByText('Closed. No program can connect.').waitFor();
    const { baseURL, apiKey } = await turnOn(page);

    const client = clientFor(baseURL, apiKey);
    const assistant = await client.beta.assistants.create({ model: 'built-in' });
    const thread = await client.beta.threads.create({ messages: [{ role: 'user', content: 'Hello' }] });
    const run = await client.beta.threads.runs.createAndPoll(thread.id, { assistant_id: assistant.id });
    expect(run.status).toBe('completed');
    await log(page).getByText(`/v1/threads/${thread.id}/runs`, { exact: true }).waitFor();
    await log(page)
      .getByText(/^OpenAI\/JS/)
      .first()
      .waitFor();
    await page.getByText('Your threads will be listed here.').waitFor();

    await page.getByRole('button', { name: 'New key…' }).click();
    await page.getByRole('button', { name: 'Make a new key' }).click();
    await page.getByText('There is a new key').waitFor();
    await expect(client.models.list()).rejects.toMatchObject({ status: 401, code: 'invalid_api_key' });
    await page.getByText('Errors (1)').click();
    await log(page).getByText('401').waitFor();
    const renewed = await copyKey(page);
    expect((await clientFor(baseURL, renewed).models.list()).data).not.toEqual([]);

    await app.stop();
    const again = await start(folder, keyring);
    await until('access to be there again', () =>
      clientFor(baseURL, renewed)
        .models.list()
        .catch(() => null),
    );
    const later = await openAccess(again.url);
    await later.getByText('and again whenever Assay starts').waitFor();
    await later.getByLabel('Let programs on this computer').click();
    await later.getByText('Closed. No program can connect.').waitFor();
    await expect(clientFor(baseURL, renewed).models.list()).rejects.toThrow(/Connection error/);
    await again.stop();
    const closed = await start(folder, keyring);
    expect(await closed.api.endpoint.get({})).toMatchObject({ on: false, open: false });
    await expect(clientFor(baseURL, renewed).models.list()).rejects.toThrow(/Connection error/);
    for (const secret of [apiKey, renewed]) expect(filesWith(folder, secret)).toEqual([]);
  });

  it('shows examples that run as they stand', async () => {
    const app = await start(tempFolder(), await openKeyring());
    const page = await openAccess(app.url);
    const { apiKey } = await turnOn(page);
    const env = { PATH: process.env.PATH, OPENAI_API_KEY: apiKey };
    const example = async (tab: string) => {
      await page.getByRole('tab', { name: tab }).click();
      await page.getByRole('button', { name: `Copy the ${tab} example` }).click();
      await page.getByText('Copied').waitFor();
      return String(await page.evaluate('navigator.clipboard.readText()'));
    };
    const folder = tempFolder();
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(folder, 'example.mjs'), await example('Node'));
    const node = spawnSync(process.execPath, ['example.mjs'], { cwd: folder, env, encoding: 'utf8' });
    expect(node.stderr).toBe('');
    expect(node.stdout.length).toBeGreaterThan(20);
    const curl = spawnSync('sh', ['-c', await example('curl')], { env, encoding: 'utf8' });
    expect(curl.stdout).toContain('"id":"built-in"');
    expect(curl.stdout).toMatch(/"id":"asst_/);
    expect(await example('Python')).toContain('os.environ["OPENAI_API_KEY"]');
  });

  it('offers a free port when the wanted one is taken', async () => {
    const other = await start(tempFolder(), await openKeyring());
    const taken = await turnOn(await openAccess(other.url));
    const app = await start(tempFolder(), await openKeyring());
    const page = await openAccess(app.url);
    await page.getByLabel('Port', { exact: true }).fill(String(taken.port));
    await page.keyboard.press('Enter');
    await page.getByText(taken.baseURL, { exact: true }).waitFor();
    await page.getByLabel('Let programs on this computer').click();
    await page.getByText(`Port ${taken.port} is used by another program`).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: /^Use port \d+$/ }).click();
    await page.getByText(/^Open at 127/).waitFor();
  });

  it('answers its window quickly while hostile programs hang on its door', async () => {
    const app = await start(tempFolder(), await openKeyring());
    const page = await openAccess(app.url);
    const { port, baseURL, apiKey } = await turnOn(page);
    const clients = await Promise.all(Array.from({ length: 300 }, () => rawClient(port)));
    for (const [n, { socket }] of clients.entries())
      socket.write(n % 2 ? 'GET /v1/models HTTP/1.1\r\nX: ' : '\r\n\r\n');
    const times: number[] = [];
    for (let n = 0; n < 20; n += 1) {
      const before = performance.now();
      await app.api.threads.list({});
      times.push(performance.now() - before);
    }
    expect(times.toSorted((a, b) => a - b)[10]).toBeLessThan(250);
    expect((await clientFor(baseURL, apiKey).models.list()).data).not.toEqual([]);
  });

  it('stays closed where there is no keychain, says what to do, and keeps no key', async () => {
    const folder = tempFolder();
    const nobody = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere', DISPLAY: '', XDG_RUNTIME_DIR: tempFolder() };
    const app = await start(folder, nobody);
    const page = await openAccess(app.url);
    await page.getByLabel('Let programs on this computer').click();
    await page.getByText('No keychain answers.').waitFor();
    await page.getByText('Closed. No program can connect.').waitFor();
    await page.getByRole('button', { name: 'Copy key' }).click();
    await page.getByRole('alert').getByText('No keychain answers.').waitFor();
    await app.stop();
    expect(filesWith(folder, 'assay-')).toEqual([]);
  });

  it.each([
    { scheme: 'light', width: 1440, height: 900 },
    { scheme: 'dark', width: 1024, height: 700 },
  ] as const)('is accessible, and whole, in $scheme at $width × $height', async (looking) => {
    const app = await start(tempFolder(), await openKeyring());
    const page = await openAccess(app.url, looking);
    await expectAccessible(page);
    const { baseURL, apiKey } = await turnOn(page);
    for (let n = 0; n < 40; n += 1)
      await fetch(`${baseURL}/models`, { headers: { authorization: `Bearer ${n % 3 ? apiKey : 'sk-wrong'}` } });
    await log(page).getByText('401').first().waitFor();
    await expectAccessible(page);
    expect(
      await page.evaluate('document.querySelector("main").scrollWidth <= document.querySelector("main").clientWidth'),
    ).toBe(true);
    await page.getByRole('button', { name: 'New key…' }).click();
    await page.getByRole('button', { name: 'Keep this one' }).waitFor();
    await expectAccessible(page);
  });
});

/** Files below a folder that hold the text. */
function filesWith(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => statSync(path).size < 50_000_000 && readFileSync(path).includes(text));
}
