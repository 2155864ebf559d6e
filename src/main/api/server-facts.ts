import { z } from 'zod';
import type { AnswerFact } from '#contract';
import { AnswerFact as AnswerFactSchema } from '#contract/facts';
import { unpack } from '../metadata';

const FACTS = 'assay_facts';

/** A fact of an answer; `start` and `end` count characters of the part's text, as the protocol does. */
export interface ServerFact {
  fact: AnswerFact;
  part: number;
  start: number;
  end: number;
}

const Placed = z.object({
  fact: AnswerFactSchema,
  part: z.int().nonnegative(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});

/** What this version does not know is passed over: whoever wrote it may be newer, or nobody we know. */
export function serverFacts(metadata: unknown): ServerFact[] {
  return unpack(metadata, FACTS).flatMap((item) => {
    const placed = Placed.safeParse(item);
    return placed.success && placed.data.start <= placed.data.end ? [placed.data] : [];
  });
}
