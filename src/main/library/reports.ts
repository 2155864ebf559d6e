import type {
  BlockContent,
  BlockSource,
  DeletedReport,
  FileId,
  FileReport,
  ReportBlock,
  ReportBlockId,
  ReportId,
  ReportSummary,
} from '#contract';
import type { Database } from '../storage';

/** A block as it is kept: what has changed since is found out when it is read. */
export type KeptBlock = Omit<ReportBlock, 'changes'>;

interface ReportRow {
  id: ReportId;
  title: string;
  blocks: number;
  created_at: number;
  updated_at: number;
}

interface BlockRow {
  id: ReportBlockId;
  report_id: ReportId;
  content: string;
  source: string | null;
  created_at: number;
}

const SELECT = `SELECT r.id, r.title, r.created_at, r.updated_at,
  (SELECT count(*) FROM report_blocks b WHERE b.report_id = r.id AND b.removed = 0) AS blocks FROM reports r`;

/** Grows with each change of any report, so that a clock that is set cannot shuffle the list. */
const NEXT = '(SELECT coalesce(max(activity), 0) + 1 FROM reports)';

/** Reports and their blocks, in the analyst's order. Blocks that were removed stay until they are purged. */
export class ReportRows {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  add(report: { id: ReportId; title: string; at: number }): void {
    this.#db.run(
      `INSERT INTO reports (id, title, activity, created_at, updated_at) VALUES (:id, :title, ${NEXT}, :at, :at)`,
      report,
    );
  }

  /** The last changed first. */
  list(): ReportSummary[] {
    return this.#db.all<ReportRow>(`${SELECT} WHERE r.deleted_at IS NULL ORDER BY r.activity DESC`).map(toSummary);
  }

  get(id: ReportId): ReportSummary | undefined {
    const row = this.#db.get<ReportRow>(`${SELECT} WHERE r.id = :id AND r.deleted_at IS NULL`, { id });
    return row && toSummary(row);
  }

  rename(id: ReportId, title: string): void {
    this.#db.run('UPDATE reports SET title = :title WHERE id = :id', { id, title });
  }

  touch(id: ReportId, at: number): void {
    this.#db.run(`UPDATE reports SET updated_at = max(updated_at, :at), activity = ${NEXT} WHERE id = :id`, { id, at });
  }

  hide(id: ReportId, at: number): void {
    this.#db.run('UPDATE reports SET deleted_at = :at WHERE id = :id AND deleted_at IS NULL', { id, at });
  }

  /** False where it is gone for good. */
  unhide(id: ReportId): boolean {
    return this.#db.run('UPDATE reports SET deleted_at = NULL WHERE id = :id', { id }) > 0;
  }

  /** Those that are deleted, the last first. */
  hidden(): Omit<DeletedReport, 'erasedAt'>[] {
    return this.#db
      .all<{ id: ReportId; title: string; deleted_at: number }>(
        'SELECT id, title, deleted_at FROM reports WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC, activity DESC',
      )
      .map((row) => ({ reportId: row.id, title: row.title, deletedAt: row.deleted_at }));
  }

  /** In their order. */
  blocks(reportId: ReportId): KeptBlock[] {
    return this.#db
      .all<BlockRow>('SELECT * FROM report_blocks WHERE report_id = :reportId AND removed = 0 ORDER BY place', {
        reportId,
      })
      .map(toBlock);
  }

  /** Also one that was removed and can be put back. */
  block(id: ReportBlockId): KeptBlock | undefined {
    const row = this.#db.get<BlockRow>('SELECT * FROM report_blocks WHERE id = :id', { id });
    return row && toBlock(row);
  }

  /** Before another block, or at the end. */
  addBlock(block: KeptBlock, before: ReportBlockId | null): void {
    this.#db.transaction(() => {
      this.#db.run(
        `INSERT INTO report_blocks (id, report_id, place, content, source, created_at)
         VALUES (:id, :reportId, (SELECT coalesce(max(place), 0) + 1 FROM report_blocks WHERE report_id = :reportId),
           :content, :source, :createdAt)`,
        {
          id: block.id,
          reportId: block.reportId,
          createdAt: block.createdAt,
          ...toTexts(block.content, block.source),
        },
      );
      this.#noteFiles(block.id, block.content, block.source);
      if (before !== null) this.move(block.id, before);
    });
  }

  change(id: ReportBlockId, content: BlockContent, source: BlockSource | null): void {
    this.#db.transaction(() => {
      this.#db.run('UPDATE report_blocks SET content = :content, source = :source WHERE id = :id', {
        id,
        ...toTexts(content, source),
      });
      this.#noteFiles(id, content, source);
    });
  }

  /** Those that were removed keep their places among the others. */
  move(id: ReportBlockId, before: ReportBlockId | null): void {
    this.#db.transaction(() => {
      const others = this.#db
        .all<{ id: ReportBlockId }>(
          `SELECT id FROM report_blocks WHERE id <> :id AND report_id = (SELECT report_id FROM report_blocks WHERE id = :id)
           ORDER BY place`,
          { id },
        )
        .map((row) => row.id);
      const at = before === null ? -1 : others.indexOf(before);
      const ordered = others.toSpliced(at === -1 ? others.length : at, 0, id);
      for (const [place, block] of ordered.entries())
        this.#db.run('UPDATE report_blocks SET place = :place WHERE id = :block', { place: place + 1, block });
    });
  }

  setRemoved(id: ReportBlockId, removed: boolean): void {
    this.#db.run('UPDATE report_blocks SET removed = :removed WHERE id = :id', { id, removed: Number(removed) });
  }

  purgeRemoved(): void {
    this.#db.run('DELETE FROM report_blocks WHERE removed = 1');
  }

  /** The reports that hold something of a file, the last changed first, with those that are deleted. */
  usingFile(fileId: FileId): FileReport[] {
    return this.#db
      .all<{ id: ReportId; title: string; deleted_at: number | null }>(
        `SELECT DISTINCT r.id, r.title, r.deleted_at, r.activity FROM report_files f
           JOIN report_blocks b ON b.id = f.block_id JOIN reports r ON r.id = b.report_id
         WHERE f.file_id = :fileId ORDER BY r.activity DESC`,
        { fileId },
      )
      .map((row) => ({ reportId: row.id, title: row.title, deleted: row.deleted_at !== null }));
  }

  #noteFiles(id: ReportBlockId, content: BlockContent, source: BlockSource | null): void {
    const pictures =
      content.kind === 'answer' ? content.parts.flatMap((part) => ('fileId' in part ? part.fileId : [])) : [];
    this.#db.run('DELETE FROM report_files WHERE block_id = :id', { id });
    for (const fileId of new Set([...pictures, ...(source?.files ?? []).map((file) => file.fileId)]))
      this.#db.run('INSERT INTO report_files (block_id, file_id) VALUES (:id, :fileId)', { id, fileId });
  }
}

const toTexts = (content: BlockContent, source: BlockSource | null) => ({
  content: JSON.stringify(content),
  source: source && JSON.stringify(source),
});

const toSummary = (row: ReportRow): ReportSummary => ({
  id: row.id,
  title: row.title,
  blocks: row.blocks,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

const toBlock = (row: BlockRow): KeptBlock => ({
  id: row.id,
  reportId: row.report_id,
  content: JSON.parse(row.content),
  source: row.source === null ? null : JSON.parse(row.source),
  createdAt: row.created_at,
});
