import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../../../src/main/compose';
import { zipFiles } from '../../../../src/main/importing/zip-files';
import { openTestApp } from '../../../support/app';
import {
  chatConversation,
  chatExport,
  chatNode,
  codeConversation,
  plainConversation,
} from '../../../support/imports/chatgpt';
import { importFile, textsOf } from '../../../support/imports/import-file';
import { tempFolderForAll } from '../../../support/temp-folder';

describe('files that were made to do harm, or are broken', () => {
  const folder = tempFolderForAll();
  let app: App;
  beforeAll(async () => {
    app = await openTestApp(folder);
  });
  afterAll(() => app.close());

  test.each([
    ['not a file of threads', 'notes.json', '{"a":[1,2]}', 'not_recognised'],
    ['no JSON', 'notes.json', 'hello', 'not_recognised'],
    ['an empty file', 'empty.json', '', 'not_recognised'],
    ['a cut ZIP', 'cut.zip', chatExport([plainConversation('cut')]).subarray(0, 300), 'damaged'],
    ['a ZIP of other things', 'other.zip', zipSync({ 'a.txt': Buffer.from('x') }), 'not_recognised'],
    ['a bomb', 'bomb.zip', bomb(), 'too_large'],
    ['a bomb of many files', 'bombs.zip', bombOfMany(), 'too_large'],
    ['a ZIP under a password', 'locked.zip', encrypted(), 'encrypted'],
    [
      'a path out of the folder',
      'slip.zip',
      zipSync({ '../../evil/conversations.json': Buffer.from('[]') }),
      'damaged',
    ],
  ])('%s is refused, and said to be', async (_, name, content, problem) => {
    const { ended, items } = await importFile(app, name, content);

    expect(ended).toMatchObject({ status: 'failed', problem });
    expect(items.filter(({ threadId }) => threadId !== null)).toEqual([]);
  });

  test('what stands behind the last conversation is one damaged item, however long it is', async () => {
    const text = `[${JSON.stringify(plainConversation('before-the-noise'))}]${'garbage '.repeat(5_000)}`;

    const { ended, items } = await importFile(app, 'conversations.json', text);

    expect(ended.counts).toMatchObject({ imported: 1, skipped: 1 });
    expect(items.map(({ refusal }) => refusal)).toEqual([null, 'damaged']);
  });

  test('one damaged conversation among others is skipped, and they are taken', async () => {
    const text = `[${JSON.stringify(plainConversation('whole-1'))}, {"mapping": {broken}}, ${JSON.stringify(plainConversation('whole-2'))}, 17, {"mapping":{}}]`;

    const { ended, items } = await importFile(app, 'conversations.json', text);

    expect(ended.counts).toMatchObject({ imported: 2, skipped: 2 });
    expect(items.map(({ outcome, refusal }) => [outcome, refusal])).toEqual([
      ['imported', null],
      ['skipped', 'damaged'],
      ['imported', null],
      ['skipped', 'empty'],
    ]);
  });

  test('conversations without their nodes are told as damaged, and kept by none', async () => {
    const bare = { conversation_id: 'bare', title: 'Bare', create_time: 1 };
    const { ended, items } = await importFile(
      app,
      'bare.zip',
      chatExport([bare, plainConversation('beside-bare'), { id: 'x', mapping: null }]),
    );

    expect(ended).toMatchObject({ status: 'completed', counts: { imported: 1, skipped: 2 } });
    expect(items.map(({ refusal }) => refusal)).toEqual(['damaged', null, 'damaged']);
  });

  test('an import that is stopped takes no further files of the thread it is at, and comes in whole the next time', async () => {
    const ids = Array.from({ length: 40 }, (_, at) => `file-Stopped${String(at).padStart(3, '0')}`);
    const attachments = ids.map((id, at) => ({ id, name: `stopped ${at}.txt`, size: 5 }));
    const conversation = chatConversation('stopped', [
      chatNode('stopped-q', 'root', 'user', 'Many files', { metadata: { attachments } }),
    ]);
    const files = Object.fromEntries(ids.map((id) => [`${id}-notes.txt`, Buffer.from(`notes of ${id}`)]));
    const archive = chatExport([conversation], { files });
    const kept = () => app.services.files.list().filter(({ name }) => name.startsWith('stopped'));
    const unsubscribe = app.subscribe(({ name }) => {
      if (name !== 'documents.changed') return;
      unsubscribe();
      const [running] = app.services.imports.list();
      app.services.imports.cancel({ importId: running!.id });
    });

    const stopped = await importFile(app, 'stopped.zip', archive);
    expect(stopped.ended).toMatchObject({ status: 'cancelled' });
    expect(kept().length).toBeLessThan(5);

    const again = await importFile(app, 'stopped.zip', archive);
    expect(again.items).toMatchObject([{ outcome: 'imported' }]);
    expect(app.services.documents.ofThread({ threadId: again.items[0]!.threadId! })).toHaveLength(ids.length);
  });

  test('what the disk has no room for is not begun', async () => {
    const path = join(folder, 'large.zip');
    writeFileSync(path, chatExport([plainConversation('large')]));

    await expect(zipFiles(path, 10)).rejects.toMatchObject({ code: 'no_space' });
  });

  test('circles, parents that are not there, and names of JavaScript are read as far as they go', async () => {
    const circle = chatConversation('circle', [
      chatNode('c-1', 'c-2', 'user', 'Round'),
      chatNode('c-2', 'c-1', 'assistant', 'and round'),
      chatNode('c-3', 'nowhere', 'user', 'Alone'),
      chatNode('c-4', 'c-4', 'assistant', 'Self'),
    ]);
    const text = JSON.stringify([circle]).replace('"root":', '"__proto__":{"message":null,"parent":null},"root":');

    const { items } = await importFile(app, 'conversations.json', text);

    expect(items).toMatchObject([{ outcome: 'partly', losses: [{ code: 'order' }] }]);
    expect(textsOf(app, items[0]!.threadId!).sort()).toEqual(['Alone', 'Round', 'Self', 'and round']);
    expect(({} as Record<string, unknown>).message).toBeUndefined();
  });

  test('a title of a megabyte is cut, deep nesting is refused, and bytes that are no text are replaced and told', async () => {
    const long = { ...plainConversation('long'), title: 'x'.repeat(1_000_000) };
    const deep = `{"mapping":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const odd = JSON.stringify(plainConversation('odd', 'caf?'));
    const bytes = Buffer.from(`[${JSON.stringify(long)},${deep},${odd}]`);
    bytes[bytes.indexOf('caf?') + 3] = 0xe9;

    const { items } = await importFile(app, 'conversations.json', bytes);

    expect(items.map(({ outcome }) => outcome)).toEqual(['imported', 'skipped', 'partly']);
    expect(items[0]!.title).toHaveLength(200);
    expect(items[2]!.losses).toEqual([{ code: 'encoding', count: 1, detail: null }]);
  });

  test('ids of other threads are not taken over', async () => {
    const { items } = await importFile(app, 'conversations.json', JSON.stringify([plainConversation('mine')]));
    const threadId = items[0]!.threadId!;
    const [question] = app.services.threads.messages({ threadId, limit: 1 }).messages;
    const stolen = {
      ...{ id: question!.id, object: 'thread.message', thread_id: 'thread_thief', role: 'user', created_at: 5 },
      content: [{ type: 'text', text: { value: 'Stolen', annotations: [] } }],
    };

    const thief = await importFile(app, 'stolen.json', JSON.stringify({ object: 'list', data: [stolen] }));

    expect(thief.items).toMatchObject([{ outcome: 'skipped', refusal: 'id_taken' }]);
    expect(textsOf(app, threadId)).not.toContain('Stolen');
  });

  test('a file that has the id of another one is not taken for it, and leaves nothing behind', async () => {
    const withFile = (thread: string, content: string) => {
      const of = { thread_id: thread, created_at: 5 };
      const attachments = [{ file_id: 'file-shared', tools: [{ type: 'code_interpreter' }] }];
      const message = { ...of, id: `msg_${thread}`, object: 'thread.message', role: 'user', attachments };
      return JSON.stringify({
        ...{ format: 'assistants-thread-export/v1', exported_at: 5, runs: [], run_steps: [], assistants: [] },
        thread: { id: thread, object: 'thread', created_at: 5 },
        messages: [{ ...message, content: [{ type: 'text', text: { value: 'Sum it', annotations: [] } }] }],
        files: [
          {
            object: { id: 'file-shared', object: 'file', filename: 'sales.csv', created_at: 5 },
            content: Buffer.from(content).toString('base64'),
          },
        ],
      });
    };
    const first = await importFile(app, 'a.json', withFile('thread_first', 'item,amount\npen,1\n'));
    expect(first.items).toMatchObject([{ outcome: 'imported' }]);

    const other = await importFile(app, 'b.json', withFile('thread_other', 'item,amount\npen,999\n'));
    expect(other.items).toMatchObject([{ outcome: 'skipped', refusal: 'id_taken', threadId: null }]);
    expect((await app.engine?.fetch(new Request('http://engine/v1/threads/thread_other')))?.status).toBe(404);

    const same = await importFile(app, 'c.json', withFile('thread_same', 'item,amount\npen,1\n'));
    expect(same.items).toMatchObject([{ outcome: 'imported' }]);
  });

  test('a call of another thread is not written over', async () => {
    const { items } = await importFile(app, 'conversations.json', JSON.stringify([codeConversation('victim')]));
    const threadId = items[0]!.threadId!;
    const calls = () =>
      app.services.runs.ofThread({ threadId }).flatMap(({ steps }) => steps.flatMap((step) => step.calls));
    const before = calls();
    expect(before).not.toEqual([]);
    const of = { thread_id: 'thread_thief2', created_at: 5 };
    const data = [
      {
        ...of,
        id: 'msg_thief2',
        object: 'thread.message',
        role: 'user',
        content: [{ type: 'text', text: { value: 'Hi', annotations: [] } }],
      },
      { ...of, id: 'run_thief2', object: 'thread.run', status: 'completed', model: 'gpt-4o', assistant_id: 'asst_x' },
      {
        ...{
          ...of,
          id: 'step_thief2',
          object: 'thread.run.step',
          run_id: 'run_thief2',
          type: 'tool_calls',
          status: 'completed',
        },
        step_details: {
          type: 'tool_calls',
          tool_calls: [
            {
              id: before[0]!.id,
              type: 'code_interpreter',
              code_interpreter: { input: 'print("stolen")', outputs: [] },
            },
          ],
        },
      },
    ];

    const thief = await importFile(app, 'stolen.json', JSON.stringify({ object: 'list', data }));

    expect(thief.items).toMatchObject([{ outcome: 'skipped', refusal: 'id_taken' }]);
    expect(calls()).toEqual(before);
  });
});

/** Unpacks to far more than its size, and says so. */
function bomb(): Uint8Array {
  return zipSync({ 'conversations.json': [Buffer.alloc(64 * 1024 ** 2, 0x20), { level: 9 }] });
}

/** Each of its files is the same bytes of the archive, and within the bounds of a single one. */
function bombOfMany(): Uint8Array {
  const zip = Buffer.from(zipSync({ 'conversations.json': [Buffer.alloc(1024 ** 2, 0x20), { level: 9 }] }));
  const [head, end] = [zip.indexOf('PK\x01\x02'), zip.indexOf('PK\x05\x06')];
  const entry = zip.subarray(head, end);
  const entries = Array.from({ length: 500 }, () => entry);
  const last = Buffer.from(zip.subarray(end));
  last.writeUInt16LE(entries.length, 8);
  last.writeUInt16LE(entries.length, 10);
  last.writeUInt32LE(entry.length * entries.length, 12);
  return Buffer.concat([zip.subarray(0, head), ...entries, last]);
}

/** The mark of a password set in both heads of its file. */
function encrypted(): Uint8Array {
  const zip = chatExport([plainConversation('locked')]);
  for (let at = zip.indexOf('PK\x03\x04'); at >= 0; at = zip.indexOf('PK\x03\x04', at + 4)) zip[at + 6]! |= 1;
  for (let at = zip.indexOf('PK\x01\x02'); at >= 0; at = zip.indexOf('PK\x01\x02', at + 4)) zip[at + 8]! |= 1;
  return zip;
}
