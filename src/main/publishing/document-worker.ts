import { parentPort } from 'node:worker_threads';
import type { WriteOutcome, WriteRequest } from './protocol';
import { write } from './write';

/** The entry of the writing worker: one publication in, its files out. */
parentPort?.once('message', async (request: WriteRequest) => {
  let answer: WriteOutcome;
  try {
    answer = { files: await write(request) };
  } catch (error) {
    answer = { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  parentPort?.postMessage(answer);
});
