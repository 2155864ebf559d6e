import { expect, test } from 'vitest';
import { engineWorld, sharedEngineWorld } from '../../../support/engine-world';

const x = (length: number) => 'x'.repeat(length);
const many = <T>(count: number, of: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => of(index));
const pairs = (count: number, value: unknown = 'v') =>
  Object.fromEntries(many(count, (index) => [`key ${index}`, value] as const));
const code = { type: 'code_interpreter' };
const fn = (name: string) => ({ type: 'function', function: { name } });
const user = (content: unknown) => ({ role: 'user', content });
const chunking = (max_chunk_size_tokens: number, chunk_overlap_tokens: number) => ({
  chunking_strategy: { type: 'static', static: { max_chunk_size_tokens, chunk_overlap_tokens } },
});
const ranking = (max_num_results: number, score_threshold: number) => ({
  tools: [{ type: 'file_search', file_search: { max_num_results, ranking_options: { score_threshold } } }],
});
const ASSISTANT = '/assistants';
const RUN = '/threads/T/runs';
const STORE = '/vector_stores';
const days = (count: number) => ({ expires_after: { anchor: 'last_active_at', days: count } });
const json = (name: string) => ({
  response_format: { type: 'json_schema', json_schema: { name, schema: { type: 'object' } } },
});

const sharedWorld = sharedEngineWorld();

/** What, where, the most that is taken, the least that is not, and what the refusal blames. */
const limits: [string, string, object, object, string][] = [
  ['name', ASSISTANT, { name: x(256) }, { name: x(257) }, 'name'],
  ['description', ASSISTANT, { description: x(512) }, { description: x(513) }, 'description'],
  ['instructions', ASSISTANT, { instructions: x(256_000) }, { instructions: x(256_001) }, 'instructions'],
  ['tools', ASSISTANT, { tools: many(128, () => code) }, { tools: many(129, () => code) }, 'tools'],
  ['function name', ASSISTANT, { tools: [fn(x(64))] }, { tools: [fn(x(65))] }, 'tools[0].function.name'],
  ['temperature', ASSISTANT, { temperature: 2 }, { temperature: 2.1 }, 'temperature'],
  ['temperature at least', ASSISTANT, { temperature: 0 }, { temperature: -0.1 }, 'temperature'],
  ['top_p', ASSISTANT, { top_p: 1 }, { top_p: 1.1 }, 'top_p'],
  ['metadata pairs', ASSISTANT, { metadata: pairs(16) }, { metadata: pairs(17) }, 'metadata'],
  ['metadata value', ASSISTANT, { metadata: pairs(1, x(512)) }, { metadata: pairs(1, x(513)) }, 'metadata.key 0'],
  ['metadata key', ASSISTANT, { metadata: { [x(64)]: '' } }, { metadata: { [x(65)]: '' } }, `metadata.${x(65)}`],
  [
    'characters of two halves',
    ASSISTANT,
    { metadata: { ['💥'.repeat(64)]: '💥'.repeat(512) } },
    { metadata: { ['💥'.repeat(65)]: '' } },
    `metadata.${'💥'.repeat(65)}`,
  ],
  ['results', ASSISTANT, ranking(50, 0), ranking(51, 0), 'tools[0].file_search.max_num_results'],
  ['results at least', ASSISTANT, ranking(1, 0), ranking(0, 0), 'tools[0].file_search.max_num_results'],
  ['score', ASSISTANT, ranking(1, 1), ranking(1, 1.01), 'tools[0].file_search.ranking_options.score_threshold'],
  ['schema name', ASSISTANT, json(x(64)), json(x(65)), 'response_format.json_schema.name'],
  [
    'files for code',
    ASSISTANT,
    { tool_resources: { code_interpreter: { file_ids: many(20, () => '/F') } } },
    { tool_resources: { code_interpreter: { file_ids: many(21, () => '/F') } } },
    'tool_resources.code_interpreter.file_ids',
  ],
  [
    'vector stores',
    ASSISTANT,
    { tool_resources: { file_search: { vector_store_ids: ['/V'] } } },
    { tool_resources: { file_search: { vector_store_ids: ['/V', '/V'] } } },
    'tool_resources.file_search.vector_store_ids',
  ],
  ['message', '/threads/T/messages', user(x(256_000)), user(x(256_001)), 'content'],
  [
    'text part',
    '/threads',
    { messages: [user([{ type: 'text', text: x(256_000) }])] },
    { messages: [user([{ type: 'text', text: x(256_001) }])] },
    'messages[0].content[0].text',
  ],
  ['prompt budget', RUN, { max_prompt_tokens: 256 }, { max_prompt_tokens: 255 }, 'max_prompt_tokens'],
  ['completion budget', RUN, { max_completion_tokens: 256 }, { max_completion_tokens: 255 }, 'max_completion_tokens'],
  [
    'last messages',
    RUN,
    { truncation_strategy: { type: 'last_messages', last_messages: 1 } },
    { truncation_strategy: { type: 'last_messages', last_messages: 0 } },
    'truncation_strategy.last_messages',
  ],
  [
    'additional instructions',
    RUN,
    { additional_instructions: x(256_000) },
    { additional_instructions: x(256_001) },
    'additional_instructions',
  ],
  ['store name', STORE, { name: x(256) }, { name: x(257) }, 'name'],
  ['store life', STORE, days(365), days(366), 'expires_after.days'],
  ['store life at least', STORE, days(1), days(0), 'expires_after.days'],
  ['files of a new store', STORE, { file_ids: many(500, () => '/F') }, { file_ids: many(501, () => '/F') }, 'file_ids'],
  [
    'files of a batch',
    '/vector_stores/V/file_batches',
    { file_ids: many(2000, () => '/F') },
    { file_ids: many(2001, () => '/F') },
    'file_ids',
  ],
  ['chunk', STORE, chunking(4096, 0), chunking(4097, 0), 'chunking_strategy.static.max_chunk_size_tokens'],
  ['chunk at least', STORE, chunking(100, 0), chunking(99, 0), 'chunking_strategy.static.max_chunk_size_tokens'],
  ['overlap', STORE, chunking(800, 400), chunking(800, 401), 'chunking_strategy.static.chunk_overlap_tokens'],
  ['attributes', '/vector_stores/V/files/VF', { attributes: pairs(16, 1) }, { attributes: pairs(17, 1) }, 'attributes'],
  [
    'attribute text',
    '/vector_stores/V/files/VF',
    { attributes: { a: x(512) } },
    { attributes: { a: x(513) } },
    'attributes.a',
  ],
  [
    'found passages',
    '/vector_stores/V/search',
    { query: 'x', max_num_results: 50 },
    { query: 'x', max_num_results: 51 },
    'max_num_results',
  ],
];

