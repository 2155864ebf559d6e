import type OpenAI from 'openai';
import { expect, test } from 'vitest';
import { type Fact, ModelFailure, ModelProblemCode, protocolCode } from '../../../src/main/engine/ports';
import { unpack } from '../../../src/main/metadata';
import { asked, openEngine } from '../../support/engine';
import { FakeCodeRunner, printed } from '../../support/engine-code';
import { codes, done, type Script, says } from '../../support/scripted-model';

const tools = [{ type: 'code_interpreter' as const }];

const tells =
  (...said: (string | [string, Fact])[]): Script =>
  () => [
    ...said.map((one) =>
      typeof one === 'string'
        ? { type: 'text' as const, delta: one }
        : { type: 'text' as const, delta: one[0], fact: one[1] },
    ),
    done(),
  ];

const factsOf = (message: { metadata: unknown }) => unpack(message.metadata, 'assay_facts');

/** What a message's text says where a fact stands, counted as Python counts. */
function stretches(message: OpenAI.Beta.Threads.Message): unknown[] {
  return factsOf(message).map((placed) => {
    const { part, start, end, fact } = placed as { part: number; start: number; end: number; fact: Fact };
    const content = message.content[part];
    const text = content?.type === 'text' ? content.text.value : content?.type === 'refusal' ? content.refusal : '';
    return [Array.from(text).slice(start, end).join(''), fact];
  });
}

async function answered(script: Script, after?: (client: OpenAI, threadId: string) => Promise<void>) {
  const { client } = await openEngine({ scripts: [script] });
  const { assistant_id, threadId } = await asked(client);
  const stream = client.beta.threads.runs.stream(threadId, { assistant_id });
  const events: OpenAI.Beta.Assistants.AssistantStreamEvent[] = [];
  for await (const event of stream) events.push(event);
  await after?.(client, threadId);
  const [message] = (await client.beta.threads.messages.list(threadId)).data;
  return { events, message: message! };
}

test('what a delta says as data stands in the message with the characters that word it', async () => {
  const { message } = await answered(
    tells('🙂 ', ['Read as **x🙂**', { code: 'reading' }], '\n\nIt is ', '4.', [
      '\n> But.',
      { code: 'remark', n: [1] },
    ]),
  );
  expect(message.content[0]).toMatchObject({ text: { value: '🙂 Read as **x🙂**\n\nIt is 4.\n> But.' } });
  expect(stretches(message)).toEqual([
    ['Read as **x🙂**', { code: 'reading' }],
    ['\n> But.', { code: 'remark', n: [1] }],
  ]);
});

test('a fact that opens a message is told when the message is, and all of them when it is done', async () => {
  const { events } = await answered(tells(['Read as x', { code: 'reading' }], ' 4', ['!', { code: 'remark' }]));
  const metadata = (name: string) =>
    events.flatMap((one) => (one.event === name && 'metadata' in one.data ? [factsOf(one.data)] : []));
  const opening = { fact: { code: 'reading' }, part: 0, start: 0, end: 9 };
  expect(metadata('thread.message.created')).toEqual([[opening]]);
  expect(metadata('thread.message.completed')).toEqual([
    [opening, { fact: { code: 'remark' }, part: 0, start: 11, end: 12 }],
  ]);
});

test('facts count from the part they stand in, also where the beginning of a mark is held back', async () => {
  const { message } = await answered(() => [
    { type: 'text', delta: 'A picture【' },
    { type: 'image', fileId: 'file-1' },
    { type: 'text', delta: '【', fact: { code: 'one' } },
    { type: 'text', delta: '7 no mark', fact: { code: 'two' } },
    { type: 'refusal', delta: 'No. ' },
    { type: 'refusal', delta: 'Never.', fact: { code: 'three' } },
    done(),
  ]);
  expect(message.content.map((part) => part.type)).toEqual(['text', 'image_file', 'text', 'refusal']);
  expect(stretches(message)).toEqual([
    ['【', { code: 'one' }],
    ['7 no mark', { code: 'two' }],
    ['Never.', { code: 'three' }],
  ]);
});

test('an answer without facts leaves the metadata alone, and one with many keeps to what fits', async () => {
  const plain = await answered(says('Hello'));
  expect(plain.message.metadata).toEqual({});
  const many = await answered(
    tells(...Array.from({ length: 60 }, (_, n): [string, Fact] => [`${n} `, { n, text: 'x'.repeat(200) }])),
  );
  const kept = stretches(many.message);
  expect(kept.length).toBeGreaterThan(20);
  expect(kept.at(-1)).toEqual([`${kept.length - 1} `, { n: kept.length - 1, text: 'x'.repeat(200) }]);
});

