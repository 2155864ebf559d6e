import { randomBytes } from 'node:crypto';

const KEEP_MS = 10 * 60_000;

export type Download = { name: string; type: string } & ({ bytes: Uint8Array } | { path: string });

/** Saves on their way to a window that has no dialog: each is kept for a while under an address nobody can guess. */
export class Downloads {
  readonly #waiting = new Map<string, Download>();

  offer(file: Download): string {
    const id = randomBytes(18).toString('base64url');
    this.#waiting.set(id, file);
    setTimeout(() => this.#waiting.delete(id), KEEP_MS).unref();
    return id;
  }

  /** As often as it is asked for while it is kept: a browser may ask again for what broke off. */
  find(id: string): Download | undefined {
    return this.#waiting.get(id);
  }
}
