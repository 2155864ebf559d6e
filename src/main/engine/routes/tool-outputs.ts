import { z } from 'zod';
import { invalid, pythonList } from '../errors';
import type { AnsweredCalls } from '../run/runner';
import type { FunctionToolCall, RunRecord } from '../store/records';
import type { Context } from './context';
import * as shapes from './shapes';

export const ToolOutputs = shapes.object({
  tool_outputs: z.array(
    shapes.object({ tool_call_id: shapes.text(), output: shapes.text(1_048_576).nullish() }),
    'an array of objects',
  ),
  stream: shapes.flag.nullish(),
});

/** Puts the outputs into the waiting step. @throws ApiError unless the run waits for exactly these. */
export function answeredCalls(
  { store }: Context,
  run: RunRecord,
  outputs: z.infer<typeof ToolOutputs>['tool_outputs'],
): AnsweredCalls {
  const step = store.steps.open(run.id);
  if (run.status !== 'requires_action' || step?.step_details.type !== 'tool_calls') {
    throw invalid(`Runs in status "${run.status}" do not accept tool outputs.`);
  }
  const calls = step.step_details.tool_calls.filter((call) => call.type === 'function');
  const expected = calls.map((call) => call.id);
  const got = outputs.map((output) => output.tool_call_id);
  if (!sameOnes(expected, got)) {
    throw invalid(`Expected tool outputs for call_ids ${pythonList(expected)}, got ${pythonList(got)}`);
  }
  const byId = new Map(outputs.map(({ tool_call_id, output }) => [tool_call_id, output ?? '']));
  // Searches and code of the same step have been carried out already.
  const done = step.step_details.tool_calls.map((call) =>
    call.type === 'function' ? answered(call, byId.get(call.id) ?? '') : call,
  );
  return { step, calls: done };
}

function answered(call: FunctionToolCall, output: string): FunctionToolCall {
  return { ...call, function: { ...call.function, output } };
}

function sameOnes(expected: string[], got: string[]): boolean {
  return expected.length === got.length && expected.every((id) => got.includes(id));
}
