import { expect, test } from 'vitest';
import { asked, openEngine, tool } from '../../support/engine';
import { calls, done, says, usage } from '../../support/scripted-model';

const weather = { tools: [tool('get_weather'), tool('get_time')] };

async function waiting(...scripts: NonNullable<Parameters<typeof openEngine>[0]>['scripts'] & object) {
  const opened = await openEngine({ scripts });
  const { assistant_id, threadId } = await asked(opened.client, weather);
  const run = await opened.client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  const pending = run.required_action?.submit_tool_outputs.tool_calls ?? [];
  return { ...opened, assistant_id, threadId, run, pending };
}

test('two parallel calls wait in one step, and their outputs reach the model with the calls', async () => {
  const { client, model, threadId, run, pending } = await waiting(
    calls(['get_weather', '{"city":"Rome"}'], ['get_time', '{}']),
    says('Sunny at noon.'),
  );
  expect(run).toMatchObject({ status: 'requires_action', usage: null });
  expect(pending.map((call) => call.function)).toEqual([
    { name: 'get_weather', arguments: '{"city":"Rome"}' },
    { name: 'get_time', arguments: '{}' },
  ]);
  const [open] = (await client.beta.threads.runs.steps.list(run.id, { thread_id: threadId })).data;
  expect(open).toMatchObject({ status: 'in_progress', type: 'tool_calls', usage: null, expires_at: run.expires_at });
  expect(open?.step_details).toMatchObject({
    tool_calls: [{ function: { output: null } }, { function: { output: null } }],
  });

  const ended = await client.beta.threads.runs.submitToolOutputsAndPoll(run.id, {
    thread_id: threadId,
    tool_outputs: pending.toReversed().map((call) => ({ tool_call_id: call.id, output: `${call.function.name}!` })),
  });
  expect(ended).toMatchObject({ status: 'completed', required_action: null, usage: { total_tokens: 30 } });
  expect(model.turns[1]?.items.slice(1)).toEqual([
    { type: 'function_call', callId: pending[0]?.id, name: 'get_weather', arguments: '{"city":"Rome"}' },
    { type: 'function_call', callId: pending[1]?.id, name: 'get_time', arguments: '{}' },
    { type: 'function_output', callId: pending[0]?.id, output: 'get_weather!' },
    { type: 'function_output', callId: pending[1]?.id, output: 'get_time!' },
  ]);
  const { data: steps } = await client.beta.threads.runs.steps.list(run.id, { thread_id: threadId, order: 'asc' });
  expect(steps.map((step) => [step.type, step.status, step.usage?.total_tokens])).toEqual([
    ['tool_calls', 'completed', 15],
    ['message_creation', 'completed', 15],
  ]);
  expect(steps[0]?.step_details).toMatchObject({ tool_calls: [{ function: { output: 'get_weather!' } }, {}] });
});

test('submitting without a stream answers with the queued run', async () => {
  const { client, threadId, run, pending } = await waiting(calls(['get_time', '{}']), says('Noon.'));
  const queued = await client.beta.threads.runs.submitToolOutputs(run.id, {
    thread_id: threadId,
    tool_outputs: [{ tool_call_id: pending[0]!.id, output: '12:00' }],
  });
  expect(queued).toMatchObject({ status: 'queued', required_action: null, expires_at: run.expires_at });
});

test('the next turn sees text, calls and outputs of the run in the order they happened', async () => {
  const { client, model, threadId, run, pending } = await waiting(
    () => [{ type: 'text', delta: 'One moment.' }, { type: 'call', index: 0, name: 'get_time' }, done('calls')],
    says('Noon.'),
  );
  await client.beta.threads.runs.submitToolOutputsAndPoll(run.id, {
    thread_id: threadId,
    tool_outputs: [{ tool_call_id: pending[0]!.id, output: '12:00' }],
  });
  expect(model.turns[1]?.items.slice(1)).toEqual([
    { type: 'message', role: 'assistant', content: [{ type: 'text', text: 'One moment.' }] },
    { type: 'function_call', callId: pending[0]?.id, name: 'get_time', arguments: '' },
    { type: 'function_output', callId: pending[0]?.id, output: '12:00' },
  ]);
});

test('steps of one turn share its usage, so that they add up to the run', async () => {
  const { client, threadId, run, pending } = await waiting(
    () => [{ type: 'text', delta: 'Hm.' }, { type: 'call', index: 0, name: 'get_time' }, done('calls', usage(100, 20))],
    () => [{ type: 'text', delta: 'Noon.' }, done('stop', usage(150, 3))],
  );
  const ended = await client.beta.threads.runs.submitToolOutputsAndPoll(run.id, {
    thread_id: threadId,
    tool_outputs: [{ tool_call_id: pending[0]!.id, output: '12:00' }],
  });
  const { data: steps } = await client.beta.threads.runs.steps.list(run.id, { thread_id: threadId });
  expect(steps).toHaveLength(3);
  expect(steps.reduce((sum, step) => sum + (step.usage?.total_tokens ?? 0), 0)).toBe(ended.usage?.total_tokens);
  expect(ended.usage).toMatchObject({ prompt_tokens: 250, completion_tokens: 23 });
});

test('a call of a function nobody declared, with broken arguments, is passed on as it is', async () => {
  const { pending } = await waiting(calls(['launch_rocket', '{"to": moon']));
  expect(pending[0]?.function).toEqual({ name: 'launch_rocket', arguments: '{"to": moon' });
});

test('outputs for other calls than the pending ones are refused, and the run goes on waiting', async () => {
  const { client, threadId, run, pending } = await waiting(
    calls(['get_weather', '{}'], ['get_time', '{}']),
    says('Ok.'),
  );
  const [a, b] = pending.map((call) => call.id);
  const submit = (...ids: string[]) =>
    client.beta.threads.runs.submitToolOutputs(run.id, {
      thread_id: threadId,
      tool_outputs: ids.map((tool_call_id) => ({ tool_call_id, output: '' })),
    });
  await expect(submit(b!)).rejects.toMatchObject({
    status: 400,
    error: {
      message: `Expected tool outputs for call_ids ['${a}', '${b}'], got ['${b}']`,
      type: 'invalid_request_error',
    },
  });
  await expect(submit(a!, a!)).rejects.toThrow(`got ['${a}', '${a}']`);
  await expect(submit(a!, b!, 'call_x')).rejects.toThrow("'call_x']");
  expect((await client.beta.threads.runs.retrieve(run.id, { thread_id: threadId })).status).toBe('requires_action');
  await submit(a!, b!);
});

test('outputs are taken once', async () => {
  const { client, threadId, run, pending } = await waiting(calls(['get_time', '{}']), says('Noon.'));
  const submission = { thread_id: threadId, tool_outputs: [{ tool_call_id: pending[0]!.id, output: '12:00' }] };
  await client.beta.threads.runs.submitToolOutputsAndPoll(run.id, submission);
  await expect(client.beta.threads.runs.submitToolOutputs(run.id, submission)).rejects.toThrow(
    'Runs in status "completed" do not accept tool outputs.',
  );
});

test('an output without the id of its call is refused by name', async () => {
  const { client, threadId, run } = await waiting(calls(['get_time', '{}']));
  await expect(
    client.beta.threads.runs.submitToolOutputs(run.id, { thread_id: threadId, tool_outputs: [{}] }),
  ).rejects.toMatchObject({
    status: 400,
    param: 'tool_outputs[0].tool_call_id',
    code: 'missing_required_parameter',
  });
});
