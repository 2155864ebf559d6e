import { randomBytes } from 'node:crypto';
import { AppError } from '#contract/result';
import type { App } from '../../compose';
import { readOptions } from '../common/arguments';
import { openEngineDoor } from '../common/engine-door';
import { announce, endOnSignals, explainAndExit, openApp, withoutWindow } from '../common/open-app';
import { prepareSoon } from '../common/prepare-soon';

/** The key scripts sign in with: the one in the keychain when there is one, else a new one for this time. */
async function apiKey(app: App, readKey: (name: string) => Promise<string | null>): Promise<string> {
  const { set } = await app.services.keys.status({ name: 'serve' });
  const kept = set ? await readKey('serve') : null;
  return kept ?? `assay-${randomBytes(24).toString('base64url')}`;
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), 'serve');
  const { app, log, keychain } = await openApp({
    ...options,
    withEngine: true,
    shell: 'headless',
    ...withoutWindow,
  });
  if (!app.engine)
    throw new AppError('unavailable', 'The engine could not be started. The log in the data folder says why.');
  const key = await apiKey(app, keychain.get);
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
