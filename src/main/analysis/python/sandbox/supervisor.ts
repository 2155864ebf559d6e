import type { Boot, SandboxMessage, SandboxRequest } from '../protocol';
import { Deno, Worker } from './deno';

/** How often the process's memory is looked at. */
const LOOK_MS = 100;
/** Every so many looks the app is told. */
const REPORT_EVERY = 10;

const SIGINT = 2;

type WorkerMessage = { header: SandboxMessage; body?: Uint8Array<ArrayBuffer> };

/**
 * The main thread: carries frames between the app and Python, and stays awake while Python is busy. It ends the process
 * when the app is gone (stdin closes with it, however it died) and when the process grows too large.
 */
export async function supervise(): Promise<void> {
  const worker = new Worker(import.meta.url, { type: 'module' });
  const interrupt = new Int32Array(new SharedArrayBuffer(4));
  let sending = Promise.resolve();
  const send = (header: SandboxMessage, body?: Uint8Array): void => {
    sending = sending.then(() => write(header, body));
  };
  const end = (header: SandboxMessage): void => {
    send(header);
    void sending.finally(() => Deno.exit(1));
  };

  worker.onmessage = ({ data }) => {
    const { header, body } = data as WorkerMessage;
    send(header, body instanceof Uint8Array ? body : undefined);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    end({ type: 'failed', reason: event.message });
  };
  try {
    for await (const { request, body } of requests()) {
      if (request.op === 'interrupt') {
        Atomics.store(interrupt, 0, SIGINT);
        Atomics.notify(interrupt, 0);
      } else worker.postMessage({ request, body, ...(request.op === 'boot' ? { interrupt } : {}) }, [body.buffer]);
      if (request.op === 'boot') watchMemory((request.boot as Boot).rssBytes, send, end);
    }
  } finally {
    Deno.exit(0);
  }
}

function watchMemory(
  limit: number,
  send: (header: SandboxMessage) => void,
  end: (header: SandboxMessage) => void,
): void {
  let looks = 0;
  setInterval(() => {
    const { rss } = Deno.memoryUsage();
    if (rss > limit) end({ type: 'memory_exceeded', rss });
    else if (looks++ % REPORT_EVERY === 0) send({ type: 'memory_usage', rss });
  }, LOOK_MS);
}

async function write(header: SandboxMessage, body: Uint8Array = new Uint8Array()): Promise<void> {
  const text = new TextEncoder().encode(JSON.stringify(header));
  const head = new Uint8Array(8 + text.length);
  const lengths = new DataView(head.buffer);
  lengths.setUint32(0, text.length, true);
  lengths.setUint32(4, body.length, true);
  head.set(text, 8);
  for (const part of [head, body]) {
    for (let sent = 0; sent < part.length; ) sent += await Deno.stdout.write(part.subarray(sent));
  }
}

async function* requests(): AsyncGenerator<{ request: SandboxRequest; body: Uint8Array<ArrayBuffer> }> {
  const source = Deno.stdin.readable.getReader();
  let rest = new Uint8Array();
  const take = async (bytes: number): Promise<Uint8Array<ArrayBuffer> | null> => {
    const taken = new Uint8Array(bytes);
    for (let filled = 0; filled < bytes; ) {
      if (rest.length === 0) {
        const { value, done } = await source.read();
        if (done) return null;
        rest = new Uint8Array(value);
      }
      const part = rest.subarray(0, bytes - filled);
      taken.set(part, filled);
      filled += part.length;
      rest = rest.subarray(part.length);
    }
    return taken;
  };
  for (;;) {
    const lengths = await take(8);
    if (!lengths) return;
    const view = new DataView(lengths.buffer);
    const header = await take(view.getUint32(0, true));
    const body = await take(view.getUint32(4, true));
    if (!header || !body) return;
    yield { request: JSON.parse(new TextDecoder().decode(header)) as SandboxRequest, body };
  }
}
