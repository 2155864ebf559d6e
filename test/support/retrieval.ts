import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { Embedder } from '../../src/main/engine/ports';
import {
  attemptMigration,
  queueMigration,
  type ReaderOptions,
  Retrieval,
  retrievalMigration,
  vectorMigration,
} from '../../src/main/engine/retrieval';
import { silentLog } from '../../src/main/log';
import { forkProcess } from '../../src/main/processes';
import { BlobStore, Database } from '../../src/main/storage';
import { buildEntry } from './build-entry';
import { tempFolderForAll } from './temp-folder';

const AUTO = { maxTokens: 800, overlapTokens: 400 };

/** A retrieval room of its own for a test file, with real documents on a real disk. */
export function retrievalRoom(options: { limits?: ReaderOptions['limits']; embedder?: Embedder } = {}) {
  const { limits = {}, embedder = null } = options;
  let room: { retrieval: Retrieval; blobs: BlobStore; database: Database; reader: ReaderOptions } | null = null;
  beforeAll(async () => {
    const folder = tempFolderForAll();
    const database = Database.open(
      join(folder, 'search.db'),
      [retrievalMigration, vectorMigration, attemptMigration, queueMigration],
      join(folder, 'backups'),
    );
    const blobs = new BlobStore(join(folder, 'blobs'));
    const reader = {
      fork: forkProcess,
      entry: await buildEntry('src/main/engine/retrieval/reader/document-process.ts'),
      tempFolder: join(folder, 'temp'),
      limits,
    };
    room = {
      retrieval: new Retrieval({ database, blobs, reader, embedder, now: Date.now, log: silentLog }),
      blobs,
      database,
      reader,
    };
  });
  afterAll(async () => {
    await room?.retrieval.close();
    room?.database.close();
  });
  const get = () => {
    if (!room) throw new Error('the room is not there yet');
    return room;
  };
  return {
    retrieval: () => get().retrieval,
    database: () => get().database,
    /** Another one on the same database, as at the next start. The caller closes it. */
    restart: () => new Retrieval({ ...get(), now: Date.now, log: silentLog }),
    add: async (
      filename: string,
      content: string | Buffer,
      more: {
        storeId?: string;
        chunking?: typeof AUTO;
        attributes?: Record<string, string | number | boolean>;
        signal?: AbortSignal;
      } = {},
    ) => {
      const fileId = `file-${randomUUID()}`;
      const { key } = await get().blobs.put([Buffer.from(content)], 1e9);
      const { storeId = 'vs_1', chunking = AUTO, attributes = {}, signal } = more;
      const document = { storeId, fileId, filename, blobKey: key, chunking, attributes };
      const indexed = await get().retrieval.index(document, signal);
      return { fileId, storeId, ...indexed };
    },
  };
}
