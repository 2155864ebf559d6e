import { FindValuesOutput } from '#contract/data-tools';
import type { Room } from '../cut';
import { type Boundary, HELD_BACK } from './boundary';
import { rowsThatFit } from './queried';

/**
 * Values that `find_values` has found, as far as they may be told; null where it is no answer of that tool. Under `schema`,
 * a model is told which column holds a word that the analyst has written (`known`), and of no other whether it is there.
 */
export function valuesFound(output: unknown, boundary: Boundary, room: Room, known: string): string | null {
  const parsed = FindValuesOutput.safeParse(output);
  if (!parsed.success) return null;
  const { values, truncated } = parsed.data;
  const more = truncated ? { truncated } : {};
  if (boundary === 'schema') {
    const written = known.toLowerCase();
    const columns = values
      .filter(({ word }) => written.includes(word.toLowerCase()))
      .map(({ word, table, field, match }) => ({ word, table, field, match }));
    const different = [...new Map(columns.map((entry) => [JSON.stringify(entry), entry])).values()];
    return JSON.stringify({ columns: different, values: HELD_BACK, ...more });
  }
  const shown = rowsThatFit(values, room);
  const missing = values.length - shown.length;
  return JSON.stringify({ values: shown, ...more, ...(missing > 0 ? { left_out: `${missing} more` } : {}) });
}