test.each(limits)('%s: the limit is taken, one more is refused by name', async (_, path, most, more, param) => {
  // A thread has one run at a time.
  const { ask, path: named } = await (path === RUN ? engineWorld() : sharedWorld());
  const body = (given: object) => {
    const required = path === ASSISTANT ? { model: 'm' } : path === RUN ? { assistant_id: '/A' } : {};
    return JSON.parse(JSON.stringify({ ...required, ...given }), (__, value) =>
      /^\/[A-Z]+$/.test(value) ? named(value).slice(1) : value,
    );
  };
  const refused = await ask('POST', named(path), body(more));
  expect(refused.status).toBe(400);
  expect(refused.body.error).toMatchObject({
    type: 'invalid_request_error',
    param,
    message: expect.stringContaining('Invalid'),
  });
  expect(refused.body.error.code).toBeTypeOf('string');
  expect((await ask('POST', named(path), body(most))).status).toBe(200);
});

test.each([
  ['/assistants', 100],
  ['/threads/T/messages', 100],
  ['/threads/T/runs', 100],
  ['/threads/T/runs/R/steps', 100],
  ['/vector_stores', 100],
  ['/vector_stores/V/files', 100],
  ['/vector_stores/V/file_batches/VB/files', 100],
  ['/files', 10_000],
])('%s gives at most %i at once', async (path, most) => {
  const { ask, path: named } = await sharedWorld();
  const status = async (limit: number | string) => (await ask('GET', `${named(path)}?limit=${limit}`)).status;
  expect([await status(1), await status(most)]).toEqual([200, 200]);
  expect([await status(0), await status(most + 1), await status('x')]).toEqual([400, 400, 400]);
});
