import { createParser } from 'eventsource-parser';
import { errorBody } from './error-body';
import { parsed, type Sending, textOf, type UpstreamExchange } from './exchange';
import { cutOff, failure, failureOf } from './failure';
import { answered, pauseBefore, TRIES } from './tries';
import type { AttemptOutcome, Upstream, UpstreamRequest } from './upstream';

export interface UpstreamEvent {
  /** Null where the server names none. */
  event: string | null;
  data: string;
}

/** Pictures of code come within events. */
const BODY_LIMIT = 64 * 1_024 * 1_024;

/**
 * Posts a request and yields the events of its answer as they come: those that came together in one list, which is never
 * empty. A plain JSON answer is one event. Comments, missing names and `[DONE]` are seen to; whether an answer is whole, only its reader can tell: a stream that just ends, ends here
 * too. A request is made again only while no event of its answer has come.
 *
 * @throws ModelFailure with an `UpstreamEnding`; the signal's reason once it aborts
 */
export async function* events(
  upstream: Upstream,
  request: UpstreamRequest,
  signal: AbortSignal,
): AsyncGenerator<readonly UpstreamEvent[]> {
  const { method = 'POST', path, bytes, expected, run } = request;
  const sent: Pick<Sending, 'body' | 'parameters'> =
    method === 'GET' ? {} : { body: request.text ?? JSON.stringify(request.body), parameters: request.body };
  const sending: Sending = {
    method,
    path,
    headers: {
      accept: 'text/event-stream, application/json',
      ...(sent.body && { 'content-type': 'application/json' }),
    },
    entry: { bytes, expected, run },
    ...sent,
  };
  for (let attempt = 0; ; attempt += 1) {
    const answer = await answered(upstream, sending, signal, attempt);
    let first = true;
    let failed: AttemptOutcome['failure'] = null;
    try {
      for await (const arrived of eventsOf(upstream, answer)) {
        if (arrived.length === 0) continue;
        first = false;
        yield arrived;
      }
      if (!first) return;
      throw failure(upstream, 'cut_off', { status: answer.status });
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      const reason = cutOff(upstream, error);
      failed = reason.code;
      if (!first || reason.code !== 'cut_off' || attempt + 1 >= TRIES) throw reason;
    } finally {
      const outcome = request.outcome?.() ?? { usage: null, failure: null };
      answer.close({ usage: outcome.usage, failure: failed ?? outcome.failure });
    }
    await pauseBefore(upstream, answer.headers, attempt, signal);
  }
}

async function* eventsOf(upstream: Upstream, answer: UpstreamExchange): AsyncGenerator<UpstreamEvent[]> {
  const decoder = new TextDecoder();
  const ready: UpstreamEvent[] = [];
  const parser = createParser({
    onEvent: ({ event, data }) => ready.push({ event: event ?? null, data }),
    onError: () => {},
    maxBufferSize: BODY_LIMIT,
  });
  const chunks = answer.chunks();
  if (answer.headers.get('content-type')?.includes('ndjson')) {
    yield* linesOf(chunks);
    return;
  }
  let head = '';
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    // Which kind of body it is shows in its first letter, whatever its content type says.
    if (head.trim() === '') {
      head += text;
      const letter = head.trimStart()[0];
      if (letter === undefined) continue;
      if (letter === '<') throw failure(upstream, 'bad_endpoint', { status: answer.status, fault: 'html' });
      if (letter === '{' || letter === '[') {
        yield wholeBody(upstream, head + (await textOf(chunks, BODY_LIMIT)), answer.status);
        return;
      }
      parser.feed(head);
    } else parser.feed(text);
    const arrived = ready.splice(0);
    const end = arrived.findIndex(({ data }) => data.trim() === '[DONE]');
    yield (end < 0 ? arrived : arrived.slice(0, end)).filter(({ data }) => data !== '');
    if (end >= 0) return;
  }
  // The last event may lack its empty line; where it is cut, it says nothing.
  parser.feed(`${decoder.decode()}\n\n`);
  yield ready.filter(({ data }) => parsed(data) !== undefined);
}

/** A JSON value a line, as Ollama's own API streams; the last line may be cut. */
async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<UpstreamEvent[]> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > BODY_LIMIT) return;
    yield lines.filter((data) => data.trim() !== '').map((data) => ({ event: null, data }));
  }
  if (parsed(rest) !== undefined) yield [{ event: null, data: rest }];
}

function wholeBody(upstream: Upstream, text: string, status: number): UpstreamEvent[] {
  const json = parsed(text);
  if (json === undefined) throw failure(upstream, 'cut_off', { status });
  const body = json as { object?: unknown };
  const error = body.object === 'response' ? null : errorBody(json);
  if (error) throw failureOf(upstream, error, status);
  return [{ event: null, data: text }];
}
