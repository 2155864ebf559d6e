import type { KeyName, KeyStatus } from '#contract';
import { AppError } from '#contract/result';
import type { Keychain } from './ports';

/** Secrets: they go into the OS keychain and never come back out to the window. */
export class Keys {
  readonly #keychain: Keychain;

  constructor(keychain: Keychain) {
    this.#keychain = keychain;
  }

  async status(input: { name: KeyName }): Promise<KeyStatus> {
    try {
      return { name: input.name, set: (await this.#keychain.get(input.name)) !== null, problem: null };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { name: input.name, set: false, problem: error.message };
    }
  }

  async set(input: { name: KeyName; value: string }): Promise<KeyStatus> {
    await this.#keychain.set(input.name, input.value);
    return this.status(input);
  }

  async remove(input: { name: KeyName }): Promise<KeyStatus> {
    await this.#keychain.remove(input.name);
    return this.status(input);
  }
}
