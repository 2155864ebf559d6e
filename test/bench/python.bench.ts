import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { PythonRunner } from '../../src/main/analysis/python';
import { needs } from '../support/needs';
import { DENO, logsOf, pythonOptions } from '../support/python';
import { tempFolder } from '../support/temp-folder';
import { until } from '../support/until';
import { pairs, tell } from './pairs';

const MB = 1024 * 1024;
const LOOP = `
def primes(limit):
    sieve = bytearray([1]) * limit
    for n in range(2, limit):
        if sieve[n]:
            for multiple in range(n * n, limit, n):
                sieve[multiple] = 0
    return sum(sieve) - 2

def words(count):
    seen = {}
    for n in range(count):
        key = f"word {n * 7919 % 1000}"
        seen[key] = seen.get(key, 0) + n % 13
    return sum(seen.values())

def fractions(count):
    total = 0.0
    for n in range(1, count):
        total += (n % 17) / n
    return round(total, 6)

(primes(600_000), words(300_000), fractions(600_000))`;

async function openRunner(limits = {}, folder = tempFolder()): Promise<PythonRunner> {
  const runner = new PythonRunner({ ...(await pythonOptions(folder)), limits });
  onTestFinished(() => runner.close());
  return runner;
}
const run = (runner: PythonRunner, code: string, session: string = randomUUID()) =>
  runner.run(session, { code, files: [] });

describe('Python', needs(DENO), () => {
  it('gives its first result from a spare, against loading the runtime', async () => {
    const warm = await openRunner();
    const first = async () => {
      expect(logsOf(await run(warm, '6 * 7'))).toBe('42\n');
    };
    const cold = async () => {
      const folder = tempFolder();
      const options = {
        ...(await pythonOptions(folder)),
        tempFolder: join(folder, 'temp'),
        limits: { spares: 0 as const },
      };
      const runner = new PythonRunner(options);
      const from = performance.now();
      await run(runner, '6 * 7');
      const taken = performance.now() - from;
      await runner.close();
      return taken;
    };
    // The spare is there before it is asked: between two cells a person reads, or a model writes.
    const ready = async () => {
      await warm.warm();
      await expect.poll(() => warm.status().warm).toBe(true);
    };
    const times: number[] = [];
    await ready();
    await first();
    for (let round = 0; round < 7; round += 1) {
      await ready();
      const from = performance.now();
      await first();
      times.push(performance.now() - from);
    }
    const colds: number[] = [];
    for (let round = 0; round < 3; round += 1) colds.push(await cold());
    const [ours = 0, theirs = 0] = [times.sort((a, b) => a - b)[3], colds.sort((a, b) => a - b)[1]];
    console.log(
      `First result of a new session from the spare, against a cold runtime: ${(ours / theirs).toFixed(3)}× (${ours.toFixed(1)} ms against ${theirs.toFixed(0)} ms; goal ≤ 0.05×)`,
    );
  });

  it('starts from a memory image, against loading the runtime', async () => {
    const runner = await openRunner({ spares: 0 });
    await runner.warm();
    const from = performance.now();
    await run(runner, '1');
    console.log(`A session started from the memory image: ${(performance.now() - from).toFixed(0)} ms`);
  });

  it('computes, against the machine’s own Python', async () => {
    const runner = await openRunner();
    let said = '';
    const ours = async () => {
      said = logsOf(await run(runner, LOOP, 'compute'));
    };
    let theirSaid = '';
    const program = LOOP.replace(/\n\(primes/, '\nprint((primes').concat(')');
    const theirs = async () => {
      theirSaid = execFileSync('python3', ['-c', program], { encoding: 'utf8' });
    };
    const verdict = await pairs(ours, theirs, 5);
    expect(said).toBe(theirSaid);
    const version = execFileSync('python3', ['--version'], { encoding: 'utf8' }).trim();
    tell(
      `Loops over numbers, bytes, strings and a dictionary, against ${version} (its start included)`,
      '≤ 2.5×',
      verdict,
    );
  });

  it('keeps few of its processes when nobody uses them', async () => {
    const runner = await openRunner({ idleSoonMs: 4_000, spareIdleMs: 4_000 });
    const names = Array.from({ length: 4 }, () => randomUUID());
    for (const name of names) await run(runner, 'sum(range(100_000))', name);
    await runner.warm();
    await until('every process to tell its memory', () => runner.status().rssBytes > 5 * 50 * MB);
    const before = runner.status();
    await until('the idle ones to go', () => runner.status().sessions === 1 && !runner.status().warm);
    const after = runner.status();
    expect(after.sessions).toBe(1);
    console.log(
      `Memory of ${before.sessions} idle sessions and a spare: ${(before.rssBytes / MB).toFixed(0)} MB; once those have gone that nobody is likely to use: ${(after.rssBytes / MB).toFixed(0)} MB`,
    );
  });

  it('answers the next cell, and takes what memory it takes', async () => {
    const runner = await openRunner({ spares: 0 });
    await run(runner, 'x = 1', 'next');
    const times: number[] = [];
    for (let round = 0; round < 50; round += 1) {
      const from = performance.now();
      await run(runner, 'x += 1\nx', 'next');
      times.push(performance.now() - from);
    }
    console.log(`The next cell of a session: ${times.sort((a, b) => a - b)[25]?.toFixed(1)} ms`);
    const names = Array.from({ length: 8 }, () => randomUUID());
    runner.end('next');
    await Promise.all(names.map((name) => run(runner, 'sum(range(100_000))', name)));
    // Each process says by itself, now and then, what it takes.
    await until('every session to tell its memory', () => runner.status().rssBytes > names.length * 50 * MB);
    const each = runner.status().rssBytes / runner.status().sessions / MB;
    console.log(`Memory of each of ${runner.status().sessions} sessions at once: ${each.toFixed(0)} MB`);
  });
});
