import type { DatabaseName, RecoveryState } from '#contract';

/** What exchanges databases: the app around the services, which is opened anew on the way. */
export interface RecoveryWorks {
  state(): RecoveryState;
  restore(database: DatabaseName, backup: string): Promise<void>;
  repair(database: DatabaseName): Promise<void>;
  dismiss(database: DatabaseName): void;
}

/** Damaged and missing databases, and what the analyst wants done about them. */
export class Recoveries {
  readonly #works: RecoveryWorks;

  constructor(works: RecoveryWorks) {
    this.#works = works;
  }

  get(): RecoveryState {
    return this.#works.state();
  }

  async restore(input: { database: DatabaseName; backup: string }): Promise<RecoveryState> {
    await this.#works.restore(input.database, input.backup);
    return this.get();
  }

  async repair(input: { database: DatabaseName }): Promise<RecoveryState> {
    await this.#works.repair(input.database);
    return this.get();
  }

  dismiss(input: { database: DatabaseName }): RecoveryState {
    this.#works.dismiss(input.database);
    return this.get();
  }
}
