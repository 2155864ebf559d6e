import type OpenAI from 'openai';
import { expect, test } from 'vitest';
import { asked, openEngine } from '../../support/engine';
import { documents, upload } from '../../support/engine-files';
import { done, says, searches } from '../../support/scripted-model';
import { spanOf } from '../../support/spans';
import { TestClock } from '../../support/test-clock';

const CONTENT = 'step_details.tool_calls[*].file_search.results[*].content' as const;
const TEXTS = {
  'leave.md': 'Parental leave is 14 weeks at full pay.',
  'travel.md': 'Trains over four hours are booked first class.',
};

async function searching(...scripts: NonNullable<Parameters<typeof openEngine>[0]>['scripts'] & object) {
  const opened = await openEngine({ scripts });
  const { storeId, fileIds } = await documents(opened.client, TEXTS);
  const { assistant_id, threadId } = await asked(opened.client, {
    tools: [{ type: 'file_search' }],
    tool_resources: { file_search: { vector_store_ids: [storeId] } },
  });
  return { ...opened, storeId, leave: fileIds[0]!, assistant_id, threadId };
}

const found = (step: OpenAI.Beta.Threads.Runs.RunStep | undefined) => {
  const call = step?.step_details.type === 'tool_calls' ? step.step_details.tool_calls[0] : undefined;
  return call?.type === 'file_search' ? call.file_search : undefined;
};

test('a search is carried out within the run, and the model reads what was found', async () => {
  const { client, model, threadId, assistant_id, leave, storeId } = await searching(
    searches('parental leave'),
    says('14 weeks【0:0†source】.'),
  );
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  expect(run).toMatchObject({ status: 'completed', usage: { total_tokens: 30 } });
  const { data: steps } = await client.beta.threads.runs.steps.list(run.id, { thread_id: threadId, order: 'asc' });
  expect(steps.map((step) => [step.type, step.status, step.usage?.total_tokens])).toEqual([
    ['tool_calls', 'completed', 15],
    ['message_creation', 'completed', 15],
  ]);
  expect(found(steps[0])).toEqual({
    ranking_options: { ranker: 'default_2024_08_21', score_threshold: 0 },
    results: [expect.objectContaining({ file_id: leave, file_name: 'leave.md', attributes: {} })],
  });
  expect(model.turns[1]?.items.at(-1)).toMatchObject({
    type: 'file_search_result',
    queries: ['parental leave'],
    passages: [{ marker: '【0:0†source】', fileId: leave, storeId, text: TEXTS['leave.md'], chunk: 0 }],
  });
});

test('the content of results is shown to those who ask for it, in lists, single steps and streams', async () => {
  const { client, threadId, assistant_id } = await searching(searches('parental leave'), says('Yes.'));
  const stream = client.beta.threads.runs.stream(threadId, { assistant_id, include: [CONTENT] });
  const streamed: unknown[] = [];
  stream.on('runStepDone', (step) => streamed.push(found(step)?.results?.[0]?.content));
  const run = await stream.finalRun();
  const content = [{ type: 'text', text: TEXTS['leave.md'] }];
  expect(streamed[0]).toEqual(content);
  const ids = { thread_id: threadId, run_id: run.id };
  const step = (await client.beta.threads.runs.steps.list(run.id, { ...ids, include: [CONTENT] })).data[1];
  expect(found(step)?.results?.[0]?.content).toEqual(content);
  const again = await client.beta.threads.runs.steps.retrieve(step!.id, { ...ids, include: [CONTENT] });
  expect(found(again)).toEqual(found(step));
  const plain = await client.beta.threads.runs.steps.retrieve(step!.id, ids);
  expect(Object.keys(found(plain)!.results![0]!).toSorted()).toEqual(['attributes', 'file_id', 'file_name', 'score']);
});

