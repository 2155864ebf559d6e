import type { Call } from '#contract';

/** Why a function call failed, as its output says; code says it itself. */
export function failureOf(call: Call): string | null {
  if (call.status !== 'failed' || (call.type === 'code_interpreter' && call.outputs.length > 0)) return null;
  const parsed = parseOutput(call.output);
  if (typeof parsed !== 'object' || parsed === null || !('error' in parsed)) return 'This step failed.';
  const { error } = parsed;
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : 'This step failed.';
}

/** JSON that may not be any. */
export function parseOutput(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
