import OpenAI from 'openai';
import OpenAI4 from 'openai-v4';
import OpenAI6 from 'openai-v6';
import { expect, test } from 'vitest';
import { openEngine } from '../../../support/engine';
import { engineWorld, type Names } from '../../../support/engine-world';
import { refusal } from './envelopes';

type World = Awaited<ReturnType<typeof engineWorld>>;

/** Ids that were given out by nobody. */
const GONE = {
  assistant: 'asst_gone',
  thread: 'thread_gone',
  message: 'msg_gone',
  run: 'run_gone',
  'run step': 'step_gone',
  file: 'file-gone',
  'vector store': 'vs_gone',
  'file batch': 'vsfb_gone',
  upload: 'upload_gone',
  part: 'part_gone',
};
const no = (kind: keyof typeof GONE) => `No ${kind} found with id '${GONE[kind]}'.`;
const { assistant: A, thread: T, message: M, run: R, file: F, upload: U } = GONE;
const hi = { role: 'user', content: 'Hi' };
const outputs = { tool_outputs: [{ tool_call_id: 'call_x', output: '1' }] };

/** Method, path, body, what is not there. */
const missing: [string, string, object | undefined, keyof typeof GONE][] = [
  ['POST', `/assistants/${A}`, { name: 'x' }, 'assistant'],
  ['POST', `/threads/${T}`, { metadata: {} }, 'thread'],
  ['POST', `/threads/${T}/messages`, hi, 'thread'],
  ['POST', `/threads/${T}/runs`, { assistant_id: '/A' }, 'thread'],
  ['POST', '/threads/T/runs', { assistant_id: A }, 'assistant'],
  ['POST', '/threads/T/runs', { assistant_id: A, stream: true }, 'assistant'],
  ['POST', '/threads/runs', { assistant_id: A }, 'assistant'],
  ['POST', `/threads/T/messages/${M}`, { metadata: {} }, 'message'],
  ['GET', `/threads/${T}/runs`, undefined, 'thread'],
  ['GET', `/threads/${T}/runs/R`, undefined, 'thread'],
  ['POST', `/threads/T/runs/${R}`, { metadata: {} }, 'run'],
  ['POST', `/threads/T/runs/${R}/submit_tool_outputs`, outputs, 'run'],
  ['GET', '/threads/T/runs/R/steps/step_gone', undefined, 'run step'],
  ['GET', `/threads/T/runs/${R}/steps/S`, undefined, 'run'],
  ['POST', '/threads/T/messages', { ...hi, attachments: [{ file_id: F, tools: [] }] }, 'file'],
  ['POST', '/assistants', { model: 'm', tool_resources: { code_interpreter: { file_ids: [F] } } }, 'file'],
  ['GET', '/vector_stores/vs_gone', undefined, 'vector store'],
  ['POST', '/vector_stores/vs_gone', { name: 'x' }, 'vector store'],
  ['DELETE', '/vector_stores/vs_gone', undefined, 'vector store'],
  ['POST', '/vector_stores/vs_gone/search', { query: 'x' }, 'vector store'],
  ['GET', '/vector_stores/vs_gone/files', undefined, 'vector store'],
  ['POST', '/vector_stores/V/files', { file_id: F }, 'file'],
  ['GET', `/vector_stores/V/files/${F}`, undefined, 'file'],
  ['DELETE', `/vector_stores/V/files/${F}`, undefined, 'file'],
  ['GET', `/vector_stores/V/files/${F}/content`, undefined, 'file'],
  ['POST', '/vector_stores/V/file_batches', { file_ids: [F] }, 'file'],
  ['GET', '/vector_stores/V/file_batches/vsfb_gone', undefined, 'file batch'],
  ['POST', '/vector_stores/V/file_batches/vsfb_gone/cancel', undefined, 'file batch'],
  ['GET', '/vector_stores/V/file_batches/vsfb_gone/files', undefined, 'file batch'],
  ['POST', `/uploads/${U}/complete`, { part_ids: ['part_gone'] }, 'upload'],
  ['POST', `/uploads/${U}/cancel`, undefined, 'upload'],
  ['POST', '/uploads/U/complete', { part_ids: ['part_gone'] }, 'part'],
];

/** Puts the world's own ids where a body names a kind of thing. */
const named = (world: World, body: object | undefined): object | undefined =>
  body &&
  JSON.parse(JSON.stringify(body), (_, value) => (/^\/[A-Z]+$/.test(value) ? world.path(value).slice(1) : value));

