import type { KeyName, KeyStatus } from '#contract';
import { AppError, failureOf } from '#contract/result';
import type { Keychain } from './ports';

/** Secrets: they go into the OS keychain and never come back out to the window. */
export class Keys {
  readonly #keychain: Keychain;
  readonly #changed: (name: KeyName) => Promise<void>;

  /** `changed` is told of each change before it is answered. */
  constructor(keychain: Keychain, changed: (name: KeyName) => Promise<void> = async () => undefined) {
    this.#keychain = keychain;
    this.#changed = changed;
  }

  async status(input: { name: KeyName }): Promise<KeyStatus> {
    try {
      return { name: input.name, set: (await this.#keychain.get(input.name)) !== null, problem: null };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { name: input.name, set: false, problem: failureOf(error) };
    }
  }

  async set(input: { name: KeyName; value: string }): Promise<KeyStatus> {
    await this.#keychain.set(input.name, input.value);
    await this.#changed(input.name);
    return this.status(input);
  }

  async remove(input: { name: KeyName }): Promise<KeyStatus> {
    await this.#keychain.remove(input.name);
    await this.#changed(input.name);
    return this.status(input);
  }
}
