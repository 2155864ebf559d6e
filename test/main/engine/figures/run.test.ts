import type OpenAI from 'openai';
import { expect, test } from 'vitest';
import { ModelFailure, type ModelItem } from '../../../../src/main/engine/ports';
import { unpack } from '../../../../src/main/metadata';
import { asked, openEngine } from '../../../support/engine';
import { FakeCodeRunner, printed } from '../../../support/engine-code';
import { result } from '../../../support/figures';
import { calls, codes, done, type Script, says } from '../../../support/scripted-model';

const named = (name: string) => ({ type: 'function' as const, function: { name, parameters: {} } });
const DATA = [named('describe_data'), named('query_data')];
const QUERY: Script = calls(['query_data', '{"sql":"SELECT 1"}']);
const REVENUE = result('region:text revenue', ['North', 1234.5], ['South', 800]);

interface Placed {
  fact: { code: string; figures: { text: string; start: number; end: number }[]; more: number };
  part: number;
}

/** What a message says and which figures of it, cut out of its text as Python would, are told under which code. */
function told(message: OpenAI.Beta.Threads.Message) {
  const facts = unpack(message.metadata, 'assay_facts') as Placed[];
  const texts = message.content.map((part) => (part.type === 'text' ? Array.from(part.text.value) : []));
  return {
    text: texts.map((text) => text.join('')).join('|'),
    figures: facts.map(({ fact, part }) => [
      fact.code,
      ...fact.figures.map(({ start, end }) => texts[part]?.slice(start, end).join('')),
    ]),
  };
}

type Tools = OpenAI.Beta.Threads.RunCreateParams['tools'];

/** Runs the scripts to the end, answering calls with `outputs` in their order. */
async function ran(scripts: Script[], options: { tools?: Tools; outputs?: string[]; question?: string } = {}) {
  const { tools = DATA, outputs = [], question = 'What is our revenue?' } = options;
  const world = await openEngine({ scripts, codeRunner: new FakeCodeRunner(() => printed('mean 17.25\n')) });
  const { client, model } = world;
  const { assistant_id, threadId } = await asked(client, { tools: tools ?? [] });
  await client.beta.threads.messages.create(threadId, { role: 'user', content: question });
  let run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  for (const output of outputs) {
    const pending = run.required_action?.submit_tool_outputs.tool_calls ?? [];
    run = await client.beta.threads.runs.submitToolOutputsAndPoll(run.id, {
      thread_id: threadId,
      tool_outputs: pending.map(({ id }) => ({ tool_call_id: id, output })),
    });
  }
  const { data } = await client.beta.threads.messages.list(threadId, { order: 'asc' });
  return {
    ...world,
    run,
    threadId,
    assistant_id,
    model,
    answers: data.filter(({ role }) => role === 'assistant').map(told),
  };
}

const developer = (items: readonly ModelItem[]): string[] =>
  items.flatMap((item) =>
    item.type === 'message' && item.role === 'developer'
      ? item.content.map((part) => (part.type === 'text' ? part.text : ''))
      : [],
  );

test('an answer whose figures were all computed stands as it is', async () => {
  const { run, answers, model } = await ran([QUERY, says('North made 1,234.50, South 800.')], { outputs: [REVENUE] });
  expect(answers).toEqual([{ text: 'North made 1,234.50, South 800.', figures: [] }]);
  expect(run).toMatchObject({ status: 'completed', metadata: {} });
  expect(model.turns).toHaveLength(2);
});

