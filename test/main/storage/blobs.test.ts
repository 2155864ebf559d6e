import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { BlobStore } from '../../../src/main/storage';
import { tempFolder } from '../../support/temp-folder';

const hello = new TextEncoder().encode('hello');

async function* failingAfter(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
  throw new Error('the sender went away');
}

describe('the blob store', () => {
  it('names bytes by their SHA-256 and gives them back', async () => {
    const store = new BlobStore(tempFolder());
    const { key, size } = await store.put([hello.subarray(0, 2), hello.subarray(2)], 100);
    expect({ key, size }).toEqual({ key: createHash('sha256').update(hello).digest('hex'), size: 5 });
    const { stream } = await store.read(key);
    expect(Buffer.concat(await Readable.from(stream).toArray()).toString()).toBe('hello');
  });

  it('keeps all of what is put together until it can be written down, however long one of it takes', async () => {
    const store = new BlobStore(tempFolder());
    const slow = Promise.withResolvers<void>();
    async function* lateBytes(): AsyncGenerator<Uint8Array> {
      await slow.promise;
      yield new TextEncoder().encode('late');
    }
    const used = new Set<string>();
    const key = createHash('sha256').update(hello).digest('hex');
    const put = store.putTogether([[hello], lateBytes()], 100).then((kept) => {
      for (const one of kept) used.add(one.key);
      return kept;
    });
    await store.discard(key, () => used.has(key));
    slow.resolve();
    const kept = await put;
    await store.discard(key, () => used.has(key));
    expect(kept.map(({ size }) => size)).toEqual([5, 4]);
    const read = await Promise.all(
      kept.map(async (one) => Readable.from((await store.read(one.key)).stream).toArray()),
    );
    expect(read.map((chunks) => Buffer.concat(chunks).toString())).toEqual(['hello', 'late']);
  });

  it('opens a file when it is read and not before, so that nobody has to close what nobody reads', async () => {
    const store = new BlobStore(tempFolder());
    const { key } = await store.put([hello], 100);
    const { stream } = await store.read(key);
    await store.delete(key);
    await expect(Readable.from(stream).toArray()).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('gives bytes as a blob that lies on disk, and says so when they are gone', async () => {
    const store = new BlobStore(tempFolder());
    const { key } = await store.put([hello], 100);
    expect(await (await store.blob(key)).text()).toBe('hello');
    await store.delete(key);
    await expect(store.blob(key)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('keeps the same bytes once', async () => {
    const folder = tempFolder();
    const store = new BlobStore(folder);
    const { key } = await store.put([hello], 100);
    await store.put([hello], 100);
    expect(await store.keys()).toEqual([key]);
  });

  it('refuses more than the limit and leaves nothing behind', async () => {
    const folder = tempFolder();
    await expect(new BlobStore(folder).put([hello, hello], 8)).rejects.toMatchObject({ code: 'too_large' });
    expect(readdirSync(join(folder, 'partial'))).toEqual([]);
  });

  it('leaves nothing behind when the sender goes away in the middle', async () => {
    const folder = tempFolder();
    await expect(new BlobStore(folder).put(failingAfter(hello), 100)).rejects.toThrow('went away');
    expect(readdirSync(join(folder, 'partial'))).toEqual([]);
    expect(await new BlobStore(folder).keys()).toEqual([]);
  });

  it('sweeps away what a killed process left half written', async () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'partial'));
    writeFileSync(join(folder, 'partial', 'half'), 'x');
    await new BlobStore(folder).sweep();
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each(['../../etc/passwd', '', 'a'.repeat(63), `${'a'.repeat(63)}/`, '%2e%2e'])(
    'takes %j for no key',
    async (key) => {
      await expect(new BlobStore(tempFolder()).read(key)).rejects.toMatchObject({ code: 'not_found' });
    },
  );
});
