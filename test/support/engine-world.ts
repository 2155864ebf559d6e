import { afterAll } from 'vitest';
import type { ModelEvent } from '../../src/main/engine/ports';
import { asker } from './asker';
import { tool } from './engine';
import { documents, upload } from './engine-files';
import { calls, done, Gate, says, searches } from './scripted-model';
import { tempFolderForAll } from './temp-folder';

/** Stands for each kind of thing in a path: `/threads/T/messages/M`. */
export type Names = Record<
  'A' | 'T' | 'M' | 'R' | 'S' | 'WT' | 'WR' | 'BT' | 'BR' | 'F' | 'V' | 'VF' | 'VB' | 'U',
  string
>;

/**
 * An engine with one of everything: a thread with an answered question, one that waits for tool outputs, one whose run
 * is under way, a file, a vector store with a batch, an upload.
 */
export async function engineWorld(
  options: Pick<NonNullable<Parameters<typeof asker>[0]>, 'folder' | 'staysOpen'> = {},
) {
  const gate = new Gate();
  const busy = async function* (): AsyncGenerator<ModelEvent> {
    await gate.pass();
    yield done();
  };
  const opened = await asker({
    ...options,
    scripts: [searches('llamas'), says('Three【0:0†source】.'), calls(['f', '{}']), busy],
  });
  const { client } = opened;
  const { storeId, fileIds } = await documents(client, { 'zoo.md': 'There are three llamas in the zoo.' });
  const { id: file } = await upload(client, 'sales.csv', 'a,b\n1,2\n');
  const assistant = await client.beta.assistants.create({
    model: 'gpt-4o',
    tools: [{ type: 'file_search' }, tool('f')],
    tool_resources: { file_search: { vector_store_ids: [storeId] } },
  });
  const assistant_id = assistant.id;
  const thread = await client.beta.threads.create();
  const message = await client.beta.threads.messages.create(thread.id, { role: 'user', content: 'How many llamas?' });
  const run = await client.beta.threads.runs.createAndPoll(thread.id, { assistant_id });
  const steps = await client.beta.threads.runs.steps.list(run.id, { thread_id: thread.id });
  const waiting = await client.beta.threads.createAndRunPoll({ assistant_id, thread: {} });
  const working = await client.beta.threads.createAndRun({ assistant_id, thread: {} });
  await gate.reached;
  const batch = await client.vectorStores.fileBatches.create(storeId, { file_ids: [file] });
  const uploading = await client.uploads.create({
    filename: 'big.csv',
    purpose: 'assistants',
    bytes: 5,
    mime_type: 'text/csv',
  });
  const names: Names = {
    A: assistant_id,
    T: thread.id,
    M: message.id,
    R: run.id,
    S: steps.data[0]!.id,
    WT: waiting.thread_id,
    WR: waiting.id,
    BT: working.thread_id,
    BR: working.id,
    F: file,
    V: storeId,
    VF: fileIds[0]!,
    VB: batch.id,
    U: uploading.id,
  };
  const path = (text: string): string => text.replace(/(?<=\/)[A-Z]+\b/g, (name) => Reflect.get(names, name) ?? name);
  return { ...opened, names, path, waiting };
}

/** One world for the tests of a file that only look at it, or add to it what nobody looks at. Call it outside of tests. */
export function sharedEngineWorld(): () => ReturnType<typeof engineWorld> {
  let world: ReturnType<typeof engineWorld> | null = null;
  afterAll(async () => (await world)?.engine.close());
  return () => {
    world ??= engineWorld({ folder: tempFolderForAll(), staysOpen: true });
    return world;
  };
}
