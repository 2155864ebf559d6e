import { expect, test } from 'vitest';
import { openEngine, tool } from '../../support/engine';
import { done, Gate, type Script } from '../../support/scripted-model';

/** Calls a function first, then repeats the question and what the function said. */
const echo: Script = async function* (turn) {
  await new Promise((resolve) => setImmediate(resolve));
  const last = turn.items.at(-1);
  if (last?.type !== 'function_output') {
    yield { type: 'call', index: 0, name: 'look_up' };
    yield { type: 'call_arguments', index: 0, delta: '{}' };
    yield done('calls');
    return;
  }
  const question = turn.items.findLast((item) => item.type === 'message' && item.role === 'user');
  yield { type: 'text', delta: `${JSON.stringify(question)}` };
  yield { type: 'text', delta: ` / ${last.output}` };
  yield done();
};

test('fifty threads at once neither lose, double nor mix up anything', async () => {
  const { client } = await openEngine({ scripts: [echo] });
  const { id: assistant_id } = await client.beta.assistants.create({ model: 'm', tools: [tool('look_up')] });

  const talk = async (index: number) => {
    const { id } = await client.beta.threads.create();
    for (const round of [1, 2]) {
      await client.beta.threads.messages.create(id, { role: 'user', content: `question ${index}.${round}` });
      const run = await client.beta.threads.runs.stream(id, { assistant_id }).finalRun();
      const [call] = run.required_action!.submit_tool_outputs.tool_calls;
      const tool_outputs = [{ tool_call_id: call!.id, output: `answer ${index}.${round}` }];
      await client.beta.threads.runs.submitToolOutputsAndPoll(run.id, { thread_id: id, tool_outputs });
    }
    return id;
  };
  const threads = await Promise.all(Array.from({ length: 50 }, (_, index) => talk(index)));

  for (const [index, id] of threads.entries()) {
    const { data } = await client.beta.threads.messages.list(id, { order: 'asc' });
    const texts = data.map(({ content: [part] }) => (part?.type === 'text' ? part.text.value : ''));
    expect(texts).toEqual([
      `question ${index}.1`,
      expect.stringMatching(new RegExp(`question ${index}\\.1".* / answer ${index}\\.1$`)),
      `question ${index}.2`,
      expect.stringMatching(new RegExp(`question ${index}\\.2".* / answer ${index}\\.2$`)),
    ]);
    const runs = (await client.beta.threads.runs.list(id)).data;
    expect(runs.map((run) => run.status)).toEqual(['completed', 'completed']);
  }
});

test('of many runs started on one thread at the same moment exactly one gets it', async () => {
  const gate = new Gate();
  const patient: Script = async function* () {
    await gate.pass();
    yield done();
  };
  const { client } = await openEngine({ scripts: [patient] });
  const { id: assistant_id } = await client.beta.assistants.create({ model: 'm' });
  const { id } = await client.beta.threads.create({ messages: [{ role: 'user', content: 'x' }] });
  const outcomes = await Promise.allSettled(
    Array.from({ length: 10 }, () => client.beta.threads.runs.create(id, { assistant_id })),
  );
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(refused).toHaveLength(9);
  for (const { reason } of refused) expect(reason).toMatchObject({ status: 400 });
  expect((await client.beta.threads.runs.list(id)).data).toHaveLength(1);
  gate.open();
});
