import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { DatasetId, ThreadId } from '../../src/preload/contract';
import { type RunningApp, startApp } from '../support/running-app';

/** More with KILLS=50; a few are enough to notice a broken promise early. */
const KILLS = Number(process.env.KILLS ?? 6);
const QUESTIONS = [
  'total amount by region',
  'amount by month',
  'how many rows are there',
  'average amount',
  'top 3 regions by amount',
];

interface Acknowledged {
  threadId: ThreadId;
  messageId: string;
  prompt: string;
}

/** Asks until the app is gone, and notes what was acknowledged before that. */
async function askUntilGone(
  app: RunningApp,
  datasetId: DatasetId,
  known: Acknowledged[],
  random: () => number,
): Promise<void> {
  while (true) {
    const old = random() < 0.5 ? known[Math.floor(random() * known.length)] : undefined;
    const prompt = `${QUESTIONS[Math.floor(random() * QUESTIONS.length)]}`;
    try {
      const { message } = await app.api.runs.start({
        threadId: old?.threadId ?? null,
        prompt,
        datasetIds: old ? [] : [datasetId],
      });
      known.push({ threadId: message.threadId, messageId: message.id, prompt });
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'busy') continue;
      return;
    }
  }
}

async function checkAll(app: RunningApp, known: readonly Acknowledged[]): Promise<void> {
  for (const threadId of new Set(known.map((one) => one.threadId))) {
    const { messages } = await app.api.threads.messages({ threadId, limit: 200 });
    const present = new Map(messages.map((message) => [String(message.id), message]));
    for (const one of known.filter((acknowledged) => acknowledged.threadId === threadId)) {
      expect(present.get(one.messageId)?.parts).toEqual([{ type: 'text', text: one.prompt }]);
    }
    expect(present.size).toBe(messages.length);
  }
}

async function waitUntilQuiet(app: RunningApp, known: readonly Acknowledged[]): Promise<void> {
  for (const threadId of new Set(known.map((one) => one.threadId))) {
    while ((await app.api.threads.get({ threadId })).busy) await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function integrity(path: string): unknown {
  const db = new DatabaseSync(path);
  const answer = db.prepare('PRAGMA integrity_check').get()?.integrity_check;
  db.close();
  return answer;
}

describe('an app that is killed', () => {
  it(`keeps every acknowledged message, ${KILLS} times over, and every run ends with a reason`, {
    timeout: 60_000 + KILLS * 15_000,
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

    let seed = 7;
    const random = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed / 2_147_483_648;
    };
    const known: Acknowledged[] = [];
    let app = await startApp(data);
    const dataset = await app.upload(csv);
    for (let kill = 0; kill < KILLS; kill += 1) {
      const asking = askUntilGone(app, dataset.id, known, random);
      await new Promise((resolve) => setTimeout(resolve, random() * 1_200));
      await app.kill();
      await asking;
      expect([integrity(join(data, 'library.db')), integrity(join(data, 'engine.db'))]).toEqual(['ok', 'ok']);
      app = await startApp(data);
      await checkAll(app, known);
    }
    await waitUntilQuiet(app, known);
    for (const threadId of new Set(known.map((one) => one.threadId))) {
      for (const run of await app.api.runs.ofThread({ threadId })) {
        expect(run.finishedAt).not.toBeNull();
        if (run.status !== 'completed') expect(run.ending).not.toBeNull();
      }
    }
    await app.stop();
    expect(known.length).toBeGreaterThan(KILLS);
  });
});
