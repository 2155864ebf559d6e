import { z } from 'zod';

/** What a column is for: `time` orders, `measure` adds up, `dimension` groups, `flag` is yes/no, `id` names a row. */
export const ColumnRole = z.enum(['time', 'measure', 'dimension', 'flag', 'id', 'text']);
export type ColumnRole = z.infer<typeof ColumnRole>;

export const Unit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('currency'), code: z.string().length(3) }),
  z.object({ kind: z.literal('percent') }),
]);
export type Unit = z.infer<typeof Unit>;
