import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { progressOf } from '../../../src/main/shells/headless/progress';
import type { AppEvent, Call, ThreadId } from '../../../src/preload/contract';
import { english } from '../../../src/preload/words';
import { openTestApp } from '../../support/app';
import { needs, POSIX, WHOLE } from '../../support/needs';
import { DENO, foundPython } from '../../support/python';
import { fenced } from '../../support/python-cells';
import { tempFolder } from '../../support/temp-folder';

/**
 * A Deno that begins when it is let, with a runtime of its own, so that nothing is known of it. A second one, for the memory
 * image, never begins: it would take as long again.
 */
function slowPython() {
  const { denoPath, runtimeFolder } = foundPython();
  const [root, cacheFolder] = [tempFolder(), tempFolder()];
  const path = join(root, relative(resolve('.'), denoPath));
  const gate = join(root, 'begin');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(
    path,
    `#!/bin/sh
mkdir '${join(root, 'first')}' 2>/dev/null || exec sleep 600
while [ ! -e '${gate}' ]; do sleep 0.05; done
exec '${denoPath}' "$@"
`,
    {
      mode: 0o755,
    },
  );
  cpSync(runtimeFolder, join(root, 'node_modules/pyodide'), { recursive: true });
  return { python: { root, cacheFolder }, begin: () => writeFileSync(gate, '') };
}

async function world() {
  const { python, begin } = slowPython();
  const app = await openTestApp(tempFolder(), { python });
  onTestFinished(() => app.close());
  const told = new Set<string>();
  const lines: string[] = [];
  app.subscribe((event: AppEvent) => void lines.push(...progressOf(event, english, told)));
  const callOf = (threadId: ThreadId): Call | undefined =>
    app.services.runs.ofThread({ threadId })[0]?.steps.flatMap(({ calls }) => calls)[0];
  const start = async (code: string) => {
    const prompt = fenced(code);
    return (await app.services.runs.start({ threadId: null, prompt, datasetIds: [], documentIds: [] })).run;
  };
  return { app, begin, lines, callOf, start };
}

describe('a Python that takes long to start', needs(DENO, POSIX), () => {
  it('is told of in the step, and on the command line, until the code runs', needs(WHOLE), async () => {
    const { app, begin, lines, callOf, start } = await world();
    const run = await start('print(6 * 7)');
    await expect.poll(() => callOf(run.threadId)?.waitsFor).toEqual({ code: 'starting_python', first: true });
    expect(callOf(run.threadId)?.status).toBe('running');
    begin();
    await app.services.runs.finished(run.id);
    expect(callOf(run.threadId)).toMatchObject({
      ...{ status: 'completed', waitsFor: null, outputs: [{ type: 'logs', text: '42\n' }] },
    });
    expect(lines[0]).toBe(
      'Starting Python for the first time on this computer, which may take a minute. Later it starts at once.',
    );
    expect(lines[1]).toMatch(/^Ran Python \(\d+ ms\)$/);
  });

  it('can be stopped meanwhile, and is told of no more', async () => {
    const { app, callOf, start } = await world();
    const run = await start('print(6 * 7)');
    await expect.poll(() => callOf(run.threadId)?.waitsFor?.code).toBe('starting_python');
    await app.services.runs.cancel({ runId: run.id });
    await app.services.runs.finished(run.id);
    expect(callOf(run.threadId)).toMatchObject({ status: 'cancelled', waitsFor: null });
  });
});