test('figures without a source give the model one chance, and the answer that computes takes the place of the first', async () => {
  const { run, answers, model } = await ran(
    [QUERY, says('🙂 Together 2,034.50.'), QUERY, says('Together 2,034.50, as computed.')],
    { outputs: [REVENUE, result('total', [2034.5])] },
  );
  expect(answers).toEqual([
    { text: '🙂 Together 2,034.50.', figures: [['superseded', '2,034.50']] },
    { text: 'Together 2,034.50, as computed.', figures: [] },
  ]);
  expect(run).toMatchObject({ status: 'completed', metadata: {} });
  const asked = model.turns[2]?.items ?? [];
  expect(asked.at(-2)).toMatchObject({ type: 'message', role: 'assistant' });
  expect(developer(asked)).toEqual([expect.stringContaining('"2,034.50"')]);
  expect(developer(model.turns[3]?.items ?? [])).toHaveLength(1);
});

test('what is still without a source in the second answer is told of it and of the run', async () => {
  const { run, answers, model } = await ran(
    [QUERY, says('Together 2,034.50, up 12 %.'), says('It is 1,234.50 in the North, up 12 % or 🙂 13 %.')],
    { outputs: [REVENUE] },
  );
  expect(answers).toEqual([
    { text: 'Together 2,034.50, up 12 %.', figures: [['superseded', '2,034.50', '12 %']] },
    { text: 'It is 1,234.50 in the North, up 12 % or 🙂 13 %.', figures: [['unsourced', '12 %', '13 %']] },
  ]);
  expect(run.status).toBe('completed');
  expect(unpack(run.metadata, 'assay_unsourced')).toEqual(['12 %', '13 %']);
  expect(model.turns).toHaveLength(3);
});

test('runs without the tools for data are left alone, and so is a model that computes all it says', async () => {
  const script = [says('Together 2,034.50.')];
  for (const tools of [[], [named('weather')], [{ type: 'code_interpreter' as const }]]) {
    const { answers, model } = await ran(script, { tools });
    expect(answers).toEqual([{ text: 'Together 2,034.50.', figures: [] }]);
    expect(model.turns).toHaveLength(1);
  }
  const { client, model } = await openEngine({ scripts: script });
  model.computesFigures = true;
  const { assistant_id, threadId } = await asked(client, { tools: DATA });
  await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  const { data } = await client.beta.threads.messages.list(threadId);
  expect(told(data[0]!)).toEqual({ text: 'Together 2,034.50.', figures: [] });
});

test('what code printed, what was asked and what an earlier run found are sources; an earlier answer is none', async () => {
  const tools = [...DATA, { type: 'code_interpreter' as const }];
  const { client, model, threadId, assistant_id } = await ran(
    [codes('print(1)'), says('The mean is 17.25, below your 20, not 5.5.'), says('It is 17.25, not 5.5.')],
    { tools, question: 'Is it below 20?' },
  );
  model.scripts = [...Array(3).fill(says('')), says('Again: 17.25, 20 and 5.5.'), says('Again: 17.25 and 20.')];
  await client.beta.threads.messages.create(threadId, { role: 'user', content: 'Say it again.' });
  await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  const { data } = await client.beta.threads.messages.list(threadId, { order: 'asc' });
  expect(data.filter(({ role }) => role === 'assistant').map(told)).toEqual([
    { text: 'The mean is 17.25, below your 20, not 5.5.', figures: [['superseded', '5.5']] },
    { text: 'It is 17.25, not 5.5.', figures: [['unsourced', '5.5']] },
    { text: 'Again: 17.25, 20 and 5.5.', figures: [['superseded', '5.5']] },
    { text: 'Again: 17.25 and 20.', figures: [] },
  ]);
});

test('a later run reads the answer that stands, and not the one it has taken the place of', async () => {
  const { client, model, threadId, assistant_id } = await ran([says('It is 4,711.'), says('It cannot be told.')]);
  model.scripts = [says('Yes.')];
  await client.beta.threads.messages.create(threadId, { role: 'user', content: 'Really?' });
  await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  const items = model.turns.at(-1)?.items ?? [];
  const said = items.flatMap((item) => (item.type === 'message' && item.role === 'assistant' ? item.content : []));
  expect(said).toEqual([{ type: 'text', text: 'It cannot be told.' }]);
  expect(developer(items)).toEqual([]);
});

