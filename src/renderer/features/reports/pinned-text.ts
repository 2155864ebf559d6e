import type { ComponentType } from 'react';
import type { BlockSource, Citation, PlacedFact, ReadingNames } from '#contract';

/** Draws text of an answer, or of the analyst, as conversations do. */
export type ReportText = ComponentType<{
  text: string;
  facts: readonly PlacedFact[];
  citations: readonly Citation[];
  names: ReadingNames | null;
  /** Where it is from; null for own text. */
  source: BlockSource | null;
}>;
