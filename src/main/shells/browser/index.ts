import { randomBytes } from 'node:crypto';
import { AppError } from '#contract/result';
import { holderOf } from '../../compose';
import { readOptions } from '../common/arguments';
import { announce, endOnSignals, explainAndExit, openApp } from '../common/open-app';
import { prepareSoon } from '../common/prepare-soon';
import { KeyPages } from './key-page';
import { openPage } from './open-page';
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
  }).catch((error: unknown) => {
    const inUse = error instanceof AppError && error.code === 'data_in_use';
    const url = inUse ? holderOf(options.dataFolder)?.url : null;
    if (!url) throw error;
    announce({ url, already: true });
    if (options.open) openPage(url, options.dataFolder);
    process.exit(0);
  });
  const { app, files, log, downloads } = opened;
  const { renderer: rendererFolder } = files;
  const window = await serveWindow({ app, token, downloads, keyPages, log, rendererFolder, port: options.port });
  app.instance.introduce(window.url);
  endOnSignals(async () => {
    await window.close();
    await app.close();
  });
  announce({ url: window.url });
  prepareSoon(app);
  if (options.open) openPage(window.url, options.dataFolder);
}

main().catch(explainAndExit);
