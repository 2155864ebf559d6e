import { ModelFailure, type ModelState, type ModelUsage } from '../../ports';
import { knows, refuses } from '../quirks';
import type { PlainTurn } from '../tools/plain';
import { bytesOf, endingOf, events } from '../upstream';
import type { Answering } from './answer';
import { isCompaction, isPressed, ofServer, readableBy } from './compaction';
import { requestOf } from './request';
import type { Replay } from './states';
import { tokensOf } from './tokens';
import { listOf, usageOf, wireOf } from './wire';

export interface Compacted {
  /** Stands for the whole conversation up to here. */
  state: ModelState;
  usage: ModelUsage | null;
}

/** What servers answer that have no such thing. */
const NOT_THERE = [400, 404, 405, 422, 501];

/**
 * The conversation put together by a request of its own, where it grows too long and the server does not do so while it
 * answers. Null where there is room, or it cannot: the conversation is sent as it is then.
 */
export async function compactedFirst(
  turn: PlainTurn,
  options: Answering,
  replay: Replay,
  signal: AbortSignal,
): Promise<Compacted | null> {
  const { upstream, abilities, quirks } = options;
  if (!refuses(quirks, 'context_management') || knows(quirks, 'no_compaction')) return null;
  const given = { ...turn, model: upstream.model, items: readableBy(upstream, turn.items) };
  const { body, parts } = requestOf(given, { abilities, quirks, replay });
  const asked = {
    model: body.model,
    input: body.input,
    ...(body.instructions ? { instructions: body.instructions } : {}),
  };
  const text = JSON.stringify(asked);
  const input = await tokensOf(text, parts);
  if (!isPressed(input, abilities)) return null;
  let usage: ModelUsage | null = null;
  const request = {
    path: '/responses/compact',
    body: asked,
    text,
    bytes: bytesOf(text, parts),
    expected: { input, output: null },
    run: { id: turn.run.id, threadId: turn.run.threadId },
    outcome: () => ({ usage, failure: null }),
  };
  try {
    let state: ModelState | null = null;
    for await (const arrived of events(upstream, request, signal))
      for (const { data } of arrived) {
        const answer = wireOf(JSON.parse(data));
        usage = usageOf(answer.usage);
        state = (listOf(answer.output).findLast((item) => isCompaction({ type: '', ...item })) as ModelState) ?? null;
      }
    return state && { state: ofServer(state, upstream), usage };
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error;
    // Whatever else is wrong, the request itself will tell.
    if (NOT_THERE.includes(endingOf(error)?.status ?? 0)) quirks.learn({ code: 'no_compaction' });
    return null;
  }
}
