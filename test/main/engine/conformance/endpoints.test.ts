import { expect, test } from 'vitest';
import { engineWorld, sharedEngineWorld } from '../../../support/engine-world';
import { deleted, list } from './envelopes';
import * as expected from './expected';

const CONTENT = 'include[]=step_details.tool_calls[*].file_search.results[*].content';
const { assistant, thread, message, run, vectorStore, vectorStoreFile, fileBatch, upload } = expected;
const metadata = { a: '1' };

/** Method, path, body, answer. In paths: A assistant, T thread, M message, R run, S step, F file, V vector store … */
type Case = [string, string, object | undefined, object];

const assistants: Case[] = [
  ['GET', '/assistants', undefined, list(assistant)],
  ['POST', '/assistants', { model: 'm' }, { ...assistant, model: 'm', tools: [], tool_resources: {} }],
  ['GET', '/assistants/A', undefined, assistant],
  ['POST', '/assistants/A', { metadata }, { ...assistant, metadata }],
  ['DELETE', '/assistants/A', undefined, deleted('assistant.deleted')],
];
const threads: Case[] = [
  ['POST', '/threads', undefined, thread],
  ['GET', '/threads/T', undefined, thread],
  ['POST', '/threads/T', { metadata }, { ...thread, metadata }],
  ['DELETE', '/threads/T', undefined, deleted('thread.deleted')],
  ['GET', '/threads/T/messages', undefined, list(expected.answer, message)],
  ['POST', '/threads/T/messages', { role: 'user', content: 'Hi' }, message],
  ['GET', '/threads/T/messages/M', undefined, message],
  ['POST', '/threads/T/messages/M', { metadata }, { ...message, metadata }],
  ['DELETE', '/threads/T/messages/M', undefined, deleted('thread.message.deleted')],
];
const runs: Case[] = [
  ['POST', '/threads/runs', { assistant_id: '/A' }, run],
  ['GET', '/threads/T/runs', undefined, list(expected.completedRun)],
  ['POST', '/threads/T/runs', { assistant_id: '/A' }, run],
  ['GET', '/threads/T/runs/R', undefined, expected.completedRun],
  ['GET', '/threads/WT/runs/WR', undefined, expected.waitingRun],
  ['POST', '/threads/T/runs/R', { metadata }, { ...expected.completedRun, metadata }],
  ['POST', '/threads/BT/runs/BR/cancel', undefined, { ...run, status: 'cancelling', started_at: expect.any(Number) }],
  ['GET', '/threads/T/runs/R/steps', undefined, list(expected.messageStep, expected.searchStep)],
  [
    'GET',
    `/threads/T/runs/R/steps?limit=1&order=asc&${CONTENT}`,
    undefined,
    expect.objectContaining({ data: [expect.objectContaining({ type: 'tool_calls' })], has_more: true }),
  ],
  ['GET', '/threads/T/runs/R/steps/S', undefined, expected.messageStep],
];
const files: Case[] = [
  ['GET', '/files', undefined, list(expected.file, expected.file)],
  ['GET', '/files/F', undefined, expected.file],
  ['DELETE', '/files/F', undefined, deleted('file')],
  ['POST', '/uploads', { filename: 'big.csv', purpose: 'assistants', bytes: 5, mime_type: 'text/csv' }, upload],
  ['POST', '/uploads/U/cancel', undefined, { ...upload, status: 'cancelled' }],
  ['GET', '/models', undefined, { object: 'list', data: [] }],
];
const vectorStores: Case[] = [
  ['GET', '/vector_stores', undefined, list(vectorStore)],
  ['POST', '/vector_stores', { name: 'x' }, { ...vectorStore, name: 'x' }],
  ['GET', '/vector_stores/V', undefined, vectorStore],
  ['POST', '/vector_stores/V', { metadata }, { ...vectorStore, metadata }],
  ['DELETE', '/vector_stores/V', undefined, deleted('vector_store.deleted')],
  ['POST', '/vector_stores/V/search', { query: 'llamas' }, expected.searchResults],
  ['GET', '/vector_stores/V/files', undefined, list(vectorStoreFile, vectorStoreFile)],
  ['POST', '/vector_stores/V/files', { file_id: '/F' }, vectorStoreFile],
  ['GET', '/vector_stores/V/files/VF', undefined, vectorStoreFile],
  ['POST', '/vector_stores/V/files/VF', { attributes: { n: 1 } }, { ...vectorStoreFile, attributes: { n: 1 } }],
  ['DELETE', '/vector_stores/V/files/VF', undefined, deleted('vector_store.file.deleted')],
  ['GET', '/vector_stores/V/files/VF/content', undefined, expected.fileContent],
  ['POST', '/vector_stores/V/file_batches', { file_ids: ['/F'] }, fileBatch],
  ['GET', '/vector_stores/V/file_batches/VB', undefined, fileBatch],
  ['POST', '/vector_stores/V/file_batches/VB/cancel', undefined, fileBatch],
  ['GET', '/vector_stores/V/file_batches/VB/files', undefined, list(vectorStoreFile)],
];

