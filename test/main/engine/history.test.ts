import type OpenAI from 'openai';
import { expect, test } from 'vitest';
import { builtInAnalyst } from '../../../src/main/engine/models/built-in';
import type { ModelItem } from '../../../src/main/engine/ports';
import { unpack } from '../../../src/main/metadata';
import { asked, openEngine, tool } from '../../support/engine';
import { FakeCodeRunner, printed } from '../../support/engine-code';
import { documents } from '../../support/engine-files';
import { calls, codes, done, type Script, says, searches } from '../../support/scripted-model';

const kinds = (items: readonly ModelItem[] | undefined) => items?.map((item) => item.type);
const outputs = (items: readonly ModelItem[] | undefined) =>
  items?.flatMap((item) => (item.type === 'function_output' ? [item.output] : []));
const isLine = (output: string | undefined) => /^\[.*[\d,]+ characters.*\]$/.test(output ?? '');

async function opened(scripts: Script[]) {
  const engine = await openEngine({ scripts, codeRunner: new FakeCodeRunner(() => printed('42\n')) });
  const { client, model } = engine;
  const { storeId } = await documents(client, { 'zoo.md': 'There are three llamas in the zoo.' });
  const assistant = await client.beta.assistants.create({
    model: 'any',
    tools: [tool('f'), { type: 'code_interpreter' }, { type: 'file_search' }],
    tool_resources: { file_search: { vector_store_ids: [storeId] } },
  });
  const { id: threadId } = await client.beta.threads.create();
  /** Asks, and answers each function with what `output` says. */
  const ask = async (
    content: string,
    output = 'ok',
    body: Partial<OpenAI.Beta.Threads.RunCreateParamsNonStreaming> = {},
  ) => {
    await client.beta.threads.messages.create(threadId, { role: 'user', content });
    let run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id: assistant.id, ...body });
    while (run.required_action) {
      const tool_outputs = run.required_action.submit_tool_outputs.tool_calls.map(({ id }) => ({
        tool_call_id: id,
        output,
      }));
      run = await client.beta.threads.runs.submitToolOutputsAndPoll(run.id, { thread_id: threadId, tool_outputs });
    }
    return run;
  };
  const contextTokens = (tokens: number) => {
    model.abilities = { ...model.abilities, contextTokens: tokens };
  };
  return { ...engine, threadId, ask, contextTokens };
}

test('functions, searches and code of earlier runs are part of the conversation, where they took place', async () => {
  const { model, ask } = await opened([
    calls(['f', '{"a":1}']),
    searches('llamas'),
    codes('print(42)'),
    says('So it is.'),
    says('Yes.'),
    says('Indeed.'),
  ]);
  await ask('First?');
  await ask('Second?');
  await ask('Third?');
  expect(kinds(model.turns.at(-1)?.items)).toEqual([
    'message',
    'function_call',
    'function_output',
    'file_search_result',
    'code_result',
    'message',
    'message',
    'message',
    'message',
  ]);
  expect(model.turns.at(-1)?.items.slice(1, 6)).toMatchObject([
    { name: 'f', arguments: '{"a":1}' },
    { output: 'ok' },
    { queries: ['llamas'], passages: [{ text: expect.stringContaining('llamas') }] },
    { code: 'print(42)', outputs: [{ type: 'logs', logs: '42\n' }] },
    { role: 'assistant', content: [{ type: 'text', text: 'So it is.' }] },
  ]);
});

test('a call that nobody answered is no part of later runs, but others of its run are', async () => {
  const { client, model, threadId, ask } = await opened([codes('print(42)'), calls(['f', '{}']), says('Yes.')]);
  const { id: assistant_id } = await client.beta.assistants.create({
    model: 'any',
    tools: [tool('f'), { type: 'code_interpreter' }],
  });
  await client.beta.threads.messages.create(threadId, { role: 'user', content: 'First?' });
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  await client.beta.threads.runs.cancel(run.id, { thread_id: threadId });
  await client.beta.threads.runs.poll(run.id, { thread_id: threadId });
  await ask('Second?');
  expect(kinds(model.turns.at(-1)?.items)).toContain('code_result');
  expect(kinds(model.turns.at(-1)?.items)).not.toContain('function_call');
});

