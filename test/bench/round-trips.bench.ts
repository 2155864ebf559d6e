import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import OpenAI from 'openai';
import { expect, it } from 'vitest';
import { startServe } from '../support/serve';
import { tempFolder } from '../support/temp-folder';
import { pairs, tell } from './pairs';

async function bareServer() {
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => response.end('{"id":"x"}'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

it('runs a thread from the first message to the answer', async () => {
  const { base_url: baseURL, api_key: apiKey } = await startServe(tempFolder());
  let requests = 0;
  const counted: typeof fetch = (...request) => {
    requests += 1;
    return fetch(...request);
  };
  const client = new OpenAI({ baseURL, apiKey, maxRetries: 0, fetch: counted });
  const assistant = await client.beta.assistants.create({ model: 'built-in' });
  const whole = async () => {
    const thread = await client.beta.threads.create();
    await client.beta.threads.messages.create(thread.id, { role: 'user', content: 'hello' });
    let run = await client.beta.threads.runs.create(thread.id, { assistant_id: assistant.id });
    while (run.status === 'queued' || run.status === 'in_progress')
      run = await client.beta.threads.runs.retrieve(run.id, { thread_id: thread.id });
    return run.status;
  };
  expect(await whole()).toBe('completed');
  requests = 0;
  for (let round = 0; round < 20; round += 1) await whole();
  // Thread, message, run, and as many looks at it as it took: counted, as the engine decides how soon it answers.
  const each = Math.round(requests / 20);
  const bare = await bareServer();
  const trips = async () => {
    for (let trip = 0; trip < each; trip += 1) await (await fetch(bare.url, { method: 'POST', body: '{}' })).text();
  };
  const many = (work: () => Promise<unknown>) => async () => {
    for (let round = 0; round < 20; round += 1) await work();
  };
  tell(
    `Thread, message, run, completed; 20 of them over loopback, against ${each} bare round trips each`,
    '≤ 3×',
    await pairs(many(whole), many(trips)),
  );
  // What is left is the engine's own: the client of the first line alone takes longer than bare round trips.
  const idle = new OpenAI({ baseURL: bare.url, apiKey, maxRetries: 0 });
  const sameClient = async () => {
    for (let trip = 0; trip < each; trip += 1) await idle.beta.threads.create();
  };
  tell(
    `The same, against ${each} round trips of the same client to a server that does nothing`,
    'none set',
    await pairs(many(whole), many(sameClient)),
  );
  const polled = await pairs(
    async () => {
      const thread = await client.beta.threads.create({ messages: [{ role: 'user', content: 'hello' }] });
      await client.beta.threads.runs.createAndPoll(thread.id, { assistant_id: assistant.id });
    },
    () => new Promise((resolve) => setTimeout(resolve, 300)),
  );
  tell('createAndPoll as it stands, against 0.3 s', '≤ 1×', polled);
  bare.close();
});
