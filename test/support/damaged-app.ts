import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { App } from '../../src/main/compose';
import type { DatabaseName, RecoveryState, ThreadId } from '../../src/preload/contract';
import { addData, ask, openTestApp } from './app';
import { tempFolder, tempFolderForAll } from './temp-folder';

/** The app as a window has it, ended with the test. */
export async function openWindowApp(folder: string, options: { withEngine?: boolean } = {}): Promise<App> {
  const app = await openTestApp(folder, { ...options, shell: 'browser' });
  onTestFinished(() => app.close().catch(() => undefined));
  return app;
}

export interface UsedFolder {
  folder: string;
  threads: ThreadId[];
}

const used = new Map<string, UsedFolder>();

/**
 * A data folder in which questions were asked, closed; each question has a thread of its own. It is a copy of one that
 * tests of a file share.
 */
export async function usedFolder(questions: readonly string[]): Promise<UsedFolder> {
  const key = JSON.stringify(questions);
  const known = used.get(key);
  const original = known && existsSync(known.folder) ? known : await makeUsedFolder(questions);
  used.set(key, original);
  const folder = join(tempFolder(), 'data');
  cpSync(original.folder, folder, { recursive: true, preserveTimestamps: true });
  return { folder, threads: original.threads };
}

async function makeUsedFolder(questions: readonly string[]): Promise<UsedFolder> {
  const folder = join(tempFolderForAll(), 'data');
  mkdirSync(folder);
  const app = await openTestApp(folder);
  const dataset = await addData(app, 'sales.csv', 'region,amount\nWest,1\nEast,2\n');
  const threads: ThreadId[] = [];
  for (const question of questions)
    threads.push((await ask(app, question, { datasetIds: [dataset.id] })).thread_id as ThreadId);
  await app.close();
  return { folder, threads };
}

export async function stateOf(app: App): Promise<RecoveryState> {
  const result = await app.dispatch('recovery.get', {});
  if (!result.ok) throw new Error(result.error.message);
  return result.value as RecoveryState;
}

export async function problemOf(app: App, database: DatabaseName) {
  const { open, problems } = await stateOf(app);
  return { open, problem: problems.find((one) => one.database === database) };
}

export async function textsOf(app: App, threadId: ThreadId): Promise<string[]> {
  const result = await app.dispatch('threads.messages', { threadId, limit: 200 });
  expect(result).toMatchObject({ ok: true });
  if (!result.ok) return [];
  const { messages } = result.value as { messages: { parts: { type: string; text?: string }[] }[] };
  return messages.map(({ parts }) => parts.map((part) => part.text ?? part.type).join('\n'));
}

/** Names of all files that were set aside. */
export function quarantined(folder: string): string[] {
  const entries = readdirSync(folder).includes('quarantine')
    ? readdirSync(join(folder, 'quarantine'), { recursive: true, withFileTypes: true })
    : [];
  return entries.flatMap((entry) => (entry.isFile() ? [entry.name] : [])).toSorted();
}
