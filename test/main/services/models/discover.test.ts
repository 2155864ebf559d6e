import { expect, it, onTestFinished } from 'vitest';
import { modelServers } from '../../../../src/main/compose/model-servers';
import { nodeFetchThrough } from '../../../../src/main/engine/models/upstream';
import { silentLog } from '../../../../src/main/log';
import { discoverServers } from '../../../../src/main/services/connections/discover';
import { openTestApp } from '../../../support/app';
import { connect } from '../../../support/connected-app';
import { tempFolder } from '../../../support/temp-folder';
import { listeningUpstream } from '../../../support/upstream';

const KEY = 'sk-test-Zq81LmNcVb72RtYpWsXe';

it('servers on this computer are found by their lists of models, those that are connected already told apart', async () => {
  const free = await listeningUpstream({ models: ['small', 'large'] });
  const taken = await listeningUpstream({ models: ['other'] });
  const locked = await listeningUpstream({ key: KEY, models: ['hidden'] });
  const app = await openTestApp(tempFolder());
  onTestFinished(() => app.close());
  const { connection } = await connect(app, taken.baseUrl.replace('127.0.0.1', 'localhost'), { key: KEY });
  const at = (preset: string, baseUrl: string) => ({ preset, name: preset, baseUrl });
  const servers = {
    ...modelServers({ log: silentLog, fetch: nodeFetchThrough(null) }, () => null),
    localAddresses: () => [
      at('ollama', free.baseUrl),
      at('lmstudio', taken.baseUrl),
      at('vllm', locked.baseUrl),
      at('llamacpp', 'http://127.0.0.1:9/v1'),
    ],
  };
  expect(await discoverServers(servers, app.services.connections.all())).toEqual([
    { ...at('ollama', free.baseUrl), models: ['small', 'large'], connectionId: null },
    { ...at('lmstudio', taken.baseUrl), models: ['other'], connectionId: connection.id },
  ]);
  // Whoever listens on such a port is shown nothing.
  expect(free.upstream.asked).toMatchObject([{ method: 'GET', path: '/models', text: '' }]);
  expect(free.upstream.asked[0]?.headers.authorization).toBeUndefined();
});
