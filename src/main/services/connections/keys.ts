import type { ConnectionId, KeyState } from '#contract';
import { AppError } from '#contract/result';
import type { KeyKept } from '../../library';
import type { Keychain } from '../ports';

/** A keychain that is locked may ask the analyst, who then goes on meanwhile with a key for this session. */
const PATIENCE_MS = 5_000;

export interface ConnectionKeysOptions {
  keychain: Keychain;
  /** Told where a key was put, and when it turns out not to be there. */
  changed(id: ConnectionId, kept: KeyKept): void;
  patienceMs?: number;
}

/**
 * Keys of connections: in the keychain, or in this process alone where the keychain does not take them. On disk never. Once
 * read, a key stays in memory, so that the keychain asks the analyst once at most.
 */
export class ConnectionKeys {
  readonly #options: ConnectionKeysOptions;
  readonly #inMemory = new Map<ConnectionId, string>();
  readonly #problems = new Map<ConnectionId, KeyState>();
  readonly #turns = new Map<ConnectionId, Promise<unknown>>();

  constructor(options: ConnectionKeysOptions) {
    this.#options = options;
  }

  /** The key can be used at once in any case. */
  async put(id: ConnectionId, key: string): Promise<void> {
    this.#inMemory.set(id, key);
    this.#problems.delete(id);
    const saving = this.#inTurn(id, () => this.#options.keychain.set(entryOf(id), key)).then(
      () => null,
      (error: unknown) => error,
    );
    const result = await Promise.race([saving, late(this.#options.patienceMs ?? PATIENCE_MS)]);
    if (result !== null) this.#problems.set(id, { where: 'session', detail: adviceOf(result) });
    this.#options.changed(id, result === null ? 'keychain' : 'session');
    // Whoever answers the keychain's question later has it kept all the same.
    if (result === LATE) void saving.then((error) => error === null && this.#keptLate(id, key));
  }

  /** For this session only, as one that was read from the environment. */
  hold(id: ConnectionId, key: string): void {
    this.#inMemory.set(id, key);
  }

  /** Null where there is none, or the keychain does not give it. */
  async get(id: ConnectionId, kept: KeyKept): Promise<string | null> {
    const known = this.#inMemory.get(id);
    if (known !== undefined || kept !== 'keychain') return known ?? null;
    const before = this.#problems.get(id)?.where;
    try {
      const key = await this.#options.keychain.get(entryOf(id));
      if (key !== null) this.#inMemory.set(id, key);
      if (key !== null) this.#problems.delete(id);
      else this.#problems.set(id, { where: 'missing', detail: GONE });
      return key;
    } catch (error) {
      this.#problems.set(id, { where: 'locked', detail: adviceOf(error) });
      return null;
    } finally {
      if (this.#problems.get(id)?.where !== before) this.#options.changed(id, kept);
    }
  }

  state(id: ConnectionId, kept: KeyKept): KeyState {
    const problem = this.#problems.get(id);
    if (problem) return problem;
    if (kept === 'none') return { where: 'none', detail: null };
    if (kept === 'keychain') return { where: 'keychain', detail: null };
    return this.#inMemory.has(id) ? { where: 'session', detail: null } : { where: 'missing', detail: LAST_SESSION };
  }

  /** False where the keychain did not let go of it: try again another time. */
  async remove(id: ConnectionId): Promise<boolean> {
    this.#inMemory.delete(id);
    this.#problems.delete(id);
    const removing = this.#inTurn(id, () => this.#options.keychain.remove(entryOf(id)));
    const result = await Promise.race([
      removing.then(
        () => true,
        () => false,
      ),
      late(this.#options.patienceMs ?? PATIENCE_MS),
    ]);
    return result === true;
  }

  #keptLate(id: ConnectionId, key: string): void {
    if (this.#inMemory.get(id) !== key) return;
    this.#problems.delete(id);
    this.#options.changed(id, 'keychain');
  }

  /** One after the other, so that what was put last is what is kept. */
  #inTurn<T>(id: ConnectionId, work: () => Promise<T>): Promise<T> {
    const done = (this.#turns.get(id) ?? Promise.resolve()).then(work);
    this.#turns.set(
      id,
      done.catch(() => undefined),
    );
    return done;
  }
}

const LATE = Symbol('the keychain has not answered yet');
const GONE = 'The key is no longer in the keychain. Enter it again.';
const LAST_SESSION = 'The key could be kept for the last session only. Enter it again.';
const HANGING = 'The keychain has not answered yet. Until it does, the key is kept for this session only.';

const entryOf = (id: ConnectionId): string => `connection:${id}`;

function adviceOf(error: unknown): string {
  if (error === LATE) return HANGING;
  return error instanceof AppError ? error.message : 'The keychain of this computer did not answer.';
}

function late(ms: number): Promise<typeof LATE> {
  return new Promise((resolve) => {
    const timer: unknown = setTimeout(() => resolve(LATE), ms);
    // It must not keep a command from ending.
    (timer as { unref?(): void }).unref?.();
  });
}
