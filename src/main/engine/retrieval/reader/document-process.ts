import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { connectParent } from '../../../processes';
import type { ReaderMessage, ReaderRequest, WholeDocument } from './protocol';
import { readDocument } from './read-document';

/**
 * The entry of the process that reads documents. A thread of its own does the reading, so that this one can tell when too
 * much memory is taken, and end with the app, whatever a document keeps that thread busy with.
 */

const [, , heapMb = '1024', memoryMb = '1536'] = process.argv;
const LOOK_MS = 50;

if (isMainThread) supervise();
else {
  const port = parentPort;
  port?.on('message', (document: WholeDocument) => readDocument(document, (message) => port.postMessage(message)));
}

function supervise(): void {
  const worker = new Worker(new URL(import.meta.url), {
    env: {},
    // What this process was started with is none of its threads' business.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: Number(heapMb) },
  });
  let document: WholeDocument | null = null;
  let at = 0;
  const send: (message: ReaderMessage) => void = connectParent((raw) => {
    // Both ends are ours.
    const request = raw as ReaderRequest;
    if (request.op === 'document') {
      document = { ...request, bytes: new Uint8Array(request.size) };
      at = 0;
    } else if (request.op === 'bytes') {
      document?.bytes.set(request.bytes, at);
      at += request.bytes.length;
    } else if (document) {
      // Handed over, as a copy of a large file would take as much memory again.
      worker.postMessage(document, [document.bytes.buffer]);
      document = null;
    }
    if (request.op !== 'read') send({ say: 'taken' });
  });
  const exceeded = () => {
    send({ say: 'too_much_memory' });
    void worker.terminate();
  };
  worker.on('message', send);
  worker.on('error', (error) => {
    if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') exceeded();
    else throw error;
  });
  worker.on('exit', () => process.exitCode ?? setTimeout(() => process.exit(1), 1_000));
  setInterval(() => process.memoryUsage.rss() > Number(memoryMb) * 1024 ** 2 && exceeded(), LOOK_MS).unref();
}
