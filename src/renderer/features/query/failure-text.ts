import type { Call } from '#contract';
import type { Words } from '#words';

/** Why a version could not be computed. */
export function failureText({ status, failure }: Call, { ui, code }: Words): string {
  if (status === 'cancelled') return ui.query.stoppedStays;
  return ui.query.failedStays(failure ? ui.failures.of(failure) : code.failed());
}
