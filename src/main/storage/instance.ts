import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AppError } from '#contract/result';
import { storageError } from './errors';
import { ensureFolder } from './folder';
import { FileIdentity } from './identity';
import { ensurePrivateFile } from './private-file';

/** Who has the data folder open. */
export interface Holder {
  pid: number;
  /** How to reach its window, when it has one that can be reached. */
  url: string | null;
}

/** The data folder as one process's own. The lock is the operating system's, so a killed process leaves none. */
export class Instance {
  readonly #lock: DatabaseSync;
  readonly #card: string;
  readonly #identity: FileIdentity;

  /**
   * @throws AppError `data_in_use` when another process has the folder open (see {@link Instance.holder}), `read_only`,
   * `no_space`, `data_damaged`
   */
  static claim(folder: string): Instance {
    try {
      return new Instance(ensureFolder(folder));
    } catch (error) {
      throw storageError(error);
    }
  }

  /** The process that holds `folder`, as far as it has introduced itself. */
  static holder(folder: string): Holder | null {
    try {
      const card: unknown = JSON.parse(readFileSync(join(folder, 'instance.json'), 'utf8'));
      if (typeof card !== 'object' || card === null || !('pid' in card) || typeof card.pid !== 'number') return null;
      return { pid: card.pid, url: 'url' in card && typeof card.url === 'string' ? card.url : null };
    } catch {
      return null;
    }
  }

  private constructor(folder: string) {
    this.#card = join(folder, 'instance.json');
    const lock = join(folder, 'instance.lock');
    ensurePrivateFile(lock);
    this.#identity = new FileIdentity(lock);
    this.#lock = new DatabaseSync(lock, { timeout: 0 });
    try {
      this.#lock.exec('BEGIN EXCLUSIVE');
      this.introduce(null);
    } catch (error) {
      this.#lock.close();
      throw claimError(error);
    }
  }

  /** Leaves a note, readable by this user only, so that a second start can point to this one. */
  introduce(url: string | null): void {
    const holder: Holder = { pid: process.pid, url };
    writeFileSync(this.#card, JSON.stringify(holder), { mode: 0o600 });
  }

  /** @throws AppError `data_missing` when the folder is no longer the one that was claimed */
  assertPresent(): void {
    this.#identity.size();
  }

  release(): void {
    if (this.#isPresent()) rmSync(this.#card, { force: true });
    if (this.#lock.isOpen) this.#lock.close();
  }

  /** Another folder in its place has a card of its own. */
  #isPresent(): boolean {
    try {
      this.assertPresent();
      return true;
    } catch {
      return false;
    }
  }
}

function claimError(error: unknown): unknown {
  const known = storageError(error);
  if (!(known instanceof AppError) || known.code !== 'data_in_use') return known;
  return new AppError(
    'data_in_use',
    'Assay is already open with this data folder. Use that window, or choose another folder with --data.',
    { cause: error },
  );
}
