import { isOutOfMemory } from '../duckdb-errors';

const AT_FIRST = 40;

/**
 * Looks at columns some at a time, in their order: as many as fit into memory, which depends on how they are written and
 * on how many threads read them. Fails as `look` does for a column that does not fit alone.
 */
export async function inParts<Column>(
  columns: readonly Column[],
  look: (some: readonly Column[]) => Promise<void>,
): Promise<void> {
  let size = AT_FIRST;
  for (let at = 0; at < columns.length; ) {
    const some = columns.slice(at, at + size);
    try {
      await look(some);
      at += some.length;
    } catch (error) {
      if (some.length === 1 || !isOutOfMemory(error)) throw error;
      size = Math.ceil(some.length / 2);
    }
  }
}
