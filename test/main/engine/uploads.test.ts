import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { toFile } from 'openai';
import { expect, test } from 'vitest';
import { openEngine, type TestEngine } from '../../support/engine';
import { TestClock } from '../../support/test-clock';

const blobs = ({ folder }: TestEngine) =>
  existsSync(join(folder, 'blobs'))
    ? readdirSync(join(folder, 'blobs'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    : [];

async function begun(options: Parameters<typeof openEngine>[0] = {}) {
  const opened = await openEngine(options);
  const upload = await opened.client.uploads.create({
    filename: 'big.jsonl',
    purpose: 'assistants',
    bytes: 11,
    mime_type: 'text/jsonl',
  });
  const part = async (text: string) =>
    opened.client.uploads.parts.create(upload.id, { data: await toFile(Buffer.from(text), 'part') });
  return { ...opened, upload, part };
}

test('a file that comes in parts is whole, in the order its parts are named', async () => {
  const opened = await begun();
  const { client, upload, part } = opened;
  expect(upload).toEqual({
    id: expect.stringMatching(/^upload_[A-Za-z0-9]{24}$/),
    object: 'upload',
    bytes: 11,
    created_at: expect.any(Number),
    filename: 'big.jsonl',
    purpose: 'assistants',
    status: 'pending',
    expires_at: upload.created_at + 3600,
  });
  const second = await part(' world');
  const first = await part('hello');
  expect(first).toEqual({
    id: expect.stringMatching(/^part_/),
    object: 'upload.part',
    created_at: expect.any(Number),
    upload_id: upload.id,
  });
  const md5 = createHash('md5').update('hello world').digest('hex');
  const completed = await client.uploads.complete(upload.id, { part_ids: [first.id, second.id], md5 });
  expect(completed).toMatchObject({ status: 'completed', file: { filename: 'big.jsonl', bytes: 11 } });
  expect(await (await client.files.content(completed.file!.id)).text()).toBe('hello world');
  expect(blobs(opened)).toHaveLength(1);
});

test('parts that do not add up, or are not what the checksum says, are refused and stay', async () => {
  const { client, upload, part } = await begun();
  const [a, b] = [await part('hello'), await part(' world')];
  await expect(client.uploads.complete(upload.id, { part_ids: [a.id] })).rejects.toMatchObject({
    status: 400,
    param: 'part_ids',
  });
  await expect(
    client.uploads.complete(upload.id, { part_ids: [a.id, b.id], md5: '0'.repeat(32) }),
  ).rejects.toMatchObject({ status: 400, param: 'md5' });
  await expect(client.uploads.complete(upload.id, { part_ids: ['part_x'] })).rejects.toMatchObject({ status: 404 });
  expect((await client.uploads.complete(upload.id, { part_ids: [a.id, b.id] })).status).toBe('completed');
});

test('a cancelled upload takes its bytes along and takes nothing more', async () => {
  const opened = await begun();
  const { client, upload, part } = opened;
  await part('hello');
  expect(blobs(opened)).toHaveLength(1);
  expect(await client.uploads.cancel(upload.id)).toMatchObject({ status: 'cancelled' });
  expect(blobs(opened)).toEqual([]);
  await expect(part('more')).rejects.toMatchObject({ status: 400 });
  await expect(client.uploads.cancel(upload.id)).rejects.toMatchObject({ status: 400 });
});

test('parts survive a restart, and go when their upload has expired', async () => {
  const clock = new TestClock();
  const before = await begun({ clock });
  await before.part('hello');
  await before.engine.close();
  const after = await openEngine({ folder: before.folder, clock });
  expect(blobs(after)).toHaveLength(1);
  clock.advance(3_600_000);
  await expect(after.client.uploads.cancel(before.upload.id)).rejects.toThrow('has expired');
  await expect.poll(() => blobs(after)).toEqual([]);
});

test('a clock that is set forward ends no upload that is under way', async () => {
  const clock = new TestClock();
  const { client, upload, part } = await begun({ clock });
  const first = await part('hello');
  clock.set(24 * 3_600_000);
  expect(
    (await client.uploads.complete(upload.id, { part_ids: [first.id] }).catch((error) => error)).message,
  ).toContain('the parts hold 5 bytes');
  const second = await part(' world');
  expect((await client.uploads.complete(upload.id, { part_ids: [first.id, second.id] })).status).toBe('completed');
});

test.each([
  ['no file name', { filename: '' }, 'filename'],
  ['more than eight gigabytes', { bytes: 8 * 1024 ** 3 + 1 }, 'bytes'],
  ['an unknown purpose', { purpose: 'fun' }, 'purpose'],
])('an upload with %s is refused', async (_, wrong, param) => {
  const { engine } = await openEngine();
  const body = { filename: 'a', purpose: 'assistants', bytes: 1, mime_type: 'text/plain', ...wrong };
  const response = await engine.fetch('http://engine/v1/uploads', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: { param } });
});
