import { AppError } from '#contract/result';
import type { App } from '../../compose';
import { readOptions } from '../common/arguments';
import { openEngineDoor } from '../common/engine-door';
import { answererFrom, takeKey } from '../common/model-options';
import { announce, endOnSignals, explainAndExit, openApp, withoutWindow } from '../common/open-app';
import { prepareSoon } from '../common/prepare-soon';
import { serveKey } from './serve-key';

async function keptKey(app: App, readKey: (name: string) => Promise<string | null>): Promise<string | null> {
  const { set } = await app.services.keys.status({ name: 'serve' });
  return set ? readKey('serve') : null;
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), 'serve');
  const modelKey = takeKey(options.model, process.env);
  const { app, log, keychain } = await openApp({
    ...options,
    withEngine: true,
    shell: 'headless',
    ...withoutWindow,
  });
  if (!app.engine)
    throw new AppError('unavailable', 'The engine could not be started. The log in the data folder says why.');
  const answerer = await answererFrom(app, options.model, modelKey, { waits: false });
  if (answerer !== null) app.services.models.setUsual(answerer);
  const key = await serveKey({
    keyFile: options.keyFile,
    fromEnvironment: process.env.ASSAY_API_KEY,
    kept: () => keptKey(app, keychain.get),
    warn: (text) => process.stderr.write(`${text}\n`),
  });
  const { requestsPerMinute } = app.services.settings.get().endpoint;
  const door = await openEngineDoor({
    engine: app.engine,
    key: () => key,
    requestsPerMinute: () => requestsPerMinute,
    port: options.port,
    log,
  });
  endOnSignals(async () => {
    await door.close();
    await app.close();
  });
  announce({ base_url: door.baseUrl, api_key: key });
  prepareSoon(app);
}

main().catch(explainAndExit);
