import { onTestFinished } from 'vitest';
import type { App } from '../../src/main/compose';
import type { AnswererId, AssistantId, Connection, DatasetId, DocumentId, ThreadId } from '../../src/preload/contract';
import { memoryKeychain, openTestApp } from './app';
import { connect } from './connected-app';
import { tempFolder } from './temp-folder';
import { listeningUpstream } from './upstream';

export interface HostedApp {
  /** The one that is open now. */
  app(): App;
  upstream: Awaited<ReturnType<typeof listeningUpstream>>['upstream'];
  baseUrl: string;
  connection: Connection;
  answerer: AnswererId;
  assistantId: AssistantId;
  /** Ends the app and begins it anew on the same folder. */
  restart(): Promise<App>;
  ask(
    prompt: string,
    about?: { threadId?: ThreadId; datasetIds?: DatasetId[]; documentIds?: DocumentId[] },
  ): Promise<ThreadId>;
  /** `METHOD /path` of what was asked, without requests for answers and models. */
  requests(): string[];
}

/** The app with a connection that may be given files, and an assistant whose code, or search, is at the server. */
export async function openHostedApp(
  create: object = { code: 'hosted' },
  agreed: object = { hostedCode: true },
): Promise<HostedApp> {
  const { upstream, baseUrl } = await listeningUpstream();
  const folder = tempFolder();
  const keychain = memoryKeychain();
  let app = await openTestApp(folder, { keychain });
  onTestFinished(() => app.close());
  const { connection, answerer } = await connect(app, baseUrl, { key: 'sk-test-Zq81LmNcVb72RtYpWsXe' });
  await request(app, 'connections.update', { connectionId: connection.id, ...agreed });
  const { id: assistantId } = await request<{ id: AssistantId }>(app, 'assistants.create', { name: 'Away', ...create });
  return {
    app: () => app,
    ...{ upstream, baseUrl, connection, answerer, assistantId },
    restart: async () => {
      await app.close();
      app = await openTestApp(folder, { keychain });
      return app;
    },
    ask: async (prompt, { threadId, datasetIds = [], documentIds = [] } = {}) => {
      const order = { threadId: threadId ?? null, prompt, datasetIds, documentIds, answerer, assistantId };
      const { run } = await app.services.runs.start(order);
      await app.services.runs.finished(run.id);
      return run.threadId;
    },
    requests: () =>
      upstream.asked
        .map(({ method, path }) => `${method} ${path}`)
        .filter((line) => !/ \/(?:responses|models)/.test(line)),
  };
}

/** Through the gate, as the window asks. */
export async function request<T>(app: App, name: string, input: object): Promise<T> {
  const result = await app.dispatch(name, input);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value as T;
}
