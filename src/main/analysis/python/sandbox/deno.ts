/** The few things of Deno's that the sandbox uses; the app's own types know only Node. */
interface Deno {
  stdin: { readable: ReadableStream<Uint8Array> };
  stdout: { write(bytes: Uint8Array): Promise<number> };
  memoryUsage(): { rss: number };
  exit(code: number): never;
  readFileSync(path: string): Uint8Array;
  readDirSync(path: string): Iterable<{ name: string; isFile: boolean }>;
  openSync(path: string): {
    seekSync(offset: number, whence: number): number;
    /** How many bytes came; null at the end. */
    readSync(bytes: Uint8Array): number | null;
    close(): void;
  };
}

interface WorkerHandle {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  onmessage: ((event: { data: unknown }) => void) | null;
  onerror: ((event: { message: string; preventDefault(): void }) => void) | null;
}

/** What a worker's global scope has beyond the language. */
interface Scope {
  Deno: Deno;
  Worker: new (url: string, options: { type: 'module' }) => WorkerHandle;
  WorkerGlobalScope?: unknown;
  postMessage(message: unknown, transfer?: Transferable[]): void;
  onmessage: ((event: { data: unknown }) => void) | null;
  addEventListener(name: string, listener: (event: { preventDefault(): void }) => void): void;
}

/** A task of Python's that fails and that nobody waits for must not take the worker with it. */
export function ignoreStrayRejections(): void {
  scope.addEventListener('unhandledrejection', (event) => event.preventDefault());
}

type Transferable = ArrayBufferLike;

const scope = globalThis as unknown as Scope;

export const inWorker = scope.WorkerGlobalScope !== undefined;
/** Kept here, because the worker takes them out of the global scope before any Python of others runs. */
export const { Deno, Worker } = scope;

export const channel = {
  post: scope.postMessage?.bind(scope) as Scope['postMessage'],
  listen(listener: (data: unknown) => void): void {
    scope.onmessage = (event) => listener(event.data);
  },
};