test('metadata that a client gives the message while it is written stays beside the facts', async () => {
  const { client } = await openEngine({
    scripts: [
      async function* () {
        yield { type: 'text', delta: 'Read as x', fact: { code: 'reading' } };
        const { data } = await client.beta.threads.messages.list(threadId);
        await client.beta.threads.messages.update(data[0]!.id, { thread_id: threadId, metadata: { mine: 'yes' } });
        yield { type: 'text', delta: '!', fact: { code: 'remark' } };
        yield done();
      },
    ],
  });
  const { assistant_id, threadId } = await asked(client);
  await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  const [message] = (await client.beta.threads.messages.list(threadId)).data;
  expect(message?.metadata).toMatchObject({ mine: 'yes' });
  expect(factsOf(message!)).toHaveLength(2);
});

async function ran(runner: FakeCodeRunner | null) {
  const { client } = await openEngine({
    scripts: [codes('print(1)'), says('Done.')],
    ...(runner ? { codeRunner: runner } : {}),
  });
  const { assistant_id, threadId } = await asked(client, { tools });
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  const { data } = await client.beta.threads.runs.steps.list(run.id, { thread_id: threadId, order: 'asc' });
  const details = data[0]!.step_details;
  const call = details.type === 'tool_calls' ? details.tool_calls[0] : undefined;
  return { told: unpack(data[0]!.metadata, 'assay_code'), id: call?.id, call };
}

test('a step tells how its code ended as data, the module it missed included', async () => {
  const error = { type: 'ModuleNotFoundError', message: `No module named 'pandas'${'!'.repeat(9_000)}` };
  const missing = { module: 'pandas', package: 'pandas', standard: false };
  const { told, id } = await ran(new FakeCodeRunner(() => ({ ...printed('E'), ended: 'error', error, missing })));
  const short = { ...error, message: error.message.slice(0, 500) };
  expect(told).toEqual([{ call: id, worded: false, ended: 'error', fresh: false, error: short, missing }]);
});

test('a step tells which characters its pictures have no glyphs for', async () => {
  const { told, id } = await ran(new FakeCodeRunner(() => ({ ...printed('1\n'), missingGlyphs: '東京' })));
  expect(told).toMatchObject([{ call: id, ended: 'done', missingGlyphs: '東京' }]);
});

test('where code was cut short or could not be run, the last output words it and the step says that it does', async () => {
  const cut = await ran(new FakeCodeRunner(() => ({ ...printed('1\n'), ended: 'timeout' })));
  expect(cut.told).toMatchObject([{ worded: true, ended: 'timeout', error: null }]);
  expect(cut.call).toMatchObject({ code_interpreter: { outputs: [{ logs: '1\n' }, { type: 'logs' }] } });
  const none = await ran(null);
  expect(none.told).toMatchObject([{ worded: true, ended: 'unavailable' }]);
  expect(none.call).toMatchObject({ code_interpreter: { outputs: [{ type: 'logs' }] } });
});

test('a run tells more of its end than the codes of the protocol can', async () => {
  const ending = { connection: 'Work', retry: 30 };
  const { client } = await openEngine({
    scripts: [
      () => {
        throw new ModelFailure('rate_limit', 'Later.', { ending });
      },
    ],
  });
  const { assistant_id, threadId } = await asked(client);
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id, metadata: { mine: 'yes' } });
  expect(run).toMatchObject({
    status: 'failed',
    last_error: { code: 'rate_limit_exceeded' },
    metadata: { mine: 'yes' },
  });
  expect(unpack(run.metadata, 'assay_ending')).toEqual([{ ...ending, code: 'rate_limit' }]);
});

test.each(ModelProblemCode.options)(
  'a model that could not answer for the reason %s says so in the run',
  async (code) => {
    const { client } = await openEngine({
      scripts: [
        () => {
          throw new ModelFailure(code, 'So it is.');
        },
      ],
    });
    const { assistant_id, threadId } = await asked(client);
    const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
    expect(run.last_error).toEqual({ code: protocolCode(code), message: 'So it is.' });
    expect(unpack(run.metadata, 'assay_ending')).toEqual([{ code }]);
  },
);