/** Refusals change nothing, so that one world serves a whole table. */
async function answers(rows: readonly [string, string, (object | string | undefined)?][]) {
  const world = await engineWorld();
  const said: unknown[] = [];
  for (const [method, path, body] of rows) {
    const answer = await world.ask(method, world.path(path), typeof body === 'object' ? named(world, body) : body);
    said.push([`${method} ${path}`, answer.status, answer.body]);
  }
  return { said, names: world.names };
}
test('what is not there is not found, by its kind and its id', async () => {
  const { said } = await answers(missing.map(([method, path, body]) => [method, path, body]));
  expect(said).toEqual(missing.map(([method, path, , kind]) => [`${method} ${path}`, 404, refusal(no(kind))]));
});

/** Method, path, body, and the refusal of a request that comes at the wrong time. */
const untimely: [string, string, object | undefined, (names: Names) => string][] = [
  ['POST', '/threads/BT/messages', hi, ({ BT, BR }) => `Can't add messages to ${BT} while a run ${BR} is active.`],
  ['POST', '/threads/WT/messages', hi, ({ WT, WR }) => `Can't add messages to ${WT} while a run ${WR} is active.`],
  ['POST', '/threads/BT/runs', { assistant_id: '/A' }, ({ BT, BR }) => `Thread ${BT} already has an active run ${BR}.`],
  [
    'POST',
    '/threads/WT/runs',
    { assistant_id: '/A', stream: true },
    ({ WT, WR }) => `Thread ${WT} already has an active run ${WR}.`,
  ],
  ['POST', '/threads/T/runs/R/cancel', undefined, () => "Cannot cancel run with status 'completed'."],
  [
    'POST',
    '/threads/T/runs/R/submit_tool_outputs',
    outputs,
    () => 'Runs in status "completed" do not accept tool outputs.',
  ],
  [
    'POST',
    '/threads/BT/runs/BR/submit_tool_outputs',
    { ...outputs, stream: true },
    () => 'Runs in status "in_progress" do not accept tool outputs.',
  ],
];

test('what comes at the wrong time is refused in upstream words', async () => {
  const { said, names } = await answers(untimely.map(([method, path, body]) => [method, path, body]));
  expect(said).toEqual(
    untimely.map(([method, path, , message]) => [`${method} ${path}`, 400, refusal(message(names))]),
  );
});

test('outputs for other calls than those that wait are listed as upstream lists them', async () => {
  const { ask, path, waiting } = await engineWorld();
  const [call] = waiting.required_action!.submit_tool_outputs.tool_calls;
  const answer = await ask('POST', path('/threads/WT/runs/WR/submit_tool_outputs'), outputs);
  expect(answer.body.error.message).toBe(`Expected tool outputs for call_ids ['${call!.id}'], got ['call_x']`);
  const none = await ask('POST', path('/threads/WT/runs/WR/submit_tool_outputs'), { tool_outputs: [] });
  expect(none.body.error.message).toBe(`Expected tool outputs for call_ids ['${call!.id}'], got []`);
});

/** Where an id stands, and what ids there begin with. */
const malformed: [string, string, string][] = [
  ['/assistants/x', 'assistant_id', 'asst'],
  ['/threads/x', 'thread_id', 'thread'],
  ['/threads/T/messages/x', 'message_id', 'msg'],
  ['/threads/T/runs/x', 'run_id', 'run'],
  ['/threads/T/runs/R/steps/x', 'step_id', 'step'],
  ['/vector_stores/x', 'vector_store_id', 'vs_'],
  ['/vector_stores/V/file_batches/x', 'batch_id', 'vsfb_'],
];

test('who sends what cannot be an id is told what one looks like', async () => {
  const { said } = await answers(malformed.map(([path]) => ['GET', path]));
  expect(said).toEqual(
    malformed.map(([path, param, prefix]) => [
      `GET ${path}`,
      400,
      refusal(`Invalid '${param}': 'x'. Expected an ID that begins with '${prefix}'.`, param, 'invalid_value'),
    ]),
  );
});

test.each(['file-gone', 'fake_id'])('%s is refused in the words that upstream has for files alone', async (id) => {
  const { said } = await answers([
    ['GET', `/files/${id}`],
    ['GET', `/files/${id}/content`],
    ['DELETE', `/files/${id}`],
  ]);
  const message = `No such File object: ${id}`;
  const body = { ...refusal(message, 'id'), detail: { message, code: null } };
  expect(said).toEqual([
    [`GET /files/${id}`, 404, body],
    [`GET /files/${id}/content`, 404, body],
    [`DELETE /files/${id}`, 404, body],
  ]);
});