test('what is said before a call is told of at once, and leaves the answer its chance', async () => {
  const guess: Script = () => [
    { type: 'text', delta: 'It may be 4,711; let me look.' },
    { type: 'call', index: 0, name: 'query_data' },
    { type: 'call_arguments', index: 0, delta: '{}' },
    done('calls'),
  ];
  const { run, answers } = await ran([guess, says('It is 4,711.'), says('It is 1,234.50.')], { outputs: [REVENUE] });
  expect(answers.map(({ figures }) => figures)).toEqual([[['unsourced', '4,711']], [['superseded', '4,711']], []]);
  expect(unpack(run.metadata, 'assay_unsourced')).toEqual(['4,711']);
});

test('a run with a budget is not asked again, and its answer tells what has no source', async () => {
  const { client, model } = await openEngine({ scripts: [says('It is 4,711.')] });
  const { assistant_id, threadId } = await asked(client, { tools: DATA });
  await client.beta.threads.runs.createAndPoll(threadId, { assistant_id, max_completion_tokens: 1_000 });
  const { data } = await client.beta.threads.messages.list(threadId);
  expect(told(data[0]!).figures).toEqual([['unsourced', '4,711']]);
  expect(model.turns).toHaveLength(1);
});

test('when the second answer fails, the first is there with all it had', async () => {
  const fails: Script = () => {
    throw new ModelFailure('overloaded', 'Busy.');
  };
  const { run, answers } = await ran([says('It is 4,711.'), fails]);
  expect(run.status).toBe('failed');
  expect(run.usage).toMatchObject({ prompt_tokens: 10, completion_tokens: 5 });
  expect(answers).toEqual([{ text: 'It is 4,711.', figures: [['superseded', '4,711']] }]);
});

test('a stream tells the first answer as over before the second begins, each step with its own usage', async () => {
  const { client } = await openEngine({ scripts: [says('It is 4,711.'), says('It cannot be told.')] });
  const { assistant_id, threadId } = await asked(client, { tools: DATA });
  const stream = client.beta.threads.runs.stream(threadId, { assistant_id });
  const names: string[] = [];
  for await (const { event } of stream) if (!event.endsWith('.delta')) names.push(event);
  const message = ['step.created', 'step.in_progress', 'message.created', 'message.in_progress'];
  const over = ['message.completed', 'step.completed'];
  const short = names.map((name) => name.replace(/^thread\.(?:run\.(?=step))?/, ''));
  expect(short).toEqual([
    ...['run.created', 'run.queued', 'run.in_progress'],
    ...[...message, ...over],
    ...[...message, ...over],
    'run.completed',
  ]);
  const run = await stream.finalRun();
  const { data: steps } = await client.beta.threads.runs.steps.list(run.id, { thread_id: threadId });
  expect(steps.map((step) => step.usage?.total_tokens)).toEqual([15, 15]);
  expect(run.usage?.total_tokens).toBe(30);
  expect((await stream.finalMessages()).map(told)).toEqual([
    { text: 'It is 4,711.', figures: [['superseded', '4,711']] },
    { text: 'It cannot be told.', figures: [] },
  ]);
});

test('of hundreds of invented figures as many are told as fit, and how many more there are', async () => {
  const many = Array.from({ length: 300 }, (_, index) => `${index * 7 + 1000}.5`).join(' | ');
  const { run, answers } = await ran([says(many), says(many)]);
  const figures = answers[1]?.figures[0] ?? [];
  expect(figures.slice(0, 3)).toEqual(['unsourced', '1000.5', '1007.5']);
  expect(figures.length).toBeGreaterThan(50);
  expect(Object.values(run.metadata ?? {}).every((value) => value.length <= 512)).toBe(true);
  expect(unpack(run.metadata, 'assay_unsourced').length).toBeGreaterThan(50);
});
