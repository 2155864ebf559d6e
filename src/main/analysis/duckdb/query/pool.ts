import { statSync } from 'node:fs';
import type { DatabaseLimits } from '../connection';
import { cacheOf } from '../sql';
import type { QuerySession } from './session';
import type { QuerySource } from './views';

const KEPT = 4;

export type PooledSession = Pick<QuerySession, 'close' | 'interrupt' | 'spent'>;

/** A query on a session: it can be interrupted while it runs. */
interface Work<Session, T> {
  signal: AbortSignal;
  work(session: Session): Promise<T>;
}

/**
 * Sessions are kept while they are used, as opening one reads the beginnings of its files again. A session answers one
 * query at a time; a second query on the same data at the same time gets a session of its own.
 */
export class SessionPool<Session extends PooledSession> {
  readonly #open: (sources: readonly QuerySource[], limits: DatabaseLimits) => Promise<Session>;
  readonly #idle = new Map<string, Session>();

  constructor(open: (sources: readonly QuerySource[], limits: DatabaseLimits) => Promise<Session>) {
    this.#open = open;
  }

  async use<T>(
    sources: readonly QuerySource[],
    limits: DatabaseLimits,
    { signal, work }: Work<Session, T>,
  ): Promise<T> {
    const key = JSON.stringify([limits, sources.map((source) => [source, copyVersion(source)])]);
    const idle = this.#idle.get(key);
    this.#idle.delete(key);
    const session = idle ?? (await this.#open(sources, limits));
    const interrupt = () => session.interrupt();
    signal.addEventListener('abort', interrupt);
    try {
      signal.throwIfAborted();
      return await work(session);
    } finally {
      signal.removeEventListener('abort', interrupt);
      if (session.spent) session.close();
      else this.#keep(key, session);
    }
  }

  #keep(key: string, session: Session): void {
    this.#idle.get(key)?.close();
    this.#idle.delete(key);
    this.#idle.set(key, session);
    const oldest = this.#idle.size > KEPT ? this.#idle.entries().next().value : undefined;
    if (!oldest) return;
    this.#idle.delete(oldest[0]);
    oldest[1].close();
  }
}

/** A columnar copy that has come or changed since makes for another session. */
function copyVersion(source: QuerySource): string {
  const copy = statSync(cacheOf(source), { throwIfNoEntry: false });
  return copy ? `${copy.ino} ${copy.size} ${copy.mtimeMs}` : 'none';
}
