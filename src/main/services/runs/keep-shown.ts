import type { CallId, ThreadId } from '#contract';
import { ResultId } from '#contract/ids';
import type { ShownTable } from '../../code-runner';
import type { Library } from '../../library';
import { newId } from '../../new-id';

/** Keeps a table that code has shown with its call, as the rows of a query are. */
export function keepShown(
  { library, now }: { library: Library; now: () => number },
  { id, threadId }: { id: CallId; threadId: ThreadId },
  { table, count }: ShownTable,
): void {
  const truncated = count > table.rows.length;
  library.results.add({ id: ResultId.parse(newId('res_')), callId: id, threadId, table, truncated, at: now() });
}
