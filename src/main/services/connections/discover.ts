import type { LocalServer } from '#contract';
import { ConnectionId } from '#contract/ids';
import type { SavedConnection } from '../../library';
import type { ModelServers } from '../ports';

/** What runs on this computer answers at once, or is taken not to be there. */
const PATIENCE_MS = 2_000;

/** The servers that answer on the usual ports of this computer with a list of models. */
export async function discoverServers(
  servers: ModelServers,
  connections: readonly SavedConnection[],
): Promise<LocalServer[]> {
  const looks = servers.localAddresses().map(async ({ preset, name, baseUrl }) => {
    const server = {
      id: ConnectionId.parse('local'),
      api: 'chat' as const,
      preset,
      baseUrl,
      allowHttp: false,
      key: async () => null,
    };
    const answer = await servers.models(server, AbortSignal.timeout(PATIENCE_MS)).catch(() => null);
    if (!answer || !('models' in answer)) return [];
    const { origin } = new URL(baseUrl);
    const known = connections.find((connection) => sameServer(connection.baseUrl, origin));
    const models = answer.models.map((model) => model.name);
    return [{ preset, name, baseUrl, models, connectionId: known?.id ?? null }];
  });
  return (await Promise.all(looks)).flat();
}

function sameServer(baseUrl: string, origin: string): boolean {
  const { port, hostname } = new URL(baseUrl);
  return port === new URL(origin).port && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}
