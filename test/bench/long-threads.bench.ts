import { expect, it } from 'vitest';
import { dataAnalyst } from '../../src/main/services/data-tools/definitions';
import { openEngine } from '../support/engine';
import { calls, says } from '../support/scripted-model';
import { pairs, tell } from './pairs';

const RUNS = 300;
const OUTPUT = JSON.stringify({ rows: Array.from({ length: 120 }, (_, n) => [`Region ${n % 7}`, n * 37.11]) });

it('a leg in a long thread', async () => {
  const query = calls(['query_data', '{"sql":"SELECT region, sum(amount) FROM sales GROUP BY 1"}']);
  const { client, model } = await openEngine();
  const { tools, instructions } = dataAnalyst;
  const functions = tools.map((fields) => ({ type: 'function' as const, function: fields }));
  const { id: assistant_id } = await client.beta.assistants.create({ model: 'any', instructions, tools: functions });
  const run = async (thread_id: string) => {
    await client.beta.threads.messages.create(thread_id, { role: 'user', content: 'How much did each region sell?' });
    const at = model.turns.length;
    model.scripts = [...Array(at).fill(query), query, says('It is in the table.')];
    const waiting = await client.beta.threads.runs.createAndPoll(thread_id, { assistant_id }, { pollIntervalMs: 1 });
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
  };
  const long = await client.beta.threads.create();
  for (let count = 0; count < RUNS; count += 1) await run(long.id);
  const short = async () => run((await client.beta.threads.create()).id);
  tell(
    `A question with one call in a thread of ${RUNS}, against one in a new thread`,
    '≤ 1.5×',
    await pairs(() => run(long.id), short, 21),
  );
  expect(model.turns.at(-1)?.items.length).toBeGreaterThan(2);
});
