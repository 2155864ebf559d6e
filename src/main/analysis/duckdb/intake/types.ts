import type { FileHandle } from 'node:fs/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { DatasetProfile, IntakeStage, ProfileNote, RejectedLine } from '#contract';
import type { IntakeColumn } from '../infer/types';
import type { Recipe } from '../recipe';
import type { ColumnFit } from './correct';
import type { Delimiter } from './dialect';
import type { Encoding } from './encoding';
import type { RowSample } from './sample';
import type { TypedRows } from './typed-rows';

export interface IntakeRequest {
  path: string;
  name: string;
  folder: string;
  /** Which sheet of a workbook, by its place; null for the one that holds a table. */
  sheet: number | null;
  /** The first of its file's datasets, which says what none of them holds. */
  lead: boolean;
}

export interface IntakeContext {
  connection: DuckDBConnection;
  signal: AbortSignal;
  progress(share: number, doing: IntakeStage): void;
  /** Where memory does not suffice for the columnar copy, the file is looked at without one, column by column. */
  copyOptional: boolean;
}

export interface IntakeOutcome {
  profile: DatasetProfile;
  recipe: Recipe;
}

/** What could not be made into text. */
export type Rejects = Pick<DatasetProfile, 'rejected' | 'rejects'>;

/** Text in UTF-8, as it was given or made of something else. */
export interface DecodedText {
  request: IntakeRequest;
  file: FileHandle;
  path: string;
  encoding: Encoding;
  /** The text was made for this dataset and lies in its folder. */
  own: boolean;
  /** Where it was made of something else than text: what that was, and what is known of it besides. */
  made: { format: 'xlsx' | 'json'; notes: readonly ProfileNote[]; header?: true; rejects?: Rejects } | null;
}

/** How separated text is to be read, as far as its beginning tells. */
export interface TextPlan {
  delimiter: Delimiter;
  /** How many fields a proper record has. */
  fields: number;
  header: boolean;
  sureOfHeader: boolean;
  /** The header lacks the name of the first column, as R writes tables. */
  indexed: boolean;
  /** Lines that are the header again are no rows. */
  repeats: boolean;
  /** Records above the header, such as title lines. */
  skip: number;
  /** Fill short records up with empty fields instead of rejecting them. */
  pad: boolean;
}

export interface TailRow {
  line: number;
  text: string | null;
  /** A blank line stands above it. */
  afterBlank: boolean;
}

/** What has been counted in a whole CSV file, independent of the reader that answers queries. */
export interface Survey {
  /** Records after the header: those that can be read, and those that cannot. */
  records: number;
  rows: number;
  rejected: number;
  rejects: RejectedLine[];
  /** Records with fewer fields than the header; they are rejected, or padded when that is how the file is written. */
  short: number;
  /** Of the rejected, those that repeat the header. */
  headers: number;
  blankLines: number;
  linesAbove: number;
  header: string[] | null;
  /** The last rows that can be read, in their order; without their text where they are very long. */
  tail: TailRow[];
  sample: RowSample;
  /** Bytes of the longest row. */
  longest: number;
  /** How lines end, in the file or in the clean copy where there is one. */
  newline: '\n' | '\r\n';
  /** DuckDB would not read every row of this file as it stands: the rows are in the clean copy. */
  copied: boolean;
}

/** Text whose records have been counted. */
export interface SurveyedText {
  text: DecodedText;
  plan: TextPlan;
  seen: Survey;
}

/** What the columns hold, as far as a sample tells. */
export interface InferredText extends SurveyedText {
  names: string[];
  columns: IntakeColumn[];
  recipe: Recipe;
  /** How many of the last rows are remarks below the table. */
  footnotes: number;
  /** The fields of the last rows above those that may be totals of the rows above; they were no examples then. */
  possibleTotals: string[][];
  /** The rows of the sample. */
  sample: string[][];
}

/** The rows in the columnar copy, with types that hold for all of them. */
export interface LoadedText extends InferredText {
  typed: TypedRows;
  fits: ReadonlyMap<IntakeColumn, ColumnFit>;
  rows: number;
  /** So many of the last rows added up the others, and are none of these. */
  totals: number;
}
