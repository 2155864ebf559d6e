import { randomBytes } from 'node:crypto';
import { AppError } from '#contract/result';
import { holderOf } from '../../compose';
import { type CommonOptions, readOptions } from '../common/arguments';
import { announce, endOnSignals, explainAndExit, openApp } from '../common/open-app';
import { prepareSoon } from '../common/prepare-soon';
import { KeyPages } from './key-page';
import { openPage, removePage } from './open-page';
import { serveWindow } from './server';

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), 'start');
  const token = randomBytes(32).toString('base64url');
  const keyPages = new KeyPages();
  const opened = await openApp({
    ...options,
    shell: 'browser',
    downloadUrl: (id) => `/files/${token}/download/${id}`,
    offerKey: (key) => keyPages.offer(key),
  }).catch(async (error: unknown) => {
    const inUse = error instanceof AppError && error.code === 'data_in_use';
    const url = inUse ? holderOf(options.dataFolder)?.url : null;
    if (!url) throw error;
    await pointTo(url, options);
    process.exit(0);
  });
  const { app, files, log, downloads } = opened;
  const window = await serveWindow({
    app,
    token,
    downloads,
    keyPages,
    log,
    rendererFolder: files.renderer,
    port: options.port,
    onSignIn: () => removePage(options.dataFolder),
  });
  app.instance.introduce(window.url);
  endOnSignals(async () => {
    removePage(options.dataFolder);
    await window.close();
    await app.close();
  });
  announce({ url: window.url });
  prepareSoon(app);
  if (options.open) openPage(window.signInUrl(), options.dataFolder);
}

/** The app is open already: its window is shown once more, by a code that it is asked for. */
async function pointTo(url: string, { open, dataFolder }: CommonOptions): Promise<void> {
  announce({ url, already: true });
  if (!open) return;
  const { origin, hash } = new URL(url);
  const response = await fetch(`${origin}/api/sign-in-code`, {
    method: 'POST',
    headers: { authorization: `Bearer ${hash.replace('#token=', '')}`, 'content-type': 'application/json' },
  });
  const answer: unknown = await response.json();
  if (typeof answer === 'object' && answer !== null && 'url' in answer) openPage(String(answer.url), dataFolder);
}

main().catch(explainAndExit);
