import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { DocumentReader } from '../../../../src/main/engine/retrieval/reader';
import { tempFolder } from '../../../support/temp-folder';

const ANSWER = `const { parentPort } = require('node:worker_threads');
const answer = () => parentPort.postMessage({ ok: true, digest: { text: 'read', sections: [], passages: [] } });`;

/** A reader whose worker is this script. */
function readerOf(script: string) {
  const path = join(tempFolder(), 'worker.cjs');
  writeFileSync(path, `${ANSWER}\n${script}`);
  const reader = new DocumentReader(path, 5_000);
  onTestFinished(() => reader.close());
  const chunking = { maxTokens: 800, overlapTokens: 400 };
  return async () => (await reader.read({ filename: 'a.txt', bytes: new Uint8Array(1), chunking })).text;
}

test.each([
  ['fails', `throw new Error('late')`],
  ['ends', 'process.exit(1)'],
])('a worker that %s between two documents costs neither the app nor the next document', async (_, end) => {
  const read = readerOf(`parentPort.on('message', () => { answer(); setTimeout(() => { ${end} }, 20); });`);
  expect(await read()).toBe('read');
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await read()).toBe('read');
});