test('whoever asks sees where each passage stands and why it was found', async () => {
  const { engine, client, threadId, assistant_id } = await searching(searches('parental leave'), says('Yes.'));
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  const include = 'include[]=step_details.tool_calls[*].file_search.results[*].passage';
  const url = `http://engine/v1/threads/${threadId}/runs/${run.id}/steps?${include}`;
  const passage = { chunk: 0, marker: '【0:0†source】', place: { line: 1, start: 0 }, why: { coverage: 1 } };
  const file_search = { queries: ['parental leave'], results: [{ passage }] };
  expect(await (await engine.fetch(url)).json()).toMatchObject({
    data: [{}, { step_details: { tool_calls: [{ file_search }] } }],
  });
  expect((await engine.fetch(`${url}&include[]=everything`)).status).toBe(400);
});

test('markers become citations with exact places, also when they arrive in pieces', async () => {
  const { client, threadId, assistant_id, leave } = await searching(
    searches('leave'),
    says('It is 😀 14 weeks', '【0', ':0†sou', 'rce】, and 【9:9†source】 is nothing. 【0:', '0†leave.md】 '),
  );
  const stream = client.beta.threads.runs.stream(threadId, { assistant_id });
  const deltas: string[] = [];
  let streamed: unknown;
  stream.on('textDelta', (delta) => deltas.push(delta.value ?? ''));
  stream.on('messageDelta', (_, snapshot) => {
    streamed = structuredClone(snapshot.content[0]);
  });
  const [message] = await stream.finalMessages();
  const value = 'It is 😀 14 weeks【0:0†source】, and 【9:9†source】 is nothing. 【0:0†leave.md】 ';
  const citation = (text: string) => ({
    type: 'file_citation',
    text,
    ...spanOf(value, text),
    file_citation: { file_id: leave },
  });
  const annotations = [citation('【0:0†source】'), citation('【0:0†leave.md】')];
  expect([...value].slice(annotations[0]?.start_index, annotations[0]?.end_index).join('')).toBe('【0:0†source】');
  expect(message?.content).toEqual([{ type: 'text', text: { value, annotations } }]);
  expect(deltas.join('')).toBe(value);
  for (const delta of deltas) expect(delta).not.toMatch(/【(?![^】]*】)/);
  expect(streamed).toMatchObject({ text: { value, annotations } });
  const [kept] = (await client.beta.threads.messages.list(threadId)).data;
  expect(kept?.content).toEqual(message?.content);
});

test('places count characters, not UTF-16 units, in messages that were kept before as well', async () => {
  const { client, database, threadId, assistant_id, leave } = await searching(searches('leave'), says('Never read.'));
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  const value = '🙂 and 🦙🦙: 14 weeks【0:0†source】';
  const kept = {
    type: 'file_citation',
    text: '【0:0†source】',
    start_index: value.indexOf('【'),
    end_index: value.length,
    file_citation: { file_id: leave },
  };
  const content = JSON.stringify([{ type: 'text', text: { value, annotations: [kept] } }]);
  database.run('UPDATE message SET content = $content WHERE run_id = $run', { content, run: run.id });
  const [message] = (await client.beta.threads.messages.list(threadId)).data;
  const annotations = [{ ...kept, ...spanOf(value, kept.text) }];
  expect(message?.content).toEqual([{ type: 'text', text: { value, annotations } }]);
});

test('no delta ends in the middle of a character, however the model cuts its text', async () => {
  const { client, threadId, assistant_id } = await searching(
    searches('leave'),
    says(...'🙂 14 weeks【0:0†source】🦙'.split('')),
  );
  const deltas: string[] = [];
  const stream = client.beta.threads.runs.stream(threadId, { assistant_id });
  stream.on('textDelta', (delta) => deltas.push(delta.value ?? ''));
  const [message] = await stream.finalMessages();
  expect(deltas.filter((delta) => !delta.isWellFormed())).toEqual([]);
  const value = '🙂 14 weeks【0:0†source】🦙';
  const annotations = [spanOf(value, '【0:0†source】')];
  expect(message?.content).toMatchObject([{ type: 'text', text: { value, annotations } }]);
});

