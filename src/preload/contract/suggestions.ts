import { z } from 'zod';

const column = z.string().max(1_000);
const aggregate = z.enum(['total', 'average']);

/** A question that a file can answer, as data: catalogues put it into words that the reader of their language understands. */
export const Suggestion = z.discriminatedUnion('code', [
  z.object({ code: z.literal('by'), aggregate, of: column, by: column }),
  z.object({ code: z.literal('by_month'), aggregate, of: column }),
  z.object({ code: z.literal('top'), aggregate, of: column, by: column, count: z.int().positive() }),
  /** `rows` is what a row is, in one word; null where that is not known. */
  z.object({ code: z.literal('count_by'), rows: column.nullable(), by: column }),
  z.object({ code: z.literal('count_by_month'), rows: column.nullable() }),
  z.object({ code: z.literal('distribution'), of: column }),
  z.object({ code: z.literal('correlation'), of: column, with: column }),
  z.object({ code: z.literal('average'), of: column }),
  z.object({ code: z.literal('different'), of: column }),
  z.object({ code: z.literal('rows') }),
  z.object({ code: z.literal('missing') }),
  z.object({ code: z.literal('duplicates') }),
]);
export type Suggestion = z.infer<typeof Suggestion>;
