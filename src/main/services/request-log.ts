import type { LoggedRequest } from '#contract';
import { REQUESTS_KEPT } from '#contract/conventions';

/** However many requests come, the window hears of them this often. */
const TELL_EVERY_MS = 200;

/** The last requests of outside programs, in memory alone. */
export class RequestLog {
  readonly #publish: (requests: LoggedRequest[]) => void;
  /** By id, oldest first. */
  readonly #kept = new Map<number, LoggedRequest>();
  readonly #untold = new Set<number>();
  #cleared = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(onRequests: (requests: LoggedRequest[]) => void) {
    this.#publish = onRequests;
  }

  add(request: LoggedRequest): void {
    if (request.id <= this.#cleared) return;
    this.#kept.set(request.id, request);
    if (this.#kept.size > REQUESTS_KEPT) this.#forget(Math.min(...this.#kept.keys()));
    this.#untold.add(request.id);
    this.#timer ??= setTimeout(() => this.#flush(), TELL_EVERY_MS);
  }

  /** Newest first. */
  list(): LoggedRequest[] {
    return [...this.#kept.values()].sort((a, b) => b.id - a.id);
  }

  /** Also those still under way are not heard of again. */
  clear(): void {
    this.#cleared = Math.max(this.#cleared, ...this.#kept.keys());
    this.#kept.clear();
    this.#untold.clear();
  }

  end(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #flush(): void {
    this.#timer = null;
    const requests = this.list().filter((request) => this.#untold.has(request.id));
    this.#untold.clear();
    if (requests.length > 0) this.#publish(requests.reverse());
  }

  #forget(id: number): void {
    this.#kept.delete(id);
    this.#untold.delete(id);
  }
}
