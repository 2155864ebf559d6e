import { copyFileSync, mkdirSync, readdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type CodeInput, PythonRunner } from '../../../../src/main/analysis/python';
import { needs, WHOLE } from '../../../support/needs';
import { DENO, logsOf, pythonOptions, type RunOptions, sandboxesOf, testPython } from '../../../support/python';
import { QUICKEST } from '../../../support/python-runners';
import { sweep } from '../../../support/sweep';
import { tempFolder } from '../../../support/temp-folder';
import { until } from '../../../support/until';

const MB = 1024 * 1024;

describe('Python sessions', needs(DENO), () => {
  const { run, runner } = testPython({ callMs: 10_000, spares: 1 });
  /** Code that is told to stop as soon as it has printed something. */
  const stopped = (code: string) => {
    const stop = new AbortController();
    return run(code, { signal: stop.signal, onLogs: () => stop.abort() });
  };

  it('remembers names, functions and imports from one call to the next', async () => {
    expect(await run('import math\ntotal = 40\ndef add(n): return total + n')).toMatchObject({ fresh: true });
    const next = await run('math.floor(add(2.5))');
    expect(next.fresh).toBe(false);
    expect(logsOf(next)).toBe('42\n');
  });

  it('keeps sessions apart', async () => {
    await run('secret = "mine"');
    const other = await run('secret', { session: 'other' });
    expect(other.error?.type).toBe('NameError');
    expect(other.fresh).toBe(true);
  });

  it('runs calls of one session one after another', async () => {
    const results = await Promise.all([1, 2, 3].map((n) => run(`order = globals().get("order", []) + [${n}]\norder`)));
    expect(results.map(logsOf)).toEqual(['[1]\n', '[1, 2]\n', '[1, 2, 3]\n']);
  });

  it('stops when asked, and keeps the state of code that can be interrupted', async () => {
    await run('kept = 1');
    const result = await stopped('import time\nprint("going")\ntime.sleep(60)');
    expect(result).toMatchObject({ ended: 'cancelled', error: { type: 'KeyboardInterrupt' } });
    expect(logsOf(result)).toMatch(/^going/);
    expect(await run('kept')).toMatchObject({ fresh: false, outputs: [{ type: 'logs', text: '1\n' }] });
  });

  it('stops code before its first line, and keeps the state', async () => {
    const between = ['global _read', 'json.loads = _read', 'print("soon")', 'time.sleep(60)'];
    await run(
      `import json, time\n_read = json.loads\ndef between(text):\n  ${between.join('\n  ')}\njson.loads = between`,
    );
    const result = await stopped('never = 1');
    expect(result).toMatchObject({ ended: 'cancelled', error: { type: 'KeyboardInterrupt' } });
    expect(await run('"never" in globals()')).toMatchObject({ fresh: false, outputs: [{ text: 'False\n' }] });
  });

  it('stops code that ends its own Python when it is told to', async () => {
    const ends = 'import os, time\ntry:\n  print("going")\n  time.sleep(60)\nexcept KeyboardInterrupt:\n  os.abort()';
    expect((await stopped(ends)).ended).toBe('cancelled');
  });

  it('stops code that does not want to, and says that the state is lost', async () => {
    const stubborn = 'while True:\n  try:\n    print("going")\n    while True: pass\n  except BaseException: pass';
    expect((await stopped(stubborn)).ended).toBe('cancelled');
    expect(await run('kept')).toMatchObject({ fresh: true, error: { type: 'NameError' } });
  });

  it('does not begin what was cancelled before', async () => {
    expect(await run('1', { signal: AbortSignal.abort() })).toMatchObject({ ended: 'cancelled', outputs: [] });
  });

  it('forgets a session that was ended', async () => {
    await run('x = 1');
    runner().end('main');
    expect(await run('x')).toMatchObject({ fresh: true, error: { type: 'NameError' } });
  });

  it('has a spare ready again after a call', async () => {
    await expect.poll(() => runner().status().warm).toBe(true);
    await expect.poll(() => runner().status().rssBytes).toBeGreaterThan(50 * MB);
  });
});

/** Code that goes on until it is told to end, and says when it has begun. */
const BUSY = 'import time\nprint("begun")\nwhile True: time.sleep(0.01)';

