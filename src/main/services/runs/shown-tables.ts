import type { ShownTable } from '../../code-runner';

/** More than are ever shown by calls whose steps have not arrived yet. */
const KEPT_AT_MOST = 20;

/**
 * Tables that code has shown on this computer, by call, until the step of the call arrives and they are kept with it. The
 * protocol has no place for rows; where they were lost on the way, there is the text that was printed of them.
 */
export class ShownTables {
  readonly #tables = new Map<string, ShownTable>();

  add(call: string, table: ShownTable): void {
    this.#tables.set(call, table);
    for (const oldest of [...this.#tables.keys()].slice(0, -KEPT_AT_MOST)) this.#tables.delete(oldest);
  }

  take(call: string): ShownTable | undefined {
    const table = this.#tables.get(call);
    this.#tables.delete(call);
    return table;
  }
}
