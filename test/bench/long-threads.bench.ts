import type OpenAI from 'openai';
import { expect, it } from 'vitest';
import { responsesModel } from '../../src/main/engine/models/responses';
import { dataAnalyst } from '../../src/main/services/data-tools/definitions';
import { openEngine } from '../support/engine';
import { chatWith } from '../support/models/chats';
import { calls, says } from '../support/scripted-model';
import { pairs, tell } from './pairs';

const RUNS = 300;
const OUTPUT = JSON.stringify({ rows: Array.from({ length: 120 }, (_, n) => [`Region ${n % 7}`, n * 37.11]) });
const SQL = '{"sql":"SELECT region, sum(amount) FROM sales GROUP BY 1"}';
const ANSWER = 'It is in the table.';

/** A model that answers each question with one call, then a sentence; `next` says that another question comes. */
function scripted() {
  return openEngine().then(({ client, model }) => ({
    client,
    next: () => {
      const query = calls(['query_data', SQL]);
      model.scripts = [...Array(model.turns.length).fill(query), query, says(ANSWER)];
    },
    read: () => model.turns.at(-1)?.items.length ?? 0,
  }));
}

async function behindResponses() {
  const { upstream, options } = chatWith([]);
  const abilities = { ...options.abilities, contextTokens: 1_000_000 };
  const model = responsesModel({ ...options, abilities });
  const { client } = await openEngine({ models: () => model });
  return {
    client,
    next: () => {
      upstream.asked.length = 0;
      upstream.script({ calls: [{ name: 'query_data', arguments: SQL }] }, { text: ANSWER });
    },
    read: () => upstream.turns.at(-1)?.json.input.length ?? 0,
  };
}

async function askOnce(client: OpenAI, assistant_id: string, thread_id: string): Promise<void> {
  await client.beta.threads.messages.create(thread_id, { role: 'user', content: 'How much did each region sell?' });
  const waiting = await client.beta.threads.runs.createAndPoll(
    thread_id,
    { assistant_id, metadata: { assay_boundary: 'results' } },
    { pollIntervalMs: 1 },
  );
  const tool_outputs = (waiting.required_action?.submit_tool_outputs.tool_calls ?? []).map(({ id }) => ({
    tool_call_id: id,
    output: OUTPUT,
  }));
  const rest = await client.beta.threads.runs.submitToolOutputsAndPoll(
    waiting.id,
    { thread_id, tool_outputs },
    { pollIntervalMs: 1 },
  );
  expect(rest.status).toBe('completed');
}

it.each([
  ['the engine alone', '≤ 1.5×', scripted],
  [
    'a model behind Responses, which is sent all of it',
    'none set: the request is as long as the thread',
    behindResponses,
  ],
] as const)('a question in a long thread: %s', async (what, goal, open) => {
  const { client, next, read } = await open();
  const { tools, instructions } = dataAnalyst;
  const functions = tools.map((fields) => ({ type: 'function' as const, function: fields }));
  const { id } = await client.beta.assistants.create({ model: 'any', instructions, tools: functions });
  const run = (threadId: string) => {
    next();
    return askOnce(client, id, threadId);
  };
  const long = await client.beta.threads.create();
  for (let count = 0; count < RUNS; count += 1) await run(long.id);
  const short = async () => run((await client.beta.threads.create()).id);
  tell(
    `A question with one call in a thread of ${RUNS}, against one in a new thread, ${what}`,
    goal,
    await pairs(() => run(long.id), short, 21),
  );
  await run(long.id);
  expect(read()).toBeGreaterThan(RUNS * 3);
});
