import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtInAnalyst } from '../../../src/main/engine/models/built-in';
import { asked, openEngine } from '../../support/engine';
import { upload } from '../../support/engine-files';
import { says, searches } from '../../support/scripted-model';
import { tempFolder } from '../../support/temp-folder';
import { TestClock } from '../../support/test-clock';

const PATIENCE_MS = 60_000;
const LLAMAS = 'There are three llamas behind the barn.';

/** A reader that takes documents and never comes to an end. */
function stuckReader(): string {
  const path = join(tempFolder(), 'stuck.mjs');
  writeFileSync(path, `process.on('disconnect', () => process.exit()).on('message', () => undefined);`);
  return path;
}

const analyst = () => ({ models: () => builtInAnalyst() });

test.each(['assistant', 'thread', 'message'])(
  'a question asked right after documents were given to the %s is answered from them',
  async (owner) => {
    const { client } = await openEngine(analyst());
    const file = await upload(client, 'zoo.txt', LLAMAS);
    const file_search = { vector_stores: [{ file_ids: [file.id] }] };
    const given = { tool_resources: { file_search } };
    const { id: assistant_id } = await client.beta.assistants.create({
      model: 'm',
      tools: [{ type: 'file_search' }],
      ...(owner === 'assistant' ? given : {}),
    });
    const attachments = [{ file_id: file.id, tools: [{ type: 'file_search' as const }] }];
    const thread = await client.beta.threads.create({
      messages: [{ role: 'user', content: 'Where are the llamas?', ...(owner === 'message' ? { attachments } : {}) }],
      ...(owner === 'thread' ? given : {}),
    });
    await client.beta.threads.runs.createAndPoll(thread.id, { assistant_id }, { pollIntervalMs: 20 });
    const [answer] = (await client.beta.threads.messages.list(thread.id)).data;
    expect(answer?.content).toMatchObject([
      { text: { value: expect.stringContaining(LLAMAS), annotations: [{ file_citation: { file_id: file.id } }] } },
    ]);
  },
);

/** An assistant with one document that is never read to its end, asked about it, and the clock it waits by. */
async function stuck(options: Parameters<typeof openEngine>[0] = {}) {
  const clock = new TestClock();
  const opened = await openEngine({ clock, readerEntry: stuckReader(), ...options });
  const { client } = opened;
  const file = await upload(client, 'zoo.txt', LLAMAS);
  const { assistant_id, threadId } = await asked(client, {
    tools: [{ type: 'file_search' }],
    tool_resources: { file_search: { vector_stores: [{ file_ids: [file.id] }] } },
  });
  const run = await client.beta.threads.runs.create(threadId, { assistant_id });
  const steps = async () => (await client.beta.threads.runs.steps.list(run.id, { thread_id: threadId })).data;
  await expect.poll(async () => (await steps())[0]?.type).toBe('tool_calls');
  const status = async () => (await client.beta.threads.runs.retrieve(run.id, { thread_id: threadId })).status;
  const ended = () => client.beta.threads.runs.poll(run.id, { thread_id: threadId }, { pollIntervalMs: 20 });
  return { ...opened, clock, file, run, threadId, status, ended };
}

test('a run waits a minute for documents that are still being read, and then says which they are', async () => {
  const { clock, client, ended, status, threadId } = await stuck(analyst());
  clock.advance(PATIENCE_MS - 1);
  expect(await status()).toBe('in_progress');
  clock.advance(1);
  expect((await ended()).status).toBe('completed');
  const [answer] = (await client.beta.threads.messages.list(threadId)).data;
  const text = answer?.content[0]?.type === 'text' ? answer.content[0].text.value : '';
  expect(text).toContain('zoo.txt');
  expect(text).toMatch(/still being read/);
  expect(text).not.toMatch(/nothing/);
});

test('a model is told as data which documents a search could not see, and waits once for them', async () => {
  const scripts = [searches('llamas'), searches('goats'), says('Later.')];
  const { clock, ended, file, model } = await stuck({ scripts });
  clock.advance(PATIENCE_MS);
  await ended();
  const results = model.turns[2]?.items.filter((item) => item.type === 'file_search_result');
  const unread = [{ fileId: file.id, filename: 'zoo.txt', status: 'in_progress' }];
  expect(results).toMatchObject([
    { passages: [], unread },
    { passages: [], unread },
  ]);
});

test('a run that waits for documents is cancelled at once', async () => {
  const { client, ended, run, threadId } = await stuck({ scripts: [searches('llamas')] });
  await client.beta.threads.runs.cancel(run.id, { thread_id: threadId });
  expect((await ended()).status).toBe('cancelled');
});

test('an answer names the documents that could not be read', async () => {
  const { client } = await openEngine(analyst());
  const file = await upload(client, 'broken.pdf', '%PDF-1.4\n1 0 obj garbage');
  const { assistant_id, threadId } = await asked(client, {
    tools: [{ type: 'file_search' }],
    tool_resources: { file_search: { vector_stores: [{ file_ids: [file.id] }] } },
  });
  await client.beta.threads.runs.createAndPoll(threadId, { assistant_id }, { pollIntervalMs: 20 });
  const [answer] = (await client.beta.threads.messages.list(threadId)).data;
  expect(JSON.stringify(answer?.content)).toMatch(/broken\.pdf.*could not be read/);
});
