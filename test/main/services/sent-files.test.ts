import { expect, it, onTestFinished } from 'vitest';
import type { AssistantsClient } from '../../../src/main/api';
import { Library } from '../../../src/main/library';
import { SentFiles } from '../../../src/main/services/sent-files';
import { FileId } from '../../../src/preload/contract/ids';
import { tempFolder } from '../../support/temp-folder';

const MB = 1024 ** 2;

/** A library with one file of this size, and a server that counts what it is sent. */
function open(bytes: number) {
  const library = Library.open(tempFolder());
  onTestFinished(() => library.close());
  const id = FileId.parse('file_1');
  library.files.add({ id, name: 'notes.txt', bytes, blob: 'blob', createdAt: 1 });
  const server = { uploads: 0, reads: 0 };
  const client = {
    documents: {
      has: async () => true,
      upload: async () => {
        server.uploads += 1;
        return `file-${server.uploads}`;
      },
    },
  } as unknown as AssistantsClient;
  const blobs = {
    put: async () => ({ key: 'blob', size: 0 }),
    putTogether: () => Promise.reject(new Error('nothing is put')),
    path: () => '',
    read: async () => ({ stream: (async function* () {})(), size: bytes }),
    blob: async () => {
      server.reads += 1;
      return new Blob([]);
    },
    delete: async () => {},
    discard: async () => {},
    keys: async () => [],
  };
  return { sent: new SentFiles({ library, blobs, client: async () => client }), id, server };
}

it('sends a file that is asked for twice at the same time only once', async () => {
  const { sent, id, server } = open(MB);
  expect(await Promise.all([sent.idOf(id), sent.idOf(id)])).toEqual(['file-1', 'file-1']);
  expect(await sent.idOf(id)).toBe('file-1');
  expect(server.uploads).toBe(1);
});

it('refuses a file that no server takes before it is opened', async () => {
  const { sent, id, server } = open(513 * MB);
  await expect(sent.idOf(id)).rejects.toMatchObject({
    code: 'too_large',
    message: expect.stringContaining('notes.txt'),
  });
  expect(server).toEqual({ uploads: 0, reads: 0 });
});

it('sends again what was broken off', async () => {
  const { sent, id } = open(MB);
  const stop = new AbortController();
  stop.abort(new Error('closing'));
  await expect(sent.idOf(id, stop.signal)).rejects.toThrow('closing');
  expect(await sent.idOf(id)).toBe('file-1');
});