describe('a Python session more than there may be', needs(...QUICKEST.need), () => {
  const { run, sessions } = QUICKEST.open({ sessions: 3 });

  it('ends the one that was unused the longest', async () => {
    for (const session of ['a', 'b', 'c']) await run('x = 1', { session });
    await run('x', { session: 'a' });
    await run('x = 1', { session: 'd' });
    expect(sessions()).toBe(3);
    expect((await run('x', { session: 'a' })).fresh).toBe(false);
    expect((await run('x', { session: 'b' })).fresh).toBe(true);
  });
});

describe('more Python sessions than there may be', needs(...QUICKEST.need), () => {
  const { run, end } = QUICKEST.open({ sessions: 2, queued: 3 });

  /** A call whose end the test decides; resolves once its code runs. */
  async function busy(session: string) {
    const stop = new AbortController();
    const { promise: begun, resolve: onLogs } = Promise.withResolvers<string>();
    const result = run(BUSY, { session, onLogs, signal: stop.signal });
    await begun;
    return { result, stop: () => stop.abort() };
  }

  /** A call that has to wait, and the places in line it was told. */
  function queued(session: string, code = 'print("ran")', options: Pick<RunOptions, 'signal'> = {}) {
    const places: (number | null)[] = [];
    const onWaiting: CodeInput['onWaiting'] = (wait) => {
      if (wait?.code === 'queued') places.push(wait.place);
      else if (places.length > 0 && places.at(-1) !== null) places.push(null);
    };
    const result = run(code, { session, onWaiting, ...options });
    return { result, places };
  }

  it('wait in line while all are at work, are told their place, and end nobody’s code', async () => {
    const [a, b] = [await busy('a'), await busy('b')];
    const [c, d, e] = [queued('c'), queued('d'), queued('e')];
    await expect.poll(() => [c.places, d.places, e.places]).toEqual([[1], [2], [3]]);
    a.stop();
    expect((await c.result).ended).toBe('done');
    expect(logsOf(await d.result)).toBe('ran\n');
    expect((await e.result).ended).toBe('done');
    expect([c.places, d.places, e.places]).toEqual([
      [1, null],
      [2, 1, null],
      [3, 2, 1, null],
    ]);
    expect((await a.result).ended).toBe('cancelled');
    expect(await Promise.race([b.result, 'still at work'])).toBe('still at work');
    b.stop();
    expect(logsOf(await b.result)).toMatch(/^begun/);
  });

  it('can be cancelled while they wait, and those behind move up', async () => {
    const [a, b] = [await busy('a'), await busy('b')];
    const stop = new AbortController();
    const [c, d] = [queued('c', 'print("ran")', { signal: stop.signal }), queued('d')];
    await expect.poll(() => d.places).toEqual([2]);
    stop.abort();
    expect(await c.result).toMatchObject({ ended: 'cancelled', outputs: [] });
    expect([c.places, d.places]).toEqual([
      [1, null],
      [2, 1],
    ]);
    a.stop();
    b.stop();
    expect((await d.result).ended).toBe('done');
    await Promise.all([a.result, b.result]);
  });

  it('are refused when too many wait, and what was to be cancelled does not even begin to', async () => {
    const [a, b] = [await busy('a'), await busy('b')];
    const waiting = ['c', 'd', 'e'].map((session) => queued(session));
    await expect(queued('f').result).rejects.toMatchObject({
      code: 'busy',
      message: expect.stringMatching(/Try again/),
    });
    const cancelled = queued('g', '1', { signal: AbortSignal.abort() });
    expect([(await cancelled.result).ended, cancelled.places]).toEqual(['cancelled', []]);
    a.stop();
    b.stop();
    expect((await Promise.all(waiting.map(({ result }) => result))).map(({ ended }) => ended)).toEqual(
      waiting.map(() => 'done'),
    );
    await Promise.all([a.result, b.result]);
  });

  it('of one thread share a session once it has a place, and wait no longer when the thread is gone', async () => {
    const [a, b] = [await busy('a'), await busy('b')];
    const [first, second, gone] = [queued('c', 'x = 40'), queued('c', 'x + 2'), queued('d')];
    await expect.poll(() => gone.places).toEqual([3]);
    end('d');
    expect((await gone.result).ended).toBe('cancelled');
    a.stop();
    expect((await first.result).ended).toBe('done');
    expect(logsOf(await second.result)).toBe('42\n');
    b.stop();
    await Promise.all([a.result, b.result]);
  });

  it('go on in their own session without waiting, also while others wait', async () => {
    const [a, b] = [await busy('a'), await busy('b')];
    const other = queued('c');
    const more = queued('a', 'print("more")');
    await expect.poll(() => other.places).toEqual([1]);
    a.stop();
    expect(logsOf(await more.result)).toBe('more\n');
    expect(more.places).toEqual([]);
    expect((await other.result).ended).toBe('done');
    b.stop();
    await b.result;
    expect((await run('1', { session: 'a' })).ended).toBe('done');
  });
});

