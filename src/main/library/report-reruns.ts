import type { ReportId, ReportRerun, ReportRerunId } from '#contract';
import type { Database } from '../storage';

/** Reports that were run again on other files, with what came of it. */
export class ReportRerunRows {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  save({ id, fromReport, toReport, status, ...body }: ReportRerun): void {
    this.#db.run(
      `INSERT INTO report_reruns (id, from_report, to_report, status, body, created_at)
       VALUES (:id, :fromReport, :toReport, :status, :body, :createdAt)
       ON CONFLICT (id) DO UPDATE SET to_report = excluded.to_report, status = excluded.status, body = excluded.body`,
      { id, fromReport, toReport, status, body: JSON.stringify(body), createdAt: body.createdAt },
    );
  }

  get(id: ReportRerunId): ReportRerun | undefined {
    const row = this.#db.get<Row>('SELECT * FROM report_reruns WHERE id = :id', { id });
    return row && toReportRerun(row);
  }

  /** Of a report and those that came of it, or that it came of; newest first. */
  ofReport(reportId: ReportId): ReportRerun[] {
    return this.#db
      .all<Row>(
        'SELECT * FROM report_reruns WHERE from_report = :reportId OR to_report = :reportId ORDER BY seq DESC',
        {
          reportId,
        },
      )
      .map(toReportRerun);
  }

  /** Those that an earlier process left under way have ended with it. */
  endOpen(): void {
    this.#db.run(`UPDATE report_reruns SET status = 'cancelled' WHERE status = 'running'`);
  }
}

interface Row {
  id: ReportRerunId;
  from_report: ReportId;
  to_report: ReportId | null;
  status: ReportRerun['status'];
  body: string;
}

const toReportRerun = (row: Row): ReportRerun => ({
  id: row.id,
  fromReport: row.from_report,
  toReport: row.to_report,
  status: row.status,
  ...JSON.parse(row.body),
});
