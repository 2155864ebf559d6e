import { z } from 'zod';
import { ModelProblemCode } from './connections';

/** How runs end, as data; bounded, as they come from servers too. */

const text = z.string().max(4_000);
const name = z.string().max(1_000);

/** The model could not answer, or not to the end. `message` is its server's own, shortened; null where it is not known. */
export const ModelEnding = z.object({
  code: ModelProblemCode,
  /** The connection's name. */
  connection: name.nullable().default(null),
  model: name.nullable().default(null),
  message: text.nullable().default(null),
  /** The answer went on at the server by itself, which does not keep it any more, or was told to stop it. */
  gone: z.enum(['deleted', 'cancelled']).optional(),
});
export type ModelEnding = z.infer<typeof ModelEnding>;

/** Why a run, or a step of it, ended other than completed. */
export const RunEnding = z.discriminatedUnion('code', [
  z.object({ code: z.literal('cancelled') }),
  z.object({ code: z.literal('expired') }),
  /** The conversation is longer than the run might read. */
  z.object({ code: z.literal('prompt_limit') }),
  /** The answer is longer than the run might write. */
  z.object({ code: z.literal('length_limit') }),
  ModelEnding,
  /** The engine was closed while it was in progress. */
  z.object({ code: z.literal('interrupted') }),
  /** The server no longer answers for it. */
  z.object({ code: z.literal('lost') }),
  /** Assay could not follow it; `message` is an error's own, worded for people. */
  z.object({ code: z.literal('unfollowed'), message: text.nullable() }),
  /** What the server said of it, if anything. */
  z.object({ code: z.literal('failed'), message: text.nullable() }),
]);
export type RunEnding = z.infer<typeof RunEnding>;
