import type { DuckDBConnection } from '@duckdb/node-api';
import { onlyValue } from '../connection';

const SETTINGS = 'SELECT hash(list(value ORDER BY name)) FROM duckdb_settings()';

/** The settings of a session as they were when it was opened. Nothing may change them; should something, it shows here. */
export class SettingsSeal {
  readonly #connection: DuckDBConnection;
  readonly #sealed: string;

  static async of(connection: DuckDBConnection): Promise<SettingsSeal> {
    return new SettingsSeal(connection, String(await onlyValue(connection, SETTINGS)));
  }

  private constructor(connection: DuckDBConnection, sealed: string) {
    this.#connection = connection;
    this.#sealed = sealed;
  }

  async holds(): Promise<boolean> {
    return String(await onlyValue(this.#connection, SETTINGS)) === this.#sealed;
  }
}