describe('a Python session whose process is killed', needs(DENO), () => {
  const { run, folder } = testPython();

  it('says that Python crashed when its process is killed in the middle of a call, and starts anew', async () => {
    await run('x = 1');
    const kill = () => {
      for (const pid of sandboxesOf(folder())) process.kill(pid, 'SIGKILL');
    };
    const result = await run('import time\nprint("started")\nwhile True: time.sleep(0.01)', { onLogs: kill });
    expect(result).toMatchObject({ ended: 'crashed', error: null, files: [] });
    expect(await run('2 * 21')).toMatchObject({ ended: 'done', fresh: true, outputs: [{ text: '42\n' }] });
  });
});

describe('idle Python sessions', needs(...QUICKEST.need), () => {
  const { run, sessions } = QUICKEST.open({ idleMs: 400 });

  it('end after a while, and the next call says so', async () => {
    await run('x = 1');
    await until('the session to end', () => sessions() === 0);
    expect(await run('x')).toMatchObject({ fresh: true, error: { type: 'NameError' } });
  });
});

describe('more idle Python sessions than are likely to be used again', needs(...QUICKEST.need), () => {
  const { run, sessions } = QUICKEST.open({ idleSoonMs: 400, idleKept: 1 });

  it('end soon, but for the one that was used last', async () => {
    for (const session of ['a', 'b', 'c']) await run('x = 1', { session });
    await until('all but one to end', () => sessions() === 1);
    expect((await run('x', { session: 'c' })).fresh).toBe(false);
    expect((await run('x', { session: 'a' })).fresh).toBe(true);
  });
});

describe('a spare Python that nobody has needed for a while', needs(DENO), () => {
  const { run, runner } = testPython({ spares: 1, spareIdleMs: 400 });

  it('ends, while the session that was used last keeps its state', async () => {
    await run('x = 1');
    await runner().warm();
    expect(runner().status().warm).toBe(true);
    await until('the spare to end', () => !runner().status().warm);
    expect(runner().status().sessions).toBe(1);
    expect(logsOf(await run('x'))).toBe('1\n');
    expect(logsOf(await run('2', { session: 'another' }))).toBe('2\n');
  });
});

describe('Python sessions at once', needs(DENO), () => {
  const names = sweep(
    Array.from({ length: 8 }, (_, n) => `at once ${n}`),
    3,
  );
  const { run, runner } = testPython({ sessions: names.length });

  it('answer, each for itself, within what they may use', async () => {
    const results = await Promise.all(
      names.map((session, n) => run(`data = list(range(100_000))\nsum(data) * ${n}`, { session })),
    );
    expect(results.map(logsOf)).toEqual(names.map((_, n) => `${4_999_950_000 * n}\n`));
    await expect.poll(() => runner().status().rssBytes).toBeGreaterThan(names.length * 50 * MB);
    expect(runner().status().rssBytes / names.length).toBeLessThan(400 * MB);
  }, 60_000);
});

describe('a damaged memory image', needs(DENO), () => {
  it('costs a slow start, and is not tried again', { ...needs(WHOLE), timeout: 120_000 }, async () => {
    const folder = tempFolder();
    const options = await pythonOptions(folder);
    const maker = new PythonRunner(options);
    await maker.prepare();
    await maker.close();
    const images = join(folder, 'images');
    mkdirSync(images);
    for (const name of readdirSync(options.tempFolder).filter((name) => name.endsWith('.snapshot')))
      copyFileSync(join(options.tempFolder, name), join(images, name));
    const imagesIn = () => readdirSync(images).filter((name) => name.endsWith('.snapshot'));
    expect(imagesIn()).not.toEqual([]);
    for (const name of imagesIn()) truncateSync(join(images, name), 1_000);
    const runner = new PythonRunner({ ...options, tempFolder: images, limits: { spares: 0 } });
    onTestFinished(() => runner.close());
    const result = await runner.run('any', { code: 'print(6 * 7)', files: [] });
    expect(logsOf(result)).toBe('42\n');
    expect(imagesIn()).toEqual([]);
  });
});
