import type { App } from '../../src/main/compose';
import type { AnswererId, Connection, Settings } from '../../src/preload/contract';
import { AnswererId as AnswererIdSchema } from '../../src/preload/contract/ids';
import { defaultModelSettings } from '../../src/preload/contract/models';

/** A connection to a scripted server, verified, and its model as the default of new threads. */
export async function connect(
  app: App,
  baseUrl: string,
  over: { api?: 'responses' | 'chat'; key?: string; model?: string; name?: string } = {},
): Promise<{ connection: Connection; answerer: AnswererId }> {
  const { api = 'responses', model = 'scripted', ...given } = over;
  const input = { preset: null, api, baseUrl, boundary: 'results' as const, allowHttp: false, ...given };
  const created = await app.services.connections.create(input);
  const connection = await app.services.connections.verify({ connectionId: created.id, probe: false });
  const answerer = AnswererIdSchema.parse(`${connection.id}/${model}`);
  app.services.settings.change({ models: { ...modelSettings(app), default: answerer } });
  return { connection, answerer };
}

export const modelSettings = (app: App): Settings['models'] => app.services.settings.get().models;

export const limits = (of: Partial<Settings['models']['budgets']['day']>): Settings['models']['budgets'] => {
  const { budgets } = defaultModelSettings;
  return { ...budgets, day: { ...budgets.day, ...of } };
};
