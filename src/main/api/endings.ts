import type OpenAI from 'openai';
import { z } from 'zod';
import type { CallId, CodeEnding, CodeWait, ModelEnding, RunEnding } from '#contract';
import { CodeEnding as CodeEndingSchema, CodeWait as CodeWaitSchema } from '#contract/code-endings';
import { ModelProblemCode } from '#contract/connections';
import { errorInTraceback } from '#contract/printed';
import { RunEnding as RunEndingSchema } from '#contract/run-endings';
import { unpack } from '../metadata';

const RUN = 'assay_ending';
const CODE = 'assay_code';
const WAIT = 'assay_wait';
const MESSAGE_LENGTH = 4_000;

/** Why a run ended other than completed: as the embedded engine tells it, else as far as the protocol has words for it. */
export function runEnding(run: OpenAI.Beta.Threads.Runs.Run): RunEnding | null {
  if (run.status !== 'failed' && run.status !== 'incomplete') return ended(run.status);
  const own = RunEndingSchema.safeParse(unpack(run.metadata, RUN)[0]);
  if (own.success) return isModelEnding(own.data) ? { ...own.data, model: own.data.model ?? run.model } : own.data;
  if (run.status === 'failed') return failure(run.last_error);
  return { code: run.incomplete_details?.reason === 'max_prompt_tokens' ? 'prompt_limit' : 'length_limit' };
}

function ended(status: OpenAI.Beta.Threads.Runs.RunStatus): RunEnding | null {
  return status === 'expired' || status === 'cancelled' ? { code: status } : null;
}

export function failure(error: { code: string; message: string } | null): RunEnding {
  const message = error?.message.slice(0, MESSAGE_LENGTH) || null;
  if (error?.code !== 'rate_limit_exceeded') return { code: 'failed', message };
  return { code: 'rate_limit', connection: null, model: null, message };
}

const isModelEnding = (ending: RunEnding): ending is ModelEnding => ModelProblemCode.safeParse(ending.code).success;

type Output = { type: 'logs'; text: string } | { type: 'image'; remoteFileId: string };

const Told = CodeEndingSchema.extend({ call: z.string(), worded: z.boolean() });

/**
 * How the code of a call has ended, and what it showed without the server's own sentence about that. Other servers have no
 * such data: there a traceback, which is Python's own format, tells that it failed.
 */
export function endedCode(
  metadata: unknown,
  id: CallId,
  outputs: Output[],
): { outputs: Output[]; ending: CodeEnding | null } {
  const known = unpack(metadata, CODE)
    .flatMap((item) => Told.safeParse(item).data ?? [])
    .find((ending) => ending.call === id);
  if (!known) return { outputs, ending: fromTraceback(outputs) };
  const { call: _, worded, ...ending } = known;
  return { outputs: worded ? outputs.slice(0, -1) : outputs, ending };
}

const Waiting = z.object({ call: z.string() });

/** What code waits for, as the embedded engine tells it. */
export function waitOf(metadata: unknown, id: CallId): CodeWait | null {
  const [waiting] = unpack(metadata, WAIT);
  if (Waiting.safeParse(waiting).data?.call !== id) return null;
  return CodeWaitSchema.safeParse(waiting).data ?? null;
}

function fromTraceback(outputs: readonly Output[]): CodeEnding {
  const last = outputs.at(-1);
  const error = last?.type === 'logs' ? errorInTraceback(last.text) : null;
  return { ended: error ? 'error' : 'done', fresh: false, error, missing: null };
}
