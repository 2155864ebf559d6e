import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { AssistantId, Call, ThreadId } from '../../src/preload/contract';
import { needs, PROC } from '../support/needs';
import { BUBBLEWRAP, INTERPRETER, SYSTEM_PYTHON } from '../support/own-python';
import { commandOf, descendants, isAlive } from '../support/processes';
import { DENO } from '../support/python';
import { fenced } from '../support/python-cells';
import { type RunningApp, startApp } from '../support/running-app';
import { tempFolder } from '../support/temp-folder';
import { until } from '../support/until';

/** Says that it is at work, and cannot be interrupted. */
const BUSY =
  'open("half.csv", "w").write("half")\nprint("busy")\nwhile True:\n  try:\n    while True: pass\n  except BaseException: pass';

async function open(data: string): Promise<RunningApp> {
  const app = await startApp(data);
  onTestFinished(() => app.kill());
  return app;
}

const pidOf = ({ process }: RunningApp): number => process.pid ?? 0;
const processesOf = (app: RunningApp, mark: string): number[] =>
  descendants(pidOf(app)).filter((pid) => commandOf(pid).includes(mark));

async function ask(app: RunningApp, code: string, about: { threadId: ThreadId | null; assistantId?: AssistantId }) {
  const { thread } = await app.api.runs.start({ ...about, prompt: fenced(code), datasetIds: [], documentIds: [] });
  return thread.id;
}

/** The thread's last code once it is as it is waited for. */
const codeOf = (app: RunningApp, threadId: ThreadId, what: string, is: (call: Call) => boolean) =>
  until(
    what,
    async () => {
      const runs = await app.api.runs.ofThread({ threadId });
      const call = runs
        .at(-1)
        ?.steps.flatMap(({ calls }) => calls)
        .at(-1);
      return call && is(call) ? call : null;
    },
    { withinMs: 60_000 },
  );

const printed = ({ outputs }: Call): string =>
  outputs.map((output) => (output.type === 'logs' ? output.text : '')).join('');
const isBusy = (call: Call): boolean => call.status === 'running' && printed(call).includes('busy');

describe.each([
  { runner: 'Assay’s Python', own: false, mark: '--allow-read=', need: [DENO, PROC] },
  { runner: 'one’s own Python', own: true, mark: '_assay', need: [BUBBLEWRAP, SYSTEM_PYTHON, PROC] },
])('$runner in the middle of a call', { timeout: 180_000, ...needs(PROC) }, ({ own, mark, need }) => {
  async function busyApp(data: string) {
    const app = await open(data);
    let assistantId: AssistantId | undefined;
    if (own) {
      await app.api.python.choose({ path: INTERPRETER });
      assistantId = (await app.api.assistants.create({ name: 'Own Python', code: 'own' })).id;
    }
    const threadId = await ask(app, BUSY, { threadId: null, ...(assistantId ? { assistantId } : {}) });
    await codeOf(app, threadId, 'the code to be at work', isBusy);
    return { app, threadId };
  }

  it('says that it ended when it is killed, and runs what is asked next', needs(...need), async () => {
    const { app, threadId } = await busyApp(join(tempFolder(), 'data'));
    const killed = processesOf(app, mark);
    expect(killed).not.toEqual([]);
    for (const pid of killed) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
    const { ending } = await codeOf(app, threadId, 'the code to have ended', ({ status }) => status !== 'running');
    expect(ending?.ended).toBe('crashed');
    await ask(app, 'print(6 * 7)', { threadId });
    expect(printed(await codeOf(app, threadId, 'an answer', ({ status }) => status === 'completed'))).toBe('42\n');
  });

  it('leaves no process and no file behind when the app is killed', needs(...need), async () => {
    const data = join(tempFolder(), 'data');
    const { app, threadId } = await busyApp(data);
    const foldersOfApps = () => readdirSync(join(data, 'temp', 'python'));
    expect(foldersOfApps()).toEqual([String(pidOf(app))]);
    expect(processesOf(app, mark)).not.toEqual([]);
    const started = descendants(pidOf(app));
    await app.kill();
    await until('nothing of it to be running', () => started.every((pid) => !isAlive(pid)));

    const next = await open(data);
    expect(foldersOfApps()).not.toContain(String(pidOf(app)));
    const [run] = await next.api.runs.ofThread({ threadId });
    expect(run).toMatchObject({ status: 'failed', ending: { code: 'interrupted' } });
    expect(processesOf(next, mark).filter((pid) => commandOf(pid).includes('_assay'))).toEqual([]);
    await ask(next, 'import os\nprint(os.path.exists("half.csv"), 6 * 7)', { threadId });
    expect(printed(await codeOf(next, threadId, 'an answer', ({ status }) => status === 'completed'))).toBe(
      'False 42\n',
    );
  });
});
