import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { lostWrites } from '../support/lost-writes';
import { randomFrom } from '../support/random';
import { type Acknowledged, nothingYet, useUntilGone } from '../support/random-kills';
import { end, type RunningApp, spawnApp, startApp } from '../support/running-app';
import { until } from '../support/until';

/** More with KILLS=50, as `npm run e2e` has it, or KILLS=1000; a few are enough to notice a broken promise early. */
const KILLS = Number(process.env.KILLS ?? 6);
const SEED = Number(process.env.KILLS_SEED ?? 7);
/** As often an app is killed that has not come up yet. */
const WHILE_STARTING = 0.15;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** As a window sees it once the app is up again: the newest of what was acknowledged. */
async function checkShown(app: RunningApp, known: Acknowledged): Promise<void> {
  for (const [id, { threadId, prompt }] of [...known.messages].slice(-5)) {
    const { messages } = await app.api.threads.messages({ threadId, limit: 200 });
    expect(messages.filter((message) => message.id === id).map(({ parts }) => parts)).toEqual([
      [{ type: 'text', text: prompt }],
    ]);
    expect(new Set(messages.map((message) => message.id)).size).toBe(messages.length);
  }
}

/** Every run has come to an end that says why. */
async function checkEndings(app: RunningApp, known: Acknowledged): Promise<number> {
  let ended = 0;
  for (const threadId of new Set([...known.messages.values()].map((one) => one.threadId))) {
    await until('the runs to end', async () => !(await app.api.threads.get({ threadId })).busy, { withinMs: 60_000 });
    for (const run of await app.api.runs.ofThread({ threadId })) {
      expect(run.finishedAt).not.toBeNull();
      expect(run.status === 'completed' || run.ending !== null).toBe(true);
      ended += 1;
    }
  }
  return ended;
}

describe('an app that is killed', () => {
  it(`has kept every acknowledged write, ${KILLS} times over, and every run ends with a reason`, {
    timeout: 120_000 + KILLS * 20_000,
  }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'assay-kill-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
    const data = join(folder, 'data');
    const csv = join(folder, 'sales.csv');
    const rows = Array.from(
      { length: 400 },
      (_, n) => `2025-${String((n % 12) + 1).padStart(2, '0')}-03,${['West', 'East', 'North'][n % 3]},${n}.50`,
    );
    writeFileSync(csv, `ordered_on,region,amount\n${rows.join('\n')}\n`);
    const random = randomFrom(SEED).next;

    const known = nothingYet();
    const first = await startApp(data);
    const dataset = await first.upload(csv);
    await first.stop();
    let early = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      if (random() < WHILE_STARTING) {
        const child = spawnApp(data);
        await pause(random() * 1_000);
        await end(child, 'SIGKILL');
        early += 1;
      } else {
        const app = await startApp(data);
        await checkShown(app, known);
        const using = [1, 2, 3].map(() => useUntilGone(app, dataset.id, known, random));
        await pause(random() * 1_500);
        await app.kill();
        await Promise.all(using);
      }
      expect(lostWrites(data, known), `after kill ${kill + 1}`).toEqual([]);
    }
    const app = await startApp(data);
    await checkShown(app, known);
    const runs = await checkEndings(app, known);
    await app.stop();
    const { messages, titles, drafts, files } = known;
    console.log(
      `${KILLS} kills, ${early} of them at a start: ${messages.size} questions, ${titles.size} titles, ${drafts.size} drafts, ` +
        `${files.size} files acknowledged and kept, 0 lost; ${runs} runs ended with a reason`,
    );
    expect(messages.size + files.size).toBeGreaterThan(KILLS / 2);
  });
});
