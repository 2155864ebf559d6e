import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { toFile } from 'openai';
import { expect, test } from 'vitest';
import { openEngine } from '../../support/engine';
import { TestClock } from '../../support/test-clock';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const blobs = (folder: string) =>
  existsSync(join(folder, 'blobs'))
    ? readdirSync(join(folder, 'blobs'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    : [];

test('a file is uploaded, listed, read back byte for byte, and deleted for good', async () => {
  const { client, folder } = await openEngine();
  const bytes = randomBytes(100_000);
  const file = await client.files.create({ file: await toFile(bytes, 'sales.csv'), purpose: 'assistants' });
  expect(file).toEqual({
    id: expect.stringMatching(/^file-[A-Za-z0-9]{24}$/),
    object: 'file',
    bytes: 100_000,
    created_at: expect.any(Number),
    expires_at: null,
    filename: 'sales.csv',
    purpose: 'assistants',
    status: 'processed',
    status_details: null,
  });
  expect(await client.files.retrieve(file.id)).toEqual(file);
  expect((await client.files.list()).data).toEqual([file]);
  const content = await client.files.content(file.id);
  expect(content.headers.get('content-length')).toBe('100000');
  expect(sha256(new Uint8Array(await content.arrayBuffer()))).toBe(sha256(bytes));
  expect(await client.files.delete(file.id)).toEqual({ id: file.id, object: 'file', deleted: true });
  await expect(client.files.retrieve(file.id)).rejects.toMatchObject({ status: 404 });
  expect(blobs(folder)).toEqual([]);
});

test.each([
  ['sales.csv', 'attachment; filename="sales.csv"'],
  ['Umsätze.csv', `attachment; filename="Ums_tze.csv"; filename*=UTF-8''Ums%C3%A4tze.csv`],
])('%s is given out under its name, in the form that scripts look for', async (name, header) => {
  const { client } = await openEngine();
  const { id } = await client.files.create({ file: await toFile(Buffer.from('x'), name), purpose: 'assistants' });
  const content = await client.files.content(id);
  expect([content.headers.get('content-disposition'), await content.text()]).toEqual([header, 'x']);
});

test('20 MB pass through a chunk at a time', async () => {
  const { engine, client } = await openEngine();
  const chunk = randomBytes(64 * 1024);
  const hash = createHash('sha256');
  let ahead = 0;
  let furthest = 0;
  async function* form() {
    yield Buffer.from('--b\r\ncontent-disposition: form-data; name="purpose"\r\n\r\nuser_data\r\n');
    yield Buffer.from('--b\r\ncontent-disposition: form-data; name="file"; filename="big.bin"\r\n\r\n');
    for (let sent = 0; sent < 320; sent += 1) {
      hash.update(chunk);
      ahead += 1;
      furthest = Math.max(furthest, ahead);
      setImmediate(() => {
        ahead -= 1;
      });
      yield chunk;
    }
    yield Buffer.from('\r\n--b--\r\n');
  }
  const response = await engine.fetch('http://engine/v1/files', {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    body: ReadableStream.from(form()),
  });
  expect(response.status).toBe(200);
  const [file] = (await client.files.list({ purpose: 'user_data' })).data;
  expect(file).toMatchObject({ filename: 'big.bin', bytes: 20 * 1024 * 1024 });
  // Never more than a few chunks were asked for before the earlier ones had gone on.
  expect(furthest).toBeLessThan(40);
  const back = createHash('sha256');
  const content = await client.files.content(file!.id);
  for await (const part of content.body ?? []) back.update(part);
  expect(back.digest('hex')).toBe(hash.digest('hex'));
});

test('files of the same bytes share them, and the last to go takes them along', async () => {
  const { client, folder } = await openEngine();
  const upload = async (name: string) =>
    client.files.create({ file: await toFile(Buffer.from('a,b\n1,2\n'), name), purpose: 'assistants' });
  const [one, two] = await Promise.all([upload('one.csv'), upload('two.csv')]);
  expect(blobs(folder)).toHaveLength(1);
  await client.files.delete(one.id);
  expect(await (await client.files.content(two.id)).text()).toBe('a,b\n1,2\n');
  await client.files.delete(two.id);
  expect(blobs(folder)).toEqual([]);
});

test('the list is filtered by purpose and paged', async () => {
  const { client } = await openEngine();
  for (const purpose of ['assistants', 'vision', 'assistants'] as const) {
    await client.files.create({ file: await toFile(Buffer.from(purpose), `${purpose}.txt`), purpose });
  }
  const names: string[] = [];
  for await (const file of client.files.list({ purpose: 'assistants', limit: 1, order: 'asc' }))
    names.push(file.purpose);
  expect(names).toEqual(['assistants', 'assistants']);
});

test('a file given an hour is gone after it', async () => {
  const clock = new TestClock();
  const { client, folder } = await openEngine({ clock });
  const file = await client.files.create({
    file: await toFile(Buffer.from('soon gone'), 'x.txt'),
    purpose: 'user_data',
    expires_after: { anchor: 'created_at', seconds: 3600 },
  });
  expect(file.expires_at).toBe(file.created_at + 3600);
  clock.sleep(3600_000);
  await expect(client.files.retrieve(file.id)).rejects.toMatchObject({ status: 404 });
  expect((await client.files.list()).data).toEqual([]);
  clock.advance(3600_000);
  await expect.poll(() => blobs(folder)).toEqual([]);
});

test('an expired file that could not be removed at first is removed later', async () => {
  const clock = new TestClock();
  const { client, folder, database } = await openEngine({ clock });
  await client.files.create({
    file: await toFile(Buffer.from('soon gone'), 'x.txt'),
    purpose: 'user_data',
    expires_after: { anchor: 'created_at', seconds: 3600 },
  });
  database.run(`CREATE TRIGGER held BEFORE DELETE ON file BEGIN SELECT RAISE(ABORT, 'not now'); END`);
  clock.advance(3600_000);
  database.run('DROP TRIGGER held');
  expect(blobs(folder)).toHaveLength(1);
  clock.advance(3600_000);
  await expect.poll(() => blobs(folder)).toEqual([]);
});

test('a file in use is taken out of the lists that name it when it is deleted', async () => {
  const { client } = await openEngine();
  const file = await client.files.create({ file: await toFile(Buffer.from('x'), 'x.csv'), purpose: 'assistants' });
  const tool_resources = { code_interpreter: { file_ids: [file.id] } };
  const assistant = await client.beta.assistants.create({ model: 'm', tool_resources });
  const thread = await client.beta.threads.create();
  await client.beta.threads.messages.create(thread.id, {
    role: 'user',
    content: 'Look at this.',
    attachments: [{ file_id: file.id, tools: [{ type: 'code_interpreter' }] }],
  });
  expect((await client.beta.threads.retrieve(thread.id)).tool_resources).toEqual(tool_resources);
  await client.files.delete(file.id);
  const empty = { code_interpreter: { file_ids: [] } };
  expect((await client.beta.threads.retrieve(thread.id)).tool_resources).toEqual(empty);
  expect((await client.beta.assistants.retrieve(assistant.id)).tool_resources).toEqual(empty);
});

test('a file that does not exist cannot be attached', async () => {
  const { client } = await openEngine();
  const { id } = await client.beta.threads.create();
  const attachments = [{ file_id: 'file-gone', tools: [{ type: 'code_interpreter' as const }] }];
  await expect(
    client.beta.threads.messages.create(id, { role: 'user', content: 'x', attachments }),
  ).rejects.toMatchObject({ status: 404 });
  expect((await client.beta.threads.messages.list(id)).data).toEqual([]);
});

const part = (name: string, value: string, more = '') =>
  `--b\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;
const filePart = part('file', 'x', '; filename="x.txt"');

test.each([
  ['no file', part('purpose', 'assistants'), 'file', 'missing_required_parameter'],
  ['no purpose', filePart, 'purpose', 'missing_required_parameter'],
  ['an unknown purpose', part('purpose', 'fun') + filePart, 'purpose', null],
  ['an unknown field', part('colour', 'red') + filePart + part('purpose', 'vision'), 'colour', 'unknown_parameter'],
  [
    'too short a life',
    part('purpose', 'vision') +
      part('expires_after[anchor]', 'created_at') +
      part('expires_after[seconds]', '60') +
      filePart,
    'expires_after.seconds',
    'integer_below_min_value',
  ],
])('an upload with %s is refused and leaves no bytes behind', async (_, parts, param, code) => {
  const { engine, folder } = await openEngine();
  const response = await engine.fetch('http://engine/v1/files', {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    body: `${parts}--b--\r\n`,
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: { param, code } });
  expect(blobs(folder)).toEqual([]);
});

test.each([
  [
    'broken off in the middle',
    `${part('purpose', 'vision')}${filePart.slice(0, -3)}`,
    'multipart/form-data; boundary=b',
  ],
  ['without a boundary', filePart, 'multipart/form-data'],
  ['that is JSON', '{}', 'application/json'],
])('an upload %s is refused and leaves no bytes behind', async (_, body, type) => {
  const { engine, folder } = await openEngine();
  const headers = { 'content-type': type };
  const response = await engine.fetch('http://engine/v1/files', { method: 'POST', headers, body });
  expect(response.status).toBe(400);
  expect(blobs(folder)).toEqual([]);
});

test('a file whose name is not UTF-8 is refused and leaves no bytes behind; one with a sign for that is kept', async () => {
  const { engine, folder } = await openEngine();
  const sent = (name: Buffer) =>
    engine.fetch('http://engine/v1/files', {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
      body: Buffer.concat([
        Buffer.from(`${part('purpose', 'vision')}--b\r\ncontent-disposition: form-data; name="file"; filename="`),
        name,
        Buffer.from('"\r\n\r\nx\r\n--b--\r\n'),
      ]),
    });
  const refused = await sent(Buffer.from('Ums\xe4tze.csv', 'latin1'));
  expect([refused.status, JSON.parse(await refused.text()).error?.message]).toEqual([
    400,
    'We could not parse your request: the name of the file is not valid UTF-8.',
  ]);
  expect(blobs(folder)).toEqual([]);
  expect(JSON.parse(await (await sent(Buffer.from('Ums\ufffdtze.csv'))).text()).filename).toBe('Ums\ufffdtze.csv');
});

