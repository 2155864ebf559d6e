import { z } from 'zod';
import { ChartSpec } from '#contract/charts';
import { Language, NumberLocale } from '#contract/settings';
import { Table } from '#contract/tables';

export const DrawRequest = z.object({
  spec: ChartSpec,
  table: Table,
  theme: z.enum(['light', 'dark']),
  /** How words and figures are written. */
  locale: z.object({ language: Language, numbers: NumberLocale }),
  /** Pixels before scaling. */
  width: z.number().min(200).max(4000),
  height: z.number().min(100).max(4000).optional(),
  scale: z.number().min(1).max(4),
});
export type DrawRequest = z.infer<typeof DrawRequest>;

export const Drawn = z.union([
  z.object({ svg: z.string(), png: z.instanceof(Uint8Array) }),
  z.object({ error: z.string() }),
]);
export type Drawn = z.infer<typeof Drawn>;
