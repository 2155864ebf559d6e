import type { Call } from '#contract';
import type { Words } from '#words';

/** Why a version could not be computed. */
export function failureText(call: Call, words: Words): string {
  if (call.status === 'cancelled') return words.ui.query.stoppedStays;
  const message = messageIn(call.output);
  return words.ui.query.failedStays(message ?? words.code.failed());
}

function messageIn(output: string | null): string | null {
  try {
    const parsed: unknown = JSON.parse(output ?? 'null');
    if (typeof parsed !== 'object' || parsed === null || !('error' in parsed)) return null;
    const { error } = parsed;
    return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : null;
  } catch {
    return null;
  }
}
