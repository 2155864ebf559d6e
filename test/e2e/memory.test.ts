import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type OpenAI from 'openai';
import { expect, it } from 'vitest';
import { type ModelProvider, unknownAbilities } from '../../src/main/engine/ports';
import { openEngine, tool } from '../support/engine';
import { FakeCodeRunner } from '../support/engine-code';
import { documents } from '../support/engine-files';
import { calls, codes, says, searches } from '../support/scripted-model';

const RUNS = 200;
/** Until most of the machine code for all of it is made; more of it comes for long, and is none of what is counted. */
const WARM_UP = 100;
const SPACES_OF_CODE = /code|trusted/;
/** A run that left its messages behind would leave many times this. */
const MOST_PER_RUN = 4_096;

setFlagsFromString('--expose-gc');
const gc: () => void = runInNewContext('gc');

/** Searches, runs code, calls a function and answers, run after run, and remembers nothing. */
const forgetful: ModelProvider = {
  answerer: 'forgetful',
  id: 'forgetful',
  abilities: unknownAbilities,
  async *respond(turn, signal) {
    const done = turn.items.filter((item) => item.type !== 'message').length;
    const script = [searches('llamas'), codes('print(1)'), calls(['f', '{}'])][done] ?? says('word '.repeat(2_000));
    yield* script(turn, signal);
  },
};

async function oneRun(client: OpenAI, assistant_id: string, streamed: boolean): Promise<void> {
  const { threads } = client.beta;
  const thread = await threads.create({ messages: [{ role: 'user', content: 'How many llamas? '.repeat(500) }] });
  const follow = { thread_id: thread.id };
  let run = streamed
    ? await threads.runs.stream(thread.id, { assistant_id }).finalRun()
    : await threads.runs.createAndPoll(thread.id, { assistant_id }, { pollIntervalMs: 5 });
  const [call] = run.required_action!.submit_tool_outputs.tool_calls;
  const body = { ...follow, tool_outputs: [{ tool_call_id: call!.id, output: '3' }] };
  run = streamed
    ? await threads.runs.submitToolOutputsStream(run.id, body).finalRun()
    : await threads.runs.submitToolOutputsAndPoll(run.id, body, { pollIntervalMs: 5 });
  expect(run.status).toBe('completed');
  // Half of them are left, half go: neither may stay in memory.
  if (streamed) await threads.delete(thread.id);
}

async function heap(): Promise<number> {
  // What a first collection lets go may hold more, which goes in a turn of its own.
  for (let round = 0; round < 10; round += 1) {
    gc();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return getHeapSpaceStatistics()
    .filter(({ space_name }) => !SPACES_OF_CODE.test(space_name))
    .reduce((sum, { space_used_size }) => sum + space_used_size, 0);
}

it('two hundred runs leave nothing in memory', async () => {
  const codeRunner = new FakeCodeRunner();
  const { client } = await openEngine({ models: () => forgetful, codeRunner });
  const { storeId } = await documents(client, { 'zoo.md': 'There are three llamas in the zoo.' });
  const { id } = await client.beta.assistants.create({
    model: 'm',
    tools: [{ type: 'file_search' }, { type: 'code_interpreter' }, tool('f')],
    tool_resources: { file_search: { vector_store_ids: [storeId] } },
  });
  const some = async (count: number) => {
    for (let number = 0; number < count; number += 1) await oneRun(client, id, number % 2 === 0);
    codeRunner.ran.length = 0;
  };
  await some(WARM_UP);
  const before = await heap();
  await some(RUNS);
  const grown = (await heap()) - before;
  expect(grown / RUNS).toBeLessThan(MOST_PER_RUN);
});