test('a later run may cite what an earlier one found, and numbers of searches go on', async () => {
  const { client, model, threadId, assistant_id, leave } = await searching(
    searches('leave'),
    says('14 weeks【0:0†source】'),
    searches('trains'),
    says('As said【0:0†source】'),
  );
  await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  await client.beta.threads.messages.create(threadId, { role: 'user', content: 'And trains?' });
  await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  expect(model.turns[3]?.items.at(-1)).toMatchObject({ passages: [{ marker: '【1:0†source】' }] });
  const [message] = (await client.beta.threads.messages.list(threadId)).data;
  expect(message?.content).toMatchObject([{ text: { annotations: [{ file_citation: { file_id: leave } }] } }]);
});

test('results can be limited in number and by score', async () => {
  const { client, storeId, threadId } = await searching(
    searches('booked leave class pay'),
    says('Hm.'),
    searches('booked leave class pay'),
    says('Hm.'),
  );
  const results = async (file_search: OpenAI.Beta.FileSearchTool.FileSearch) => {
    const tools = [{ type: 'file_search' as const, file_search }];
    const { id: assistant_id } = await client.beta.assistants.create({
      model: 'm',
      tools,
      tool_resources: { file_search: { vector_store_ids: [storeId] } },
    });
    const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
    const { data } = await client.beta.threads.runs.steps.list(run.id, { thread_id: threadId, order: 'asc' });
    return found(data[0]);
  };
  expect((await results({ max_num_results: 1 }))?.results).toHaveLength(1);
  const strict = await results({ ranking_options: { score_threshold: 1, ranker: 'auto' } });
  expect(strict).toEqual({ ranking_options: { score_threshold: 1, ranker: 'auto' }, results: [] });
});

test('a forced search is forced once, or the model could never answer', async () => {
  const { client, model, threadId, assistant_id } = await searching(searches('leave'), says('14 weeks.'));
  await client.beta.threads.runs.createAndPoll(threadId, { assistant_id, tool_choice: { type: 'file_search' } });
  expect(model.turns.map((turn) => turn.toolChoice)).toEqual([{ type: 'file_search' }, 'auto']);
});

test('a file attached to a message for searching gets a store of the thread, and the run waits for it', async () => {
  const { client, model } = await openEngine({ scripts: [searches('llamas'), says('Yes.')] });
  const { id: assistant_id } = await client.beta.assistants.create({ model: 'm', tools: [{ type: 'file_search' }] });
  const file = await upload(client, 'zoo.txt', 'There are three llamas.');
  const attachments = [{ file_id: file.id, tools: [{ type: 'file_search' as const }] }];
  const thread = await client.beta.threads.create({ messages: [{ role: 'user', content: 'Llamas?', attachments }] });
  const [storeId] = thread.tool_resources?.file_search?.vector_store_ids ?? [];
  expect(await client.vectorStores.retrieve(storeId!)).toMatchObject({
    expires_after: { anchor: 'last_active_at', days: 7 },
    file_counts: { total: 1 },
  });
  await client.beta.threads.runs.createAndPoll(thread.id, { assistant_id });
  expect(model.turns[0]?.items[0]).toMatchObject({
    attachments: [{ fileId: file.id, filename: 'zoo.txt', tools: ['file_search'] }],
  });
  expect(model.turns[1]?.items.at(-1)).toMatchObject({ passages: [{ filename: 'zoo.txt' }] });
  const more = await upload(client, 'farm.txt', 'A goat.');
  await client.beta.threads.messages.create(thread.id, {
    role: 'user',
    content: 'x',
    attachments: [{ file_id: more.id, tools: [{ type: 'file_search' }] }],
  });
  expect((await client.vectorStores.retrieve(storeId!)).file_counts.total).toBe(2);
});

