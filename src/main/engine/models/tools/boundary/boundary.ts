import type { Abilities } from '../../../ports';
import type { Room } from '../cut';

/**
 * What of the analyst's data may leave the machine. `schema`: names, types, counts and the span of dates; of results their
 * shape. `results`: the ranges of columns too, the values of those that have few, and the results of what the model asked
 * for, cut to {@link rowsOf} rows. `everything`: examples too, and whole results as far as they fit.
 */
export const BOUNDARIES = ['schema', 'results', 'everything'] as const;
export type Boundary = (typeof BOUNDARIES)[number];

/** The run's metadata say it; a run without it is a script's, which decides itself what it sends. */
export const BOUNDARY_KEY = 'assay_boundary';

export function boundaryOf(metadata: Readonly<Record<string, string>>): Boundary | null {
  const given = metadata[BOUNDARY_KEY];
  if (given === undefined) return null;
  return BOUNDARIES.find((boundary) => boundary === given) ?? 'schema';
}

const RESULT_ROWS = 100;

/** How many rows of a result may be sent under `results`. */
export function rowsOf(metadata: Readonly<Record<string, string>>): number {
  const given = Number(metadata.assay_rows);
  return Number.isInteger(given) && given >= 0 && metadata.assay_rows !== undefined ? given : RESULT_ROWS;
}

const LEAST_CHARACTERS = 4_000;
const MOST_CHARACTERS = 64_000;
const USUAL_CHARACTERS = 48_000;
/** One result may fill this part of what the model can read, at four characters a token. */
const SHARE_OF_CONTEXT = 0.2;

export function roomFor(
  { contextTokens }: Pick<Abilities, 'contextTokens'>,
  boundary: Boundary | null,
  rows = RESULT_ROWS,
): Room {
  const characters =
    contextTokens === null
      ? USUAL_CHARACTERS
      : Math.min(MOST_CHARACTERS, Math.max(LEAST_CHARACTERS, contextTokens * 4 * SHARE_OF_CONTEXT));
  return { characters, rows: boundary === 'results' ? rows : Number.POSITIVE_INFINITY };
}

/** Said in place of what is held back. */
export const HELD_BACK = 'The analyst sees it; it is not sent to you. Do not guess what it says.';
