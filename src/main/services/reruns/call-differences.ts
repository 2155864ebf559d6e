import type { Call, CallDifferences, CallId, ResultId } from '#contract';
import { AppError } from '#contract/result';
import type { Library } from '../../library';
import { type ComparedTable, tableDifferences } from './table-differences';

/** Two calls side by side: their rows, their code, what it printed and drew. */
export function callDifferences(library: Library, ids: { before: CallId; after: CallId }): CallDifferences {
  const [before, after] = [callOf(library, ids.before), callOf(library, ids.after)];
  const table =
    before.result && after.result
      ? tableDifferences(comparedResult(library, before.result.id), comparedResult(library, after.result.id))
      : null;
  const code = both(before, after, ({ code: own }) => own?.text ?? null);
  const printed = both(before, after, printedBy);
  const drawn = both(before, after, (call) => picturesOf(library, call));
  const pictures = drawn.before === '' && drawn.after === '' ? null : drawn.equal;
  const sameEnd = before.status === after.status && before.ending?.ended === after.ending?.ended;
  // A query's SQL may be another with the same rows, as where a period is counted back from the last day.
  const equal = sameEnd && (table?.equal ?? true) && printed.equal && pictures !== false;
  return { equal, before: placeOf(before), after: placeOf(after), table, code, printed, pictures };
}

export function comparedResult(library: Library, id: ResultId): ComparedTable {
  const { truncated, query } = library.results.get(id);
  return { table: library.results.table(id), truncated, columns: query?.columns ?? null };
}

function callOf(library: Library, id: CallId): Call {
  const call = library.steps.call(id);
  if (!call) throw new AppError('not_found', 'This step is no longer kept.');
  return call;
}

const placeOf = ({ id, result, chartId }: Call) => ({ callId: id, resultId: result?.id ?? null, chartId });

function both<T>(before: Call, after: Call, of: (call: Call) => T) {
  const [was, is] = [of(before), of(after)];
  return { before: was, after: is, equal: was === is };
}

/** Cells are numbered anew in every session. */
const printedBy = ({ outputs }: Call): string =>
  outputs.flatMap((output) => (output.type === 'logs' ? output.text.replaceAll(/<cell \d+>/g, '<cell>') : [])).join('');

const picturesOf = (library: Library, { outputs }: Call): string =>
  outputs.flatMap((output) => (output.type === 'image' ? (library.files.get(output.fileId)?.blob ?? '?') : [])).join();
