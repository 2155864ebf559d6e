import { randomBytes } from 'node:crypto';

const KEEP_MS = 10 * 60_000;

/**
 * What a browser is led in with instead of the token: a code that counts once and for a while, so that the address, which a
 * browser keeps in its history, opens nothing afterwards.
 */
export class SignInCodes {
  readonly #until = new Map<string, number>();

  issue(): string {
    const code = randomBytes(32).toString('base64url');
    this.#until.set(code, performance.now() + KEEP_MS);
    return code;
  }

  /** True once for a code that was issued not long ago. */
  redeem(code: string): boolean {
    const until = this.#until.get(code);
    this.#until.delete(code);
    return until !== undefined && performance.now() < until;
  }
}