/** A filter, and the refusal of it. */
const filters: [object, string, string, string][] = [
  [
    { type: 'like', key: 'a', value: 1 },
    "Invalid value: 'like'. Supported values are: 'eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'in', 'nin', 'and', and 'or'.",
    'filters.type',
    'invalid_value',
  ],
  [
    { type: 'in', key: 'a', value: 'b' },
    "Invalid type for 'filters.value': expected an array of strings or numbers, but got a string instead.",
    'filters.value',
    'invalid_type',
  ],
  [{ type: 'and' }, "Missing required parameter: 'filters.filters'.", 'filters.filters', 'missing_required_parameter'],
  [
    { type: 'or', filters: [{ type: 'eq', key: 'a' }] },
    "Missing required parameter: 'filters.filters[0].value'.",
    'filters.filters[0].value',
    'missing_required_parameter',
  ],
];

test('a filter that is none is refused for what is wrong with it', async () => {
  const { said } = await answers(
    filters.map(([filter]) => ['POST', '/vector_stores/V/search', { query: 'x', filters: filter }]),
  );
  expect(said).toEqual(
    filters.map(([, message, param, code]) => ['POST /vector_stores/V/search', 400, refusal(message, param, code)]),
  );
});

const REQUIRED: Record<string, object> = {
  '/assistants': { model: 'm' },
  '/threads/runs': { assistant_id: '/A' },
  '/threads/T/messages': hi,
  '/threads/T/runs': { assistant_id: '/A' },
  '/threads/WT/runs/WR/submit_tool_outputs': outputs,
  '/vector_stores/V/search': { query: 'x' },
  '/vector_stores/V/files': { file_id: '/F' },
  '/vector_stores/V/file_batches': { file_ids: ['/F'] },
  '/uploads': { filename: 'x', purpose: 'assistants', bytes: 1, mime_type: 'text/csv' },
};
const postable = [
  '/assistants',
  '/assistants/A',
  '/threads',
  '/threads/T',
  '/threads/runs',
  '/threads/T/messages',
  '/threads/T/messages/M',
  '/threads/T/runs',
  '/threads/T/runs/R',
  '/threads/WT/runs/WR/submit_tool_outputs',
  '/vector_stores',
  '/vector_stores/V',
  '/vector_stores/V/search',
  '/vector_stores/V/files',
  '/vector_stores/V/file_batches',
  '/uploads',
];

test('every endpoint that takes a body takes JSON, and only the parameters it knows', async () => {
  const broken = await answers(postable.map((path) => ['POST', path, '{"a":']));
  const notJson = refusal(expect.stringMatching(/^We could not parse the JSON body of your request\./));
  expect(broken.said).toEqual(postable.map((path) => [`POST ${path}`, 400, notJson]));
  const unknown = await answers(postable.map((path) => ['POST', path, { ...REQUIRED[path], colour: 1 }]));
  const refused = refusal("Unknown parameter: 'colour'.", 'colour', 'unknown_parameter');
  expect(unknown.said).toEqual(postable.map((path) => [`POST ${path}`, 400, refused]));
});

test('a method that an endpoint does not have is refused with those it has', async () => {
  const { ask, path: named } = await engineWorld();
  for (const path of postable) {
    const answer = await ask('PUT', named(path), {});
    const message = `Not allowed to PUT on /v1${named(path)}. (HINT: Perhaps you meant to use a different HTTP method?)`;
    expect([answer.status, answer.body]).toEqual([405, refusal(message, null, 'method_not_supported')]);
    expect(answer.headers.get('allow')?.split(', ')).toContain('POST');
  }
});

test.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])(
  '%s of an unknown URL is not found, whatever comes with it',
  async (method) => {
    const { ask, engine } = await engineWorld();
    const answer = await ask(method, '/_stainless_unknown_path', method === 'GET' ? undefined : {});
    expect(answer).toMatchObject({
      status: 404,
      body: { error: { message: `Invalid URL (${method} /v1/_stainless_unknown_path)`, param: null, code: null } },
    });
    if (method !== 'POST') return;
    const form = new FormData();
    form.set('file', new Blob(['x']), 'x.txt');
    const sent = await engine.fetch('http://engine/v1/_stainless_unknown_path', { method, body: form });
    expect(sent.status).toBe(404);
  },
);

test.each([
  ['4.104', OpenAI4],
  ['6.49', OpenAI6],
  ['7.55', OpenAI],
])('SDK %s throws what its scripts catch', async (_, Sdk) => {
  const { engine } = await openEngine();
  const client = new Sdk({ baseURL: 'http://engine/v1', apiKey: 'x', fetch: engine.fetch, maxRetries: 0 });
  const caught = await client.beta.assistants.retrieve('asst_gone').then(
    () => null,
    (error: unknown) => error,
  );
  expect(caught).toBeInstanceOf(Sdk.NotFoundError);
  expect(caught).toMatchObject({ status: 404, type: 'invalid_request_error', message: `404 ${no('assistant')}` });
  await expect(client.beta.assistants.create({ model: '' })).rejects.toBeInstanceOf(Sdk.BadRequestError);
});