test('under pressure the oldest results are replaced by a line that says how large they were', async () => {
  const { client, model, threadId, ask, contextTokens } = await opened([
    calls(['f', '{}']),
    says('One.'),
    calls(['f', '{}']),
    says('Two.'),
    says('Three.'),
  ]);
  contextTokens(2_000);
  await ask('First?', 'old '.repeat(1_000));
  await ask('Second?', 'new '.repeat(1_000));
  const run = await ask('Third?');
  const turn = model.turns.at(-1);
  const [oldest, newest] = outputs(turn?.items) ?? [];
  expect(isLine(oldest)).toBe(true);
  expect(oldest).toContain('4,000');
  expect(newest).toBe('new '.repeat(1_000));
  expect(kinds(turn?.items)?.filter((kind) => kind === 'message')).toHaveLength(5);
  expect(turn?.leftOut).toEqual({ toolResults: 1, messages: 0, pictures: 0 });
  const [step] = (await client.beta.threads.runs.steps.list(run.id, { thread_id: threadId })).data;
  expect(unpack(step?.metadata, 'assay_left_out')).toEqual([{ toolResults: 1, messages: 0, pictures: 0 }]);
});

test('then the oldest messages go, and how many is told', async () => {
  const { model, ask, contextTokens } = await opened([says('Ok.')]);
  contextTokens(1_200);
  await ask('Task');
  for (const number of [1, 2, 3, 4, 5]) await ask(`${number} ${'word '.repeat(300)}`);
  const run = await ask('Question');
  const turn = model.turns.at(-1);
  const texts = turn?.items.flatMap((item) =>
    item.type === 'message' && item.role === 'user' ? [JSON.stringify(item.content).slice(0, 40)] : [],
  );
  expect(texts?.[0]).toContain('Task');
  expect(texts?.at(-1)).toContain('Question');
  const given = kinds(turn?.items)?.length ?? 0;
  // Six questions with their answers came before.
  expect(turn?.leftOut).toEqual({ toolResults: 0, messages: 13 - given, pictures: 0 });
  expect(turn?.leftOut.messages).toBeGreaterThan(3);
  expect(run.status).toBe('completed');
});

test('the own results of a long run are bounded as well, the oldest first, and never the question', async () => {
  const rounds = 40;
  const { model, ask, contextTokens } = await opened([
    ...Array.from({ length: rounds }, () => calls(['f', '{}'])),
    says('Done.'),
  ]);
  contextTokens(8_000);
  const run = await ask('What is it?', 'row '.repeat(1_000));
  expect(run.status).toBe('completed');
  const turn = model.turns.at(-1);
  const lines = (outputs(turn?.items) ?? []).map(isLine);
  expect(lines).toHaveLength(rounds);
  expect(lines.indexOf(false)).toBeGreaterThan(rounds / 2);
  expect(lines.slice(lines.indexOf(false))).not.toContain(true);
  expect(turn?.leftOut.toolResults).toBe(lines.indexOf(false));
  expect(turn?.items[0]).toMatchObject({ role: 'user', content: [{ text: 'What is it?' }] });
});

test('steps say nothing of what was left out where nothing was', async () => {
  const { client, threadId, ask } = await opened([says('Ok.')]);
  const run = await ask('First?');
  const [step] = (await client.beta.threads.runs.steps.list(run.id, { thread_id: threadId })).data;
  expect(step?.metadata).toEqual({});
});

test('last_messages counts messages, and calls between them come along', async () => {
  const { model, ask } = await opened([calls(['f', '{}']), says('One.'), says('Two.')]);
  await ask('First?');
  await ask('Second?', 'ok', { truncation_strategy: { type: 'last_messages', last_messages: 3 } });
  expect(kinds(model.turns.at(-1)?.items)).toEqual([
    'message',
    'function_call',
    'function_output',
    'message',
    'message',
  ]);
});

test('a model of another maker is allowed for: its tokens are counted with a margin', async () => {
  const { model, ask, contextTokens } = await opened([calls(['f', '{}']), says('One.'), says('Two.')]);
  // Fits as OpenAI counts it, and not as others may.
  contextTokens(1_300);
  await ask('First?', 'row '.repeat(980));
  await ask('Second?');
  expect(outputs(model.turns.at(-1)?.items)?.map(isLine)).toEqual([true]);
  const named = await opened([calls(['f', '{}']), says('One.'), says('Two.')]);
  Object.assign(named.model, { id: 'gpt-5.6' });
  named.contextTokens(1_300);
  await named.ask('First?', 'row '.repeat(980));
  await named.ask('Second?');
  expect(outputs(named.model.turns.at(-1)?.items)?.map(isLine)).toEqual([false]);
});