/** It stays as it was: whatever changes something has a world of its own. */
const seenWorld = sharedEngineWorld();

test.each([...assistants, ...threads, ...runs, ...files, ...vectorStores])(
  '%s %s answers with all that upstream answers with, and nothing else',
  async (method, path, body, answer) => {
    const world = await (method === 'GET' ? seenWorld() : engineWorld());
    const named =
      body &&
      JSON.parse(JSON.stringify(body), (_, value) => (/^\/[A-Z]+$/.test(value) ? world.path(value).slice(1) : value));
    const response = await world.ask(method, world.path(path), named);
    expect(response.body).toEqual(answer);
    expect(response.status).toBe(200);
    expect(response.headers.get('x-request-id')).toMatch(/^req_[0-9a-f]{32}$/);
  },
);

test('outputs for a waiting run set it going again', async () => {
  const { ask, path, waiting } = await engineWorld();
  const [call] = waiting.required_action!.submit_tool_outputs.tool_calls;
  const tool_outputs = [{ tool_call_id: call!.id, output: '1' }];
  const answer = await ask('POST', path('/threads/WT/runs/WR/submit_tool_outputs'), { tool_outputs });
  expect(answer.body).toEqual({ ...run, started_at: expect.any(Number) });
});

test('files and parts are uploaded as forms, and their bytes come back as they are', async () => {
  const { engine, path } = await engineWorld();
  const form = (name: string, extra = '') => ({
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    body: `${extra}--b\r\ncontent-disposition: form-data; name="${name}"; filename="x.csv"\r\n\r\nhello\r\n--b--\r\n`,
  });
  const purpose = '--b\r\ncontent-disposition: form-data; name="purpose"\r\n\r\nassistants\r\n';
  const send = async (where: string, init: RequestInit) =>
    (await engine.fetch(`http://engine/v1${path(where)}`, init)).json() as Promise<{ id: string }>;
  const file = await send('/files', form('file', purpose));
  expect(file).toEqual(expected.file);
  expect(await (await engine.fetch(`http://engine/v1/files/${file.id}/content`)).text()).toBe('hello');
  const part = await send('/uploads/U/parts', form('data'));
  expect(part).toMatchObject({ object: 'upload.part' });
  const completion = { part_ids: [part.id] };
  const headers = { 'content-type': 'application/json' };
  const completed = await send('/uploads/U/complete', { method: 'POST', headers, body: JSON.stringify(completion) });
  expect(completed).toEqual({ ...upload, status: 'completed', file: { ...expected.file, filename: 'big.csv' } });
});

test('only the list of threads does not exist, as upstream', async () => {
  const { ask } = await seenWorld();
  expect((await ask('GET', '/threads')).status).toBe(405);
});
