import {
  type ForkProcess,
  forkProcess,
  type NodeProcess,
  type NodeProcessOptions,
  type ProcessExit,
} from '../../src/main/processes';

/** What the process answers once it has read a document, or refused it. */
type Answer = Partial<{ say: string; rssBytes: number }>;

const KEPT_MB = 256;
const idle = new Map<string, KeptReader[]>();

/**
 * Starts the process that reads documents where a test is about something else: one that an engine ends while it reads
 * nothing serves the next engine. To start one takes longer than most of these tests.
 */
export const forkKeptReader: ForkProcess = (options) => {
  const key = JSON.stringify([options.entry, options.args]);
  const reader = idle.get(key)?.pop() ?? new KeptReader(key, options);
  return reader.serve(options);
};

class KeptReader {
  readonly #key: string;
  readonly #child: NodeProcess;
  #owner: NodeProcessOptions | null = null;
  #isReading = false;
  #isLarge = false;

  constructor(key: string, options: NodeProcessOptions) {
    this.#key = key;
    this.#child = forkProcess({
      ...options,
      onMessage: (message) => this.#hear(message),
      onStderr: (text) => this.#owner?.onStderr(text),
      onExit: (exit) => this.#exit(exit),
    });
  }

  serve(owner: NodeProcessOptions): NodeProcess {
    this.#owner = owner;
    const child = this.#child;
    const isOwner = () => this.#owner === owner;
    return {
      get pid() {
        return child.pid;
      },
      send: (message) => {
        if (!isOwner()) return;
        this.#isReading = true;
        child.send(message);
      },
      kill: () => {
        if (!isOwner()) return;
        if (this.#isReading || this.#isLarge) child.kill();
        else this.#keep(owner);
      },
    };
  }

  #hear(message: unknown): void {
    // The process is ours, and so is what it says.
    const { say, rssBytes = 0 } = message as Answer;
    if (say === 'done' || say === 'refused') this.#isReading = false;
    if (rssBytes > KEPT_MB * 1024 ** 2) this.#isLarge = true;
    this.#owner?.onMessage(message);
  }

  #keep(owner: NodeProcessOptions): void {
    this.#owner = null;
    idle.set(this.#key, [...(idle.get(this.#key) ?? []), this]);
    process.nextTick(() => owner.onExit({ reason: 'kept for the next test', killed: true }));
  }

  #exit(exit: ProcessExit): void {
    const others = (idle.get(this.#key) ?? []).filter((reader) => reader !== this);
    idle.set(this.#key, others);
    this.#owner?.onExit(exit);
  }
}