test('the built-in analyst is not given calls of earlier runs', async () => {
  const analyst = builtInAnalyst();
  const given: (readonly ModelItem[])[] = [];
  const watched = {
    ...analyst,
    respond: (...[turn, signal]: Parameters<typeof analyst.respond>) => {
      given.push(turn.items);
      return analyst.respond(turn, signal);
    },
  };
  const codeRunner = new FakeCodeRunner(() => printed('42\n'));
  const { client } = await openEngine({ models: () => watched, codeRunner });
  const { assistant_id, threadId } = await asked(client, { tools: [{ type: 'code_interpreter' }] });
  for (const content of ['```python\nprint(42)\n```', 'Thank you']) {
    await client.beta.threads.messages.create(threadId, { role: 'user', content });
    await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  }
  expect(given.some((items) => kinds(items)?.includes('code_result'))).toBe(true);
  expect(kinds(given.at(-1))).not.toContain('code_result');
});

test('an answer that says only what it is done with leaves the conversation as it was', async () => {
  const { model, ask } = await opened([() => [done()], says('Yes.')]);
  await ask('First?');
  await ask('Second?');
  expect(kinds(model.turns.at(-1)?.items)).toEqual(['message', 'message']);
});

test('what earlier runs said is given again as it is now: a message that was removed is not part of it any more', async () => {
  const { client, model, ask, threadId } = await opened([says('Forty-two.'), says('Yes.'), says('Done.')]);
  const first = await ask('How many?');
  await ask('Sure?');
  expect(JSON.stringify(model.turns[1]?.items)).toContain('Forty-two.');
  const [answer] = (await client.beta.threads.messages.list(threadId, { run_id: first.id })).data;
  await client.beta.threads.messages.delete(answer?.id ?? '', { thread_id: threadId });
  await ask('And now?');
  expect(JSON.stringify(model.turns[2]?.items)).not.toContain('Forty-two.');
  expect(JSON.stringify(model.turns[2]?.items)).toContain('Yes.');
});

test('what a thread holds is counted once, not with each question', async () => {
  const { model, client, threadId, ask } = await opened([says('Ok.')]);
  let counted = 0;
  const countTokens = (text: string) => {
    counted += text.length;
    return Math.ceil(text.length / 4);
  };
  Object.assign(model, { countTokens });
  const long = 'What else is there to be said of it? '.repeat(20);
  const countedFor = async () => {
    counted = 0;
    expect((await ask(long)).status).toBe('completed');
    return counted;
  };
  await ask(long);
  const early = await countedFor();
  for (let question = 0; question < 30; question += 1) await ask(long);
  expect(await countedFor()).toBeLessThan(early * 2);
  expect(model.turns.at(-1)?.items).toHaveLength(65);
  const [first] = (await client.beta.threads.messages.list(threadId, { order: 'asc', limit: 1 })).data;
  await client.beta.threads.messages.delete(first!.id, { thread_id: threadId });
  await ask(long);
  expect(model.turns.at(-1)?.items).toHaveLength(66);
});

test('a thread that was not asked in for long is given as the others: in its order, and without what was taken from it', async () => {
  const { model, client, threadId, ask } = await opened([
    calls(['f', '{}']),
    says('One.'),
    says('Two.'),
    calls(['f', '{"never":"answered"}']),
    says('Again.'),
  ]);
  const given = async () => {
    await ask('And then?');
    return model.turns.at(-1)?.items ?? [];
  };
  const { assistant_id } = await ask('First?');
  const second = await ask('Second?');
  await client.beta.threads.messages.create(threadId, { role: 'user', content: 'Something aside.' });
  const waiting = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  await client.beta.threads.runs.cancel(waiting.id, { thread_id: threadId });
  await given();
  await client.beta.threads.messages.create(threadId, { role: 'assistant', content: 'By somebody else.' });
  const kept = await given();
  expect(kinds(kept)).toEqual(['message', 'function_call', 'function_output', ...Array(8).fill('message')]);
  for (let other = 0; other < 20; other += 1)
    await client.beta.threads.createAndRunPoll({
      assistant_id,
      thread: { messages: [{ role: 'user', content: 'Hi' }] },
    });
  expect((await given()).slice(0, kept.length)).toEqual(kept);

  await client.beta.threads.runs.update(second.id, { thread_id: threadId, metadata: { assay_beside: waiting.id } });
  const rest = JSON.stringify(await given());
  expect(rest).not.toContain('Two.');
  expect(rest).toContain('Second?');
});
