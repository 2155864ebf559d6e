import type { Database } from '../../storage';
import type { OngoingAnswer } from '../ports';

/** An answer that goes on at the server of a model, and up to where the run has it for good. */
export interface OngoingAnswerRecord {
  run_id: string;
  /** The newest step that will not be made again; null where there is none. */
  last_step: string | null;
  answer: OngoingAnswer;
}

type Row = Omit<OngoingAnswerRecord, 'answer'> & { body: string };

/** One for each run that has one; they go with their run. */
export class OngoingAnswerTable {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  save({ answer, ...record }: OngoingAnswerRecord): void {
    this.#db.run(
      `INSERT INTO ongoing_answer (run_id, last_step, body) VALUES ($run_id, $last_step, $body)
       ON CONFLICT (run_id) DO UPDATE SET last_step = excluded.last_step, body = excluded.body`,
      { ...record, body: JSON.stringify(answer) },
    );
  }

  ofRun(runId: string): OngoingAnswerRecord | undefined {
    const row = this.#db.get<Row>('SELECT run_id, last_step, body FROM ongoing_answer WHERE run_id = $runId', {
      runId,
    });
    if (!row) return undefined;
    const { body, ...record } = row;
    return { ...record, answer: JSON.parse(body) };
  }

  delete(runId: string): void {
    this.#db.run('DELETE FROM ongoing_answer WHERE run_id = $runId', { runId });
  }
}
