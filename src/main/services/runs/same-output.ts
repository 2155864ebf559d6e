import type { Call, CallOutput } from '#contract';
import type { Library } from '../../library';

/** Whether a local run showed what the step did: the same rows, or the same text and pictures. Null when one has not ended. */
export function sameOutput(library: Library, origin: Call, local: Call): boolean | null {
  if (origin.status === 'running' || origin.status === 'cancelled') return null;
  if (origin.status !== local.status || origin.ending?.ended !== local.ending?.ended) return false;
  if (origin.type === 'function' && origin.result && local.result) {
    const [before, now] = [origin.result, local.result].map(({ id }) => JSON.stringify(library.results.table(id)));
    return before === now && origin.result.truncated === local.result.truncated;
  }
  if (origin.type === 'function') return origin.output === local.output;
  return shownBy(library, origin.outputs) === shownBy(library, local.outputs);
}

/** Pictures by their bytes; files are the answer's, not the step's. Cells are numbered anew in every run. */
function shownBy(library: Library, outputs: readonly CallOutput[]): string {
  return outputs
    .map((output) => {
      if (output.type === 'logs') return output.text.replaceAll(/<cell \d+>/g, '<cell>');
      return output.type === 'image' ? `\0${library.files.get(output.fileId)?.blob}\0` : '';
    })
    .join('');
}
