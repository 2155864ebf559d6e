import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../../../src/main/compose';
import type { ThreadId } from '../../../../src/preload/contract';
import { openTestApp } from '../../../support/app';
import { keepingSaves } from '../../../support/exports';
import {
  branchedConversation,
  chatExport,
  codeConversation,
  PIXEL,
  plainConversation,
} from '../../../support/imports/chatgpt';
import { importFile } from '../../../support/imports/import-file';
import { recordedBodies, recordingsOf } from '../../../support/imports/recorded-bodies';
import { needs } from '../../../support/needs';
import { sweep } from '../../../support/sweep';
import { tempFolderForAll } from '../../../support/temp-folder';

const SHAPES = [plainConversation, codeConversation, branchedConversation];
const FILES = {
  'file-TableAbc123-sales.csv': Buffer.from('item,amount\npen,40\ncup,2\n'),
  'file-PlotAbc123-plot.png': PIXEL,
};

describe('threads that go out and come in', () => {
  const kept = keepingSaves();
  const [hereFolder, thereFolder] = [tempFolderForAll(), tempFolderForAll()];
  let here: App;
  let there: App;
  beforeAll(async () => {
    here = await openTestApp(hereFolder, { save: kept.save });
    there = await openTestApp(thereFolder, { save: kept.save });
  });
  afterAll(async () => {
    await here.close();
    await there.close();
  });

  async function exported(app: App, threadId: ThreadId): Promise<Buffer> {
    expect(await app.dispatch('exports.thread', { threadId, format: 'json' })).toMatchObject({ ok: true });
    return kept.saved.at(-1)!.bytes;
  }

  test('50 of them are the same by hash, but for the time of the export', async () => {
    const made = Array.from({ length: 50 }, (_, at) => SHAPES[at % SHAPES.length]!(`trip-${at}`));
    const conversations = sweep(made, 7);
    const { items } = await importFile(here, 'export.zip', chatExport(conversations, { files: FILES }));
    expect(items).toHaveLength(conversations.length);
    for (const { threadId } of items) {
      const before = await exported(here, threadId!);
      const [item] = (await importFile(there, 'thread.json', before)).items;
      expect(item).toMatchObject({ outcome: 'imported', threadId });
      expect(hashOf(await exported(there, threadId!))).toBe(hashOf(before));
    }
  }, 240_000);

  test('objects as a server has recorded them come in, in any order', needs(recordingsOf), async () => {
    for (const { name, bodies } of recordedBodies()) {
      const { ended, items } = await importFile(here, 'log.json', JSON.stringify(bodies.toReversed()));
      expect(ended.problem, name).toBeOneOf([null, 'not_recognised']);
      expect(items.filter(({ refusal }) => refusal !== null && refusal !== 'empty')).toEqual([]);
    }
  });
});

function hashOf(bytes: Buffer): string {
  const value = JSON.parse(bytes.toString());
  return createHash('sha256')
    .update(JSON.stringify({ ...value, exported_at: 0 }))
    .digest('hex');
}