test('an upload the client gives up leaves no bytes behind', async () => {
  const { engine, folder } = await openEngine();
  const gone = new AbortController();
  async function* form() {
    yield Buffer.from(part('purpose', 'vision') + filePart.slice(0, -2));
    gone.abort();
    yield Buffer.from('more');
    throw gone.signal.reason;
  }
  const upload = engine.fetch('http://engine/v1/files', {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    body: ReadableStream.from(form()),
    signal: gone.signal,
  });
  await expect(upload).rejects.toThrow('aborted');
  await expect.poll(() => blobs(folder)).toEqual([]);
});

test('bytes that no file refers to are removed at the next start', async () => {
  const before = await openEngine();
  await before.client.files.create({ file: await toFile(Buffer.from('kept'), 'k.txt'), purpose: 'vision' });
  const file = await before.client.files.create({
    file: await toFile(Buffer.from('lost'), 'l.txt'),
    purpose: 'vision',
  });
  await before.engine.close();
  const db = new DatabaseSync(join(before.folder, 'engine.db'));
  db.prepare('DELETE FROM file WHERE id = ?').run(file.id);
  db.close();
  expect(blobs(before.folder)).toHaveLength(2);
  await openEngine({ folder: before.folder });
  expect(blobs(before.folder)).toHaveLength(1);
});

test('a name that is a path is kept as its last part, and only ever shown', async () => {
  const { client } = await openEngine();
  const names = ['../../etc/passwd', 'C:\\Windows\\x.csv', 'a\u0000b\n.csv', '..'];
  const kept: string[] = [];
  for (const name of names) {
    kept.push((await client.files.create({ file: await toFile(Buffer.from(name), name), purpose: 'vision' })).filename);
  }
  for (const name of kept) expect(name).not.toMatch(/[/\\\p{Cc}]/u);
});
