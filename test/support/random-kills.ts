import { createHash } from 'node:crypto';
import type { FileId, Settings, ThreadId } from '../../src/preload/contract';
import type { RunningApp } from './running-app';

const QUESTIONS = [
  'total amount by region',
  'amount by month',
  'how many rows are there',
  'average amount',
  'top 3 regions by amount',
];

/** What the app has said it has saved, and what it may have saved without being able to say so any more. */
export interface Acknowledged {
  messages: Map<string, { threadId: ThreadId; prompt: string }>;
  /** By thread; of the value that was being saved when the app was killed nobody knows. */
  titles: Map<ThreadId, { last: string; tried: string }>;
  drafts: Map<ThreadId | null, { last: string; tried: string }>;
  files: Map<FileId, { bytes: number; sha256: string }>;
  appearance: { last: Settings['appearance']; tried: Settings['appearance'] };
}

export const nothingYet = (): Acknowledged => ({
  messages: new Map(),
  titles: new Map(),
  drafts: new Map(),
  files: new Map(),
  appearance: { last: 'system', tried: 'system' },
});

/** Uses the app in every way that saves something, one thing after the other, until it is gone. */
export async function useUntilGone(
  app: RunningApp,
  datasetId: string,
  known: Acknowledged,
  random: () => number,
): Promise<void> {
  const pick = <T>(values: readonly T[]): T | undefined => values[Math.floor(random() * values.length)];
  const deeds = [
    () => askSomething(app, datasetId, known, pick, random),
    () => askSomething(app, datasetId, known, pick, random),
    () => rename(app, known, pick, random),
    () => saveDraft(app, known, pick, random),
    () => upload(app, known, random),
    () => changeAppearance(app, known, pick),
  ];
  while (true) {
    try {
      await pick(deeds)?.();
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'busy') continue;
      return;
    }
  }
}

type Pick = <T>(values: readonly T[]) => T | undefined;

async function askSomething(app: RunningApp, datasetId: string, known: Acknowledged, pick: Pick, random: () => number) {
  const old = random() < 0.5 ? pick([...known.messages.values()].slice(-20)) : undefined;
  const prompt = pick(QUESTIONS) ?? '';
  const { message } = await app.api.runs.start({
    threadId: old?.threadId ?? null,
    prompt,
    datasetIds: old ? [] : [datasetId],
  });
  known.messages.set(message.id, { threadId: message.threadId, prompt });
}

async function rename(app: RunningApp, known: Acknowledged, pick: Pick, random: () => number) {
  const threadId = pick([...known.messages.values()].slice(-20))?.threadId;
  if (!threadId) return;
  const title = `Title ${random()}`;
  const before = known.titles.get(threadId);
  known.titles.set(threadId, { last: before?.last ?? '', tried: title });
  await app.api.threads.rename({ threadId, title });
  known.titles.set(threadId, { last: title, tried: title });
}

async function saveDraft(app: RunningApp, known: Acknowledged, pick: Pick, random: () => number) {
  const threadId = random() < 0.5 ? null : (pick([...known.messages.values()].slice(-20))?.threadId ?? null);
  const text = `Draft ${random()}`;
  known.drafts.set(threadId, { last: known.drafts.get(threadId)?.last ?? '', tried: text });
  await app.api.threads.saveDraft({ threadId, text, datasetIds: [], documentIds: [] });
  known.drafts.set(threadId, { last: text, tried: text });
}

async function upload(app: RunningApp, known: Acknowledged, random: () => number) {
  const bytes = Buffer.from(`${random()} `.repeat(1 + Math.floor(random() * 5_000)));
  const { id } = await app.send('kept.txt', bytes);
  known.files.set(id, { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
}

async function changeAppearance(app: RunningApp, known: Acknowledged, pick: Pick) {
  const appearance = pick(['system', 'light', 'dark'] as const) ?? 'system';
  known.appearance = { last: known.appearance.last, tried: appearance };
  await app.api.settings.change({ appearance });
  known.appearance = { last: appearance, tried: appearance };
}
