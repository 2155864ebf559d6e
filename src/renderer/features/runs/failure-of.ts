import type { Call } from '#contract';
import type { Words } from '#words';

/** Why a function call failed, as its output says; code says it itself. */
export function failureOf(call: Call, words: Words): string | null {
  const saysItself = call.type === 'code_interpreter' && (call.ending !== null || call.outputs.length > 0);
  if (call.status !== 'failed' || saysItself) return null;
  return call.failure ? words.ui.failures.of(call.failure) : words.code.failed();
}

/** JSON that may not be any. */
export function parseOutput(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
