import { describe, expect, it, onTestFinished } from 'vitest';
import type { AppEvent, AssistantId, Result } from '../../../src/preload/contract';
import { openTestApp } from '../../support/app';
import { needs } from '../../support/needs';
import { BUBBLEWRAP, INTERPRETER, SYSTEM_PYTHON } from '../../support/own-python';
import { DENO } from '../../support/python';
import { fenced } from '../../support/python-cells';
import { tempFolder } from '../../support/temp-folder';

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

async function world(folder = tempFolder()) {
  const app = await openTestApp(folder);
  onTestFinished(() => app.close());
  const events: AppEvent[] = [];
  app.subscribe((event) => void events.push(event));
  const assistant = async (code: 'here' | 'own') =>
    value(await app.dispatch('assistants.create', { name: `Python ${code}`, code })) as {
      id: AssistantId;
      code: string;
    };
  const ask = async (code: string, assistantId: AssistantId) => {
    const { run } = await app.services.runs.start({
      ...{ threadId: null, prompt: fenced(code), datasetIds: [], documentIds: [], assistantId },
    });
    await app.services.runs.finished(run.id);
    const [call] = app.services.runs.ofThread({ threadId: run.threadId })[0]?.steps.flatMap(({ calls }) => calls) ?? [];
    if (!call) throw new Error('no code was run');
    return { ...call, threadId: run.threadId };
  };
  return { app, events, assistant, ask };
}

describe('a Python of one’s own in the app', needs(BUBBLEWRAP, SYSTEM_PYTHON, DENO), () => {
  it('is chosen in Settings, used by the assistants that ask for it, and named by the steps that ran in it', async () => {
    const { app, events, assistant, ask } = await world();
    expect(value(await app.dispatch('python.state', {}))).toEqual({ chosen: null, problem: null });
    const state = value(await app.dispatch('python.choose', { path: INTERPRETER }));
    expect(state).toMatchObject({
      chosen: { path: INTERPRETER, problem: null, version: expect.stringMatching(/^3\./) },
    });
    expect(events.at(-1)).toEqual({ name: 'python.changed', data: state });

    const own = await assistant('own');
    expect(own.code).toBe('own');
    const code = 'import sys\nprint(sys.platform, sys.version.split()[0])';
    const there = await ask(code, own.id);
    const { chosen } = state as { chosen: { version: string } };
    expect(there.outputs).toEqual([{ type: 'logs', text: `linux ${chosen.version}\n` }]);
    expect(there.ending?.python).toEqual({ runner: 'own', version: chosen.version, packages: [] });

    const here = await ask(code, (await assistant('here')).id);
    expect(here.outputs).toMatchObject([{ type: 'logs', text: expect.stringMatching(/^emscripten /) }]);
    expect(here.ending?.python).toMatchObject({ runner: 'built_in' });

    const again = app.services.runs.runCode({ callId: there.id, code });
    await app.services.runs.local.finished(again.id);
    const steps = app.services.runs.ofThread({ threadId: there.threadId }).flatMap((run) => run.steps);
    const calls = steps.flatMap((step) => step.calls);
    expect(calls.at(-1)).toMatchObject({ localOf: there.id, sameOutput: true, ending: { python: { runner: 'own' } } });
  }, 60_000);

  it('that is not chosen stops the code, says so, and is not replaced by Assay’s', async () => {
    const { assistant, ask } = await world();
    const call = await ask('print("ran")', (await assistant('own')).id);
    expect(call.ending).toMatchObject({ ended: 'unavailable' });
    expect(JSON.stringify(call.outputs)).toContain('Choose one in Settings, Python');
    expect(JSON.stringify(call.outputs)).not.toContain('ran\\n');
  }, 60_000);

  it('that cannot be used is not chosen, and the one before stays', async () => {
    const folder = tempFolder();
    const { app } = await world(folder);
    await app.dispatch('python.choose', { path: INTERPRETER });
    expect(await app.dispatch('python.choose', { path: '/nowhere/python3' })).toMatchObject({
      ok: false,
      error: { code: 'invalid_input' },
    });
    expect(value(await app.dispatch('python.state', {}))).toMatchObject({ chosen: { path: INTERPRETER } });
    expect(value(await app.dispatch('python.choose', { path: null }))).toMatchObject({ chosen: null });
  }, 60_000);
});