test('a store described with an assistant or a thread is made with it', async () => {
  const { client } = await openEngine();
  const file = await upload(client, 'a.txt', 'Alpha.');
  const vector_stores = [{ file_ids: [file.id], metadata: { topic: 'letters' } }];
  const assistant = await client.beta.assistants.create({
    model: 'm',
    tools: [{ type: 'file_search' }],
    tool_resources: { file_search: { vector_stores } },
  });
  const thread = await client.beta.threads.create({ tool_resources: { file_search: { vector_stores } } });
  for (const [owner, days] of [
    [assistant, undefined],
    [thread, 7],
  ] as const) {
    const [id] = owner.tool_resources?.file_search?.vector_store_ids ?? [];
    const store = await client.vectorStores.retrieve(id!);
    expect(store).toMatchObject({ metadata: { topic: 'letters' }, file_counts: { total: 1 } });
    expect(store.expires_after?.days).toBe(days);
  }
  await expect(
    client.beta.threads.create({ tool_resources: { file_search: { vector_store_ids: ['vs_x'], vector_stores } } }),
  ).rejects.toMatchObject({ status: 400, param: 'tool_resources.file_search' });
  await expect(
    client.beta.threads.create({ tool_resources: { file_search: { vector_store_ids: ['vs_x'] } } }),
  ).rejects.toMatchObject({ status: 404 });
});

test('a run that may search an expired store fails and says so', async () => {
  const clock = new TestClock();
  const { client } = await openEngine({ clock, scripts: [says('Hi.')] });
  const store = await client.vectorStores.create({ expires_after: { anchor: 'last_active_at', days: 1 } });
  const { assistant_id, threadId } = await asked(client, {
    tools: [{ type: 'file_search' }],
    tool_resources: { file_search: { vector_store_ids: [store.id] } },
  });
  clock.sleep(86_400_000);
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  expect(run).toMatchObject({ status: 'failed', last_error: { message: expect.stringContaining('is expired') } });
});

test('text, a search, more text and a function in one turn each get their step, one open at a time', async () => {
  const { client, threadId, assistant_id } = await searching(
    () => [
      { type: 'text', delta: 'Let me look.' },
      { type: 'file_search', index: 0, queries: ['leave'] },
      { type: 'call', index: 1, name: 'f' },
      { type: 'text', delta: 'Found【0:0†source】.' },
      done('calls'),
    ],
    says('Done.'),
  );
  const stream = client.beta.threads.runs.stream(threadId, { assistant_id });
  const events: string[] = [];
  for await (const { event } of stream) if (!event.includes('delta')) events.push(event.replace('thread.', ''));
  const message = ['message.created', 'message.in_progress', 'message.completed'];
  const step = (inner: string[]) => ['run.step.created', 'run.step.in_progress', ...inner, 'run.step.completed'];
  expect(events).toEqual([
    'run.created',
    'run.queued',
    'run.in_progress',
    ...step(message),
    ...step([]),
    ...step(message),
    'run.step.created',
    'run.step.in_progress',
    'run.requires_action',
  ]);
  const run = await stream.finalRun();
  const { data } = await client.beta.threads.runs.steps.list(run.id, { thread_id: threadId, order: 'asc' });
  expect(data.map((one) => one.usage?.total_tokens)).toEqual([0, 15, 0, undefined]);
});

test('a run that is cancelled while the model writes keeps what was held back as possible marker', async () => {
  const { client, threadId, assistant_id } = await searching(async function* (_, signal) {
    yield { type: 'text', delta: 'Half 【0:' };
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
  });
  const run = await client.beta.threads.runs.create(threadId, { assistant_id });
  await expect
    .poll(async () => (await client.beta.threads.messages.list(threadId, { run_id: run.id })).data)
    .toHaveLength(1);
  await client.beta.threads.runs.cancel(run.id, { thread_id: threadId });
  await client.beta.threads.runs.poll(run.id, { thread_id: threadId });
  const [message] = (await client.beta.threads.messages.list(threadId)).data;
  expect(message?.content).toMatchObject([{ text: { value: 'Half 【0:' } }]);
});
