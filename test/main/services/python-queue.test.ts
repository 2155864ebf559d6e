import { describe, expect, it, onTestFinished } from 'vitest';
import type { App } from '../../../src/main/compose';
import type { Call, Run, ThreadId } from '../../../src/preload/contract';
import { openTestApp } from '../../support/app';
import { needs } from '../../support/needs';
import { DENO } from '../../support/python';
import { fenced } from '../../support/python-cells';
import { tempFolder } from '../../support/temp-folder';

const SESSIONS = 2;
const BUSY = 'import time\nprint("begun")\nwhile True: time.sleep(0.05)';

async function start(app: App, code: string): Promise<Run> {
  const { run } = await app.services.runs.start({
    ...{ threadId: null, prompt: fenced(code), datasetIds: [], documentIds: [] },
  });
  return run;
}

const callOf = (app: App, threadId: ThreadId): Call | undefined =>
  app.services.runs.ofThread({ threadId })[0]?.steps.flatMap(({ calls }) => calls)[0];
const printedBy = (call: Call | undefined): string =>
  (call?.outputs ?? []).map((output) => (output.type === 'logs' ? output.text : '')).join('');

describe('a thread more than may be at work with Python', needs(DENO), () => {
  it('is told its place in line, runs once one is done, and ends nobody else’s code', {
    timeout: 120_000,
  }, async () => {
    const app = await openTestApp(tempFolder(), { pythonLimits: { sessions: SESSIONS } });
    onTestFinished(() => app.close());
    const poll = <T>(look: () => T) => expect.poll(look, { timeout: 60_000 });
    const busy: Run[] = [];
    for (let thread = 0; thread < SESSIONS; thread += 1) {
      const run = await start(app, BUSY);
      await poll(() => printedBy(callOf(app, run.threadId))).toContain('begun');
      busy.push(run);
    }
    const third = await start(app, 'print("third")');
    await poll(() => callOf(app, third.threadId)?.waitsFor).toEqual({ code: 'queued', place: 1 });
    const fourth = await start(app, 'print("fourth")');
    await poll(() => callOf(app, fourth.threadId)?.waitsFor).toEqual({ code: 'queued', place: 2 });
    await app.services.runs.cancel({ runId: fourth.id });
    await poll(() => callOf(app, fourth.threadId)).toMatchObject({ status: 'cancelled', waitsFor: null });

    await app.services.runs.cancel({ runId: busy[0]?.id ?? third.id });
    await app.services.runs.finished(third.id);
    expect(callOf(app, third.threadId)).toMatchObject({ status: 'completed', waitsFor: null });
    expect(printedBy(callOf(app, third.threadId))).toBe('third\n');
    const others = busy.slice(1).map(({ threadId }) => callOf(app, threadId)?.status);
    expect(others).toEqual(others.map(() => 'running'));
    for (const { id } of busy.slice(1)) await app.services.runs.cancel({ runId: id });
    await Promise.all(busy.map(({ id }) => app.services.runs.finished(id)));
    expect(busy.map(({ threadId }) => callOf(app, threadId)?.status)).toEqual(busy.map(() => 'cancelled'));
  });
});
