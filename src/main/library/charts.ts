import type { CallId, Chart, ChartId, MessageId, ResultId, RunId, ThreadId } from '#contract';
import type { Database } from '../storage';

interface Row {
  id: ChartId;
  thread_id: ThreadId;
  run_id: RunId;
  call_id: CallId;
  result_id: ResultId;
  spec: string;
  version_of: ChartId | null;
  remote_file_id: string | null;
  created_at: number;
  message_id?: MessageId | null;
}

export interface PictureKey {
  chartId: ChartId;
  format: 'png' | 'svg';
  /** With the language, where it is not English. */
  theme: string;
}

export class ChartRows {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Adds a chart with its first pictures (blob keys). */
  add(
    { messageId: _, versionOf: __, reading: ___, ...chart }: Chart,
    pictures: { format: 'png' | 'svg'; theme: string; blob: string }[],
  ): void {
    this.#db.transaction(() => {
      this.#db.run('DELETE FROM charts WHERE call_id = :callId', { callId: chart.callId });
      this.#db.run(
        `INSERT INTO charts (id, thread_id, run_id, call_id, result_id, spec, created_at)
         VALUES (:id, :threadId, :runId, :callId, :resultId, :spec, :createdAt)`,
        { ...chart, spec: JSON.stringify(chart.spec) },
      );
      for (const picture of pictures) this.addPicture({ chartId: chart.id, ...picture }, picture.blob);
    });
  }

  addPicture(key: PictureKey, blob: string): void {
    this.#db.run(
      'INSERT OR REPLACE INTO chart_pictures (chart_id, format, theme, blob) VALUES (:chartId, :format, :theme, :blob)',
      { chartId: key.chartId, format: key.format, theme: key.theme, blob },
    );
  }

  /** Remembers under which id the server keeps the chart's picture. */
  setRemoteFile(id: ChartId, remoteFileId: string): void {
    this.#db.run('UPDATE charts SET remote_file_id = :remoteFileId WHERE id = :id', { id, remoteFileId });
  }

  /** Adds another version of a chart, which stays; its pictures are drawn when they are first asked for. */
  addVersion(chart: Chart & { versionOf: ChartId }): void {
    this.#db.run(
      `INSERT INTO charts (id, thread_id, run_id, call_id, result_id, spec, version_of, created_at)
       SELECT :id, thread_id, run_id, call_id, result_id, :spec, id, :createdAt FROM charts WHERE id = :versionOf`,
      { id: chart.id, spec: JSON.stringify(chart.spec), versionOf: chart.versionOf, createdAt: chart.createdAt },
    );
  }

  /** All that are drawn of the same rows as a chart that was answered: that one, then its versions as they were made. */
  versions(origin: ChartId): Chart[] {
    return this.#db
      .all<Row>('SELECT * FROM charts WHERE id = :origin OR version_of = :origin ORDER BY seq', { origin })
      .map(toChart);
  }

  /** All that are drawn of a result, as they were made. */
  ofResult(id: ResultId): Chart[] {
    return this.#db.all<Row>('SELECT * FROM charts WHERE result_id = :id ORDER BY seq', { id }).map(toChart);
  }

  get(id: ChartId): Chart | undefined {
    const row = this.#db.get<Row>('SELECT * FROM charts WHERE id = :id', { id });
    return row && toChart(row);
  }

  byRemoteFile(remoteFileId: string): ChartId | undefined {
    return this.#db.get<{ id: ChartId }>('SELECT id FROM charts WHERE remote_file_id = :remoteFileId', { remoteFileId })
      ?.id;
  }

  /** The newest version of each, newest first, by when they were drawn, whatever the clock said. */
  page(options: { before?: ChartId | undefined; limit: number }): Chart[] {
    const { before, limit } = options;
    return this.#db
      .all<Row>(
        `SELECT c.*, (SELECT m.id FROM messages m
           WHERE m.thread_id = c.thread_id AND m.run_id = c.run_id AND m.role = 'assistant'
           ORDER BY instr(m.parts, coalesce(c.version_of, c.id)) > 0 DESC, m.seq DESC LIMIT 1) AS message_id
         FROM charts c JOIN threads t ON t.id = c.thread_id AND t.deleted_at IS NULL
         WHERE NOT EXISTS (SELECT 1 FROM charts v
           WHERE v.version_of = coalesce(c.version_of, c.id) AND v.seq > c.seq)
         ${before ? 'AND c.seq < (SELECT seq FROM charts WHERE id = :before)' : ''} ORDER BY c.seq DESC LIMIT :limit`,
        { limit, ...(before ? { before } : {}) },
      )
      .map(toChart);
  }

  picture(key: PictureKey): string | undefined {
    return this.#db.get<{ blob: string }>(
      'SELECT blob FROM chart_pictures WHERE chart_id = :chartId AND format = :format AND theme = :theme',
      { ...key },
    )?.blob;
  }
}

function toChart(row: Row): Chart {
  return {
    id: row.id,
    threadId: row.thread_id,
    runId: row.run_id,
    callId: row.call_id,
    resultId: row.result_id,
    spec: JSON.parse(row.spec),
    ...(row.version_of === null ? {} : { versionOf: row.version_of }),
    ...(row.message_id === undefined ? {} : { messageId: row.message_id }),
    createdAt: row.created_at,
  };
}
