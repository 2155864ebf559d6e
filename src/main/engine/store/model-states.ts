import type { Database } from '../../storage';
import type { ModelState } from '../ports';

/** A state that a model gave, where it stood: beside a call, a search or a message of the run. */
export interface ModelStateRecord {
  run_id: string;
  answerer: string;
  /** The id of the call or the message. */
  anchor: string;
  place: 'before' | 'after';
  state: ModelState;
}

/** In the order they came; they go with their run. */
export class ModelStateTable {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  insert({ state, ...record }: ModelStateRecord): void {
    this.#db.run(
      `INSERT INTO model_state (run_id, answerer, anchor, place, body)
       VALUES ($run_id, $answerer, $anchor, $place, $body)`,
      { ...record, body: JSON.stringify(state) },
    );
  }

  /** Those of a run that this answerer gave. */
  ofRun(runId: string, answerer: string): ModelStateRecord[] {
    const rows = this.#db.all<Omit<ModelStateRecord, 'state'> & { body: string }>(
      `SELECT run_id, answerer, anchor, place, body FROM model_state
       WHERE run_id = $runId AND answerer = $answerer ORDER BY seq`,
      { runId, answerer },
    );
    return rows.map(({ body, ...row }) => ({ ...row, state: JSON.parse(body) }));
  }
}
