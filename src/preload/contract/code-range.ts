import { z } from 'zod';

const count = z.int().positive().max(10_000_000);
const Position = z.object({ line: count, column: count });

/** Where in code something is: lines and columns from 1, columns in UTF-16 units; `end` is behind the last sign of it. */
export const CodeRange = Position.extend({ end: Position.optional() });
export type CodeRange = z.infer<typeof CodeRange>;
