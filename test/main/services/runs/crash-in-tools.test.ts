import { expect, test } from 'vitest';
import type { App } from '../../../../src/main/compose';
import { addData, openTestApp } from '../../../support/app';
import { tempFolder } from '../../../support/temp-folder';
import { until } from '../../../support/until';

/** Holds back the first outputs that are handed in until the app is closed; tells how often outputs were handed in. */
function watchOutputs(app: App, holdBack: boolean): { handedIn(): string[] } {
  const { engine } = app;
  if (!engine) throw new Error('the engine is not there');
  const whole = engine.fetch.bind(engine);
  const handedIn: string[] = [];
  engine.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (!new URL(request.url).pathname.endsWith('/submit_tool_outputs')) return whole(request);
    const body = (await request.clone().json()) as { tool_outputs: { tool_call_id: string }[] };
    handedIn.push(...body.tool_outputs.map((output) => output.tool_call_id));
    if (!holdBack) return whole(request);
    return new Promise((_, reject) => request.signal.addEventListener('abort', () => reject(request.signal.reason)));
  };
  return { handedIn: () => handedIn };
}

const callsOf = (app: App, threadId: Parameters<App['services']['runs']['ofThread']>[0]['threadId']) =>
  app.services.runs.ofThread({ threadId }).flatMap((run) => run.steps.flatMap((step) => step.calls));

test('a tool that had answered before the app was ended is not run again, and its output is handed in once', async () => {
  const folder = tempFolder();
  const first = await openTestApp(folder);
  const { id } = await addData(first, 'sales.csv', 'region,amount\nWest,1\nEast,2\n');
  const held = watchOutputs(first, true);
  const prompt = 'total amount by region';
  const { run } = await first.services.runs.start({ threadId: null, prompt, datasetIds: [id], documentIds: [] });
  await until('outputs being handed in', () => held.handedIn().length > 0);
  const before = callsOf(first, run.threadId);
  expect(before).toMatchObject([{ name: 'describe_data', status: 'completed', output: expect.any(String) }]);
  await first.close();

  const again = await openTestApp(folder);
  const watched = watchOutputs(again, false);
  const ended = await again.services.runs.finished(run.id);
  expect(ended.status).toBe('completed');
  const after = callsOf(again, run.threadId);
  // Done again, it would have begun anew.
  expect(after[0]).toEqual(before[0]);
  expect(watched.handedIn()).toEqual(after.filter((call) => call.type === 'function').map((call) => call.id));
  await again.close();
});
