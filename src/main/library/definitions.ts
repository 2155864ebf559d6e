import type { DatasetId } from '#contract';
import type { DefinitionEdits, Relation } from '#contract/definitions';
import type { Database } from '../storage';

/** How the fields of one dataset relate to those of another, from the first one's side and from the other's. */
export interface RelatedDatasets {
  forth: Omit<Relation, 'to'>[];
  back: Omit<Relation, 'to'>[];
}

/** What the analyst says of tables, by their shape, and how datasets relate to each other. */
export class DefinitionRows {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  edits(shape: string): DefinitionEdits | null {
    const row = this.#db.get<{ edits: string }>('SELECT edits FROM definition_edits WHERE shape = :shape', { shape });
    return row ? JSON.parse(row.edits) : null;
  }

  /** When they were saved; null where there are none. */
  editedAt(shape: string): number | null {
    const row = this.#db.get<{ saved_at: number }>('SELECT saved_at FROM definition_edits WHERE shape = :shape', {
      shape,
    });
    return row?.saved_at ?? null;
  }

  save(shape: string, edits: DefinitionEdits, at: number): void {
    this.#db.run('INSERT OR REPLACE INTO definition_edits (shape, edits, saved_at) VALUES (:shape, :edits, :at)', {
      shape,
      edits: JSON.stringify(edits),
      at,
    });
  }

  remove(shape: string): void {
    this.#db.run('DELETE FROM definition_edits WHERE shape = :shape', { shape });
  }

  /** No table has this shape any more: neither what was said of it stays, nor how others relate to it. */
  forget(shape: string): void {
    this.remove(shape);
    this.#db.run(
      `UPDATE definition_edits SET edits = json_set(edits, '$.relations', (
         SELECT json_group_array(json(value)) FROM json_each(edits, '$.relations') WHERE value ->> 'to' IS NOT :shape))
       WHERE EXISTS (SELECT 1 FROM json_each(edits, '$.relations') WHERE value ->> 'to' = :shape)`,
      { shape },
    );
  }

  /** Null where nobody has looked yet. */
  related(datasetId: DatasetId, otherId: DatasetId): RelatedDatasets | null {
    const row = this.#db.get<{ related: string }>(
      'SELECT related FROM related_datasets WHERE dataset_id = :datasetId AND other_id = :otherId',
      { datasetId, otherId },
    );
    return row ? JSON.parse(row.related) : null;
  }

  saveRelated(datasetId: DatasetId, otherId: DatasetId, related: RelatedDatasets): void {
    this.#db.run(
      'INSERT OR REPLACE INTO related_datasets (dataset_id, other_id, related) VALUES (:datasetId, :otherId, :related)',
      { datasetId, otherId, related: JSON.stringify(related) },
    );
  }
}
