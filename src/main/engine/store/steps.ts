import type { Database } from '../../storage';
import type { StepRecord } from './records';
import { type Page, type PageQuery, RecordTable } from './table';

interface Row extends Omit<StepRecord, 'last_error' | 'step_details' | 'usage' | 'metadata'> {
  last_error: string;
  step_details: string;
  usage: string;
  metadata: string;
}

export class StepTable extends RecordTable<Row, StepRecord> {
  constructor(db: Database) {
    super(db, 'step', {
      columns: [
        'id',
        'run_id',
        'thread_id',
        'assistant_id',
        'type',
        'status',
        'created_at',
        'cancelled_at',
        'completed_at',
        'expired_at',
        'failed_at',
        'last_error',
        'step_details',
        'usage',
        'metadata',
      ],
      owner: 'run_id',
      decode: (row) => ({
        ...row,
        last_error: JSON.parse(row.last_error),
        step_details: JSON.parse(row.step_details),
        usage: JSON.parse(row.usage),
        metadata: JSON.parse(row.metadata),
      }),
      encode: (record) => ({
        ...record,
        last_error: JSON.stringify(record.last_error),
        step_details: JSON.stringify(record.step_details),
        usage: JSON.stringify(record.usage),
        metadata: JSON.stringify(record.metadata),
      }),
    });
  }

  ofRun(runId: string): StepRecord[] {
    return this.select('run_id = $runId', { runId });
  }

  pageOfRun(runId: string, query: PageQuery): Page<StepRecord> {
    return this.page('run_id = $runId', { runId }, query, runId);
  }

  /** The step a run is in; there is never more than one. */
  open(runId: string): StepRecord | undefined {
    return this.select(`run_id = $runId AND status = 'in_progress'`, { runId })[0];
  }
}
