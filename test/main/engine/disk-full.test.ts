import { expect, test } from 'vitest';
import type { Database } from '../../../src/main/storage';
import { asked, openEngine, tool } from '../../support/engine';
import { calls, done, Gate, says } from '../../support/scripted-model';

/** SQLite answers as on a full disk once the file may not grow. */
function fill(database: Database): () => void {
  const limit = (pages: number) => database.get(`PRAGMA max_page_count = ${pages}`);
  limit(1);
  return () => limit(1_000_000);
}

test('a full disk refuses a message, keeps what is there, and takes the message once there is room', async () => {
  const { client, database } = await openEngine();
  const { threadId } = await asked(client);
  const long = { role: 'user' as const, content: 'x'.repeat(200_000) };
  const makeRoom = fill(database);
  await expect(client.beta.threads.messages.create(threadId, long)).rejects.toMatchObject({
    status: 500,
    error: { type: 'server_error', message: expect.stringContaining('The disk is full.') },
  });
  expect((await client.beta.threads.messages.list(threadId)).data).toHaveLength(1);
  makeRoom();
  await client.beta.threads.messages.create(threadId, long);
  expect((await client.beta.threads.messages.list(threadId)).data).toHaveLength(2);
});

test('a run the disk has no room for is told as broken, and is failed for good once there is room', async () => {
  const gate = new Gate();
  const { client, database } = await openEngine({
    scripts: [
      async function* () {
        yield { type: 'text', delta: 'Here it comes: ' };
        await gate.pass();
        yield { type: 'text', delta: 'x'.repeat(500_000) };
        yield done();
      },
      says('Better now.'),
    ],
  });
  const { assistant_id, threadId } = await asked(client);
  const stream = client.beta.threads.runs.stream(threadId, { assistant_id });
  const broken = expect(stream.finalRun()).rejects.toThrow();
  await gate.reached;
  const makeRoom = fill(database);
  gate.open();
  await broken;
  makeRoom();
  const { data } = await client.beta.threads.runs.list(threadId);
  expect(data).toMatchObject([{ status: 'failed', last_error: { code: 'server_error' } }]);
  expect((await client.beta.threads.runs.createAndPoll(threadId, { assistant_id })).status).toBe('completed');
});

test('an engine that cannot save how a run ended closes all the same, and the next one ends the run', async () => {
  const { client, engine, database, folder } = await openEngine({ scripts: [calls(['f', '{}'])] });
  const { assistant_id, threadId } = await asked(client, { tools: [tool('f')] });
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  database.run(`CREATE TEMP TRIGGER kept BEFORE UPDATE OF status ON run WHEN NEW.status = 'cancelled'
    BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`);
  await client.beta.threads.runs.cancel(run.id, { thread_id: threadId });
  await engine.close();
  const next = await openEngine({ folder });
  expect(await next.client.beta.threads.runs.retrieve(run.id, { thread_id: threadId })).toMatchObject({
    status: 'cancelled',
  });
});
