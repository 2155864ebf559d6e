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

/** A value that is written again and again, and what it may be now. */
export class WrittenValue<T> {
  /** Nothing is known before the first write that was acknowledged. */
  #possible: T[] | null = null;
  #unheard: T[] = [];
  #writing = false;

  /**
   * Of a write that nobody heard of again nobody knows whether it came about. One write at a time: which of two at once was
   * the last nobody could say.
   */
  async write(value: T, save: (value: T) => Promise<unknown>): Promise<void> {
    if (this.#writing) return;
    this.#writing = true;
    this.#unheard.push(value);
    try {
      await save(value);
      this.#possible = [value];
      this.#unheard = [];
    } finally {
      this.#writing = false;
    }
  }

  /** False when an acknowledged write is lost if this is what the value is. */
  mayBe(value: unknown): boolean {
    return this.#possible === null || [...this.#possible, ...this.#unheard].some((known) => known === value);
  }
}

/** What the app has said it has saved, and what it may have saved without being able to say so any more. */
export interface Acknowledged {
  messages: Map<string, { threadId: ThreadId; prompt: string }>;
  titles: Map<ThreadId, WrittenValue<string>>;
  drafts: Map<ThreadId | null, WrittenValue<string>>;
  files: Map<FileId, { bytes: number; sha256: string }>;
  appearance: WrittenValue<Settings['appearance']>;
}

export const nothingYet = (): Acknowledged => ({
  messages: new Map(),
  titles: new Map(),
  drafts: new Map(),
  files: new Map(),
  appearance: new WrittenValue(),
});

/** Uses the app in every way that saves something, one thing after the other, until it is gone. */
export async function useUntilGone(
  app: RunningApp,
  datasetId: string | null,
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

async function askSomething(
  app: RunningApp,
  datasetId: string | null,
  known: Acknowledged,
  pick: Pick,
  random: () => number,
) {
  const old = random() < 0.5 ? pick([...known.messages.values()].slice(-20)) : undefined;
  const prompt = pick(QUESTIONS) ?? '';
  const { message } = await app.api.runs.start({
    threadId: old?.threadId ?? null,
    prompt,
    datasetIds: old || datasetId === null ? [] : [datasetId],
  });
  known.messages.set(message.id, { threadId: message.threadId, prompt });
}

async function rename(app: RunningApp, known: Acknowledged, pick: Pick, random: () => number) {
  const threadId = pick([...known.messages.values()].slice(-20))?.threadId;
  if (!threadId) return;
  const title = known.titles.get(threadId) ?? new WrittenValue<string>();
  known.titles.set(threadId, title);
  await title.write(`Title ${random()}`, (value) => app.api.threads.rename({ threadId, title: value }));
}

async function saveDraft(app: RunningApp, known: Acknowledged, pick: Pick, random: () => number) {
  const threadId = random() < 0.5 ? null : (pick([...known.messages.values()].slice(-20))?.threadId ?? null);
  const draft = known.drafts.get(threadId) ?? new WrittenValue<string>();
  known.drafts.set(threadId, draft);
  await draft.write(`Draft ${random()}`, (text) =>
    app.api.threads.saveDraft({ threadId, text, datasetIds: [], documentIds: [] }),
  );
}

async function upload(app: RunningApp, known: Acknowledged, random: () => number) {
  const bytes = Buffer.from(`${random()} `.repeat(1 + Math.floor(random() * 5_000)));
  const { id } = await app.send('kept.txt', bytes);
  known.files.set(id, { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
}

async function changeAppearance(app: RunningApp, known: Acknowledged, pick: Pick) {
  await known.appearance.write(pick(['system', 'light', 'dark'] as const) ?? 'system', (appearance) =>
    app.api.settings.change({ appearance }),
  );
}
