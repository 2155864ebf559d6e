import { ModelFailure, type ModelProblemCode } from '../../ports';
import { events, json, NO_BYTES, type Upstream, type UpstreamEvent, type UpstreamRequest, wait } from '../upstream';
import { textOf, wireOf } from './wire';

/** In a run's metadata: its answers go on at the server when the connection breaks. */
const BACKGROUND_KEY = 'assay_background';

/** The server keeps such an answer until it has been fetched, so it is for runs that ask for it. */
export const runsInBackground = (metadata: Readonly<Record<string, string>>): boolean =>
  metadata[BACKGROUND_KEY] === 'yes';

/** Times that an answer is taken up again without anything new having come. */
const MOST_IN_VAIN = 5;
const PAUSE_MS = 2_000;
const BREAKS: ModelProblemCode[] = ['cut_off', 'timeout', 'unreachable'];
const LAST_WORDS_MS = 10_000;
/** The server forgets an answer by itself after so long. */
const KEPT_MS = 30 * 86_400_000;

/** Told of an answer that the server keeps, so that it is deleted there whatever becomes of this program. */
export interface KeptAnswer {
  begun(id: string, keptMs: number): void;
  deleted(id: string): void;
}

/**
 * The events of an answer that the server goes on with by itself: where the connection breaks they go on behind the last one
 * that came. A cancelled run cancels it there, and what is over is deleted there.
 */
export async function* backgroundEvents(
  upstream: Upstream,
  request: UpstreamRequest,
  isOver: () => boolean,
  kept: KeptAnswer,
  signal: AbortSignal,
): AsyncGenerator<readonly UpstreamEvent[]> {
  let id: string | null = null;
  let last = -1;
  let inVain = 0;
  try {
    for (let asked = request; ; asked = resumed(request, id, last)) {
      try {
        for await (const arrived of events(upstream, asked, signal)) {
          for (const { data } of arrived) {
            const { response, sequence_number: number } = wireOf(parsed(data));
            if (id === null) {
              id = textOf(wireOf(response).id);
              if (id !== null) kept.begun(id, KEPT_MS);
            }
            if (typeof number === 'number' && number > last) [last, inVain] = [number, 0];
          }
          yield arrived;
          if (isOver()) return;
        }
      } catch (error) {
        const isBroken = error instanceof ModelFailure && BREAKS.includes(error.code);
        if (id === null || !isBroken || inVain >= MOST_IN_VAIN) throw error;
      }
      if (id === null || inVain >= MOST_IN_VAIN) return;
      inVain += 1;
      await wait(upstream, PAUSE_MS, signal);
    }
  } finally {
    if (id !== null && (await leave(upstream, id, isOver()))) kept.deleted(id);
  }
}

function resumed(request: UpstreamRequest, id: string | null, last: number): UpstreamRequest {
  const path = `${request.path}/${id}?stream=true&starting_after=${Math.max(last, 0)}`;
  const { text: _, ...rest } = request;
  return { ...rest, method: 'GET', path, body: {}, bytes: { ...NO_BYTES }, expected: { input: 0, output: 0 } };
}

/** False where it could not be deleted. */
async function leave(upstream: Upstream, id: string, isOver: boolean): Promise<boolean> {
  const signal = AbortSignal.timeout(LAST_WORDS_MS);
  try {
    if (!isOver) await json(upstream, { method: 'POST', path: `/responses/${id}/cancel`, body: {} }, signal);
    await json(upstream, { method: 'DELETE', path: `/responses/${id}` }, signal);
    return true;
  } catch {
    upstream.log?.warn({ connection: upstream.connection }, 'an answer stays at the server');
    return false;
  }
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}
