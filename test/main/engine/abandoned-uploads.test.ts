import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openEngine } from '../../support/engine';

const blobs = (folder: string) =>
  existsSync(join(folder, 'blobs'))
    ? readdirSync(join(folder, 'blobs'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    : [];

/** As many turns of the event loop: what has been set off meanwhile has happened by then. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise(setImmediate);
}

test('an upload from within the app is given up at any moment, and nothing is thrown where nobody hears it', async () => {
  const unheard: unknown[] = [];
  const listen = (error: unknown) => unheard.push(error);
  process.prependListener('unhandledRejection', listen);
  onTestFinished(() => void process.off('unhandledRejection', listen));
  const { engine, client, folder } = await openEngine();
  const outcomes = new Set<string>();
  for (let moment = 0; moment < 40; moment += 1) {
    const gone = new AbortController();
    const body = new FormData();
    body.set('purpose', 'assistants');
    body.set('file', new Blob(Array<string>(20).fill('x'.repeat(100_000))), 'late.txt');
    const upload = engine
      .fetch('http://engine/v1/files', { method: 'POST', body, signal: gone.signal })
      .then((response) => (response.ok ? 'kept' : 'refused'))
      .catch(() => 'given up');
    await turns(moment);
    gone.abort();
    outcomes.add(await upload);
  }
  await turns(100);
  expect(outcomes).toContain('given up');
  expect(outcomes).not.toContain('refused');
  expect(unheard).toEqual([]);
  const { data } = await client.files.list();
  await expect.poll(() => blobs(folder)).toHaveLength(Math.min(data.length, 1));
});
