import type { DuckDBConnection } from '@duckdb/node-api';
import type { DatasetProfile, IntakeStage } from '#contract';
import type { Recipe } from '../recipe';

export interface ReadRequest {
  path: string;
  name: string;
  folder: string;
  /** Which sheet of a workbook, by its place; null for the one that holds a table. */
  sheet: number | null;
  /** The first of its file's datasets, which says what none of them holds. */
  lead: boolean;
}

export interface ReadContext {
  connection: DuckDBConnection;
  signal: AbortSignal;
  progress(share: number, doing: IntakeStage): void;
}

export interface ReadOutcome {
  profile: DatasetProfile;
  recipe: Recipe;
}
