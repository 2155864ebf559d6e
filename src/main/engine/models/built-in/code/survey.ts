import { z } from 'zod';
import { jsonOf } from '../json';
import surveySource from './survey.py?raw';

/** Python that looks at files of values, one after the other, and prints what their columns hold. */

export const literal = (text: string): string => JSON.stringify(text);

export const surveyCode = (names: readonly string[]): string =>
  `${surveySource}\nfor name in [${names.map(literal).join(', ')}]:\n    look(name)`;

const count = z.int().nonnegative();
const SurveyedColumn = z.object({
  name: z.string(),
  kind: z.enum(['integer', 'decimal', 'date', 'timestamp', 'boolean', 'text', 'empty']),
  /** Its numbers have decimal commas. */
  comma: z.boolean(),
  /** The sign of money that its numbers carry. */
  sign: z.string().nullable(),
  scale: count,
  missing: count,
  distinct: count,
  min: z.string().nullable(),
  max: z.string().nullable(),
  values: z.array(z.tuple([z.string(), count])),
});
export type SurveyedColumn = z.infer<typeof SurveyedColumn>;

const SurveyedFile = z.object({
  file: z.string(),
  encoding: z.enum(['utf-8-sig', 'cp1252', 'latin-1']),
  delimiter: z.enum([',', ';', '\t', '|']),
  rows: count,
  columns: z.array(SurveyedColumn),
});
export type SurveyedFile = z.infer<typeof SurveyedFile>;

/** What the look printed, a file a line; null where it is something else. */
export function surveyedFiles(printed: string): SurveyedFile[] | null {
  const parsed = printed.split('\n').flatMap((line) => {
    if (line.trim() === '') return [];
    const file = SurveyedFile.safeParse(jsonOf(line));
    return [file.success ? file.data : null];
  });
  const files = parsed.flatMap((file) => file ?? []);
  return files.length > 0 && files.length === parsed.length ? files : null;
}
