import OpenAI from 'openai';
import { onTestFinished } from 'vitest';
import type { AppEvent } from '../../src/preload/contract';
import { openTestApp } from './app';
import { tempFolder } from './temp-folder';

/** The app with a client of its engine, as a script has one, that asks models by their names. */
export async function openAskedByName(options: Parameters<typeof openTestApp>[1] = {}) {
  const folder = tempFolder();
  const app = await openTestApp(folder, options);
  onTestFinished(() => app.close());
  const events: AppEvent[] = [];
  app.subscribe((event) => events.push(event));
  const client = new OpenAI({
    apiKey: 'local',
    baseURL: 'http://engine/v1',
    fetch: (url: string | URL | Request, init?: RequestInit) => app.engine!.fetch(new Request(url, init)),
  });
  /** Who answers a script that asks for a model by this name. */
  const answerTo = async (model: string): Promise<OpenAI.Beta.Threads.Run> => {
    const { id } = await client.beta.assistants.create({ model });
    const thread = { messages: [{ role: 'user' as const, content: 'Hello' }] };
    return client.beta.threads.createAndRunPoll({ assistant_id: id, thread }, { pollIntervalMs: 20 });
  };
  return { app, folder, events, client, answerTo };
}
