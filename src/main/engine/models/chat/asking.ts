import { ModelFailure, type ModelUsage } from '../../ports';
import { type TokenCounter, tokenCounter, withMargin } from '../../tokens';
import { knows } from '../quirks';
import { boundaryOf, fitted, joinedDeltas } from '../tools';
import type { PlainEvent, PlainTurn } from '../tools/plain';
import { type AttemptOutcome, bytesOf, events, failure, failureOf, type UpstreamEvent } from '../upstream';
import { type Expected, expectedOf, readingOf } from './context';
import { asChunk, contextFor, nativeRequest, nativeUpstream, USUAL_CONTEXT } from './ollama';
import type { ChatModelOptions } from './options';
import { learnedFrom } from './refusals';
import { type ChatRequest, chatRequest, writesCalls } from './request';
import { ChatReader } from './stream';
import { untilQuiet } from './until-quiet';

/** In one answer of the app's own runs. Models that can use tools seldom make more than five at once. */
const MOST_CALLS = 16;
/** Each try leaves out one more thing that the server has refused. */
const MOST_TRIES = 6;

/** One request of a turn, made again without what its server refuses, as long as nothing of an answer has come. */
export class Asking {
  readonly #options: ChatModelOptions;
  readonly #turn: PlainTurn;
  /** Calls stood in the text of the answer. */
  wroteCalls = false;

  readonly #showsForm: boolean | undefined;

  /** `showsForm`: whether the model is shown how calls are written; where nothing is said, one that writes them is. */
  constructor(options: ChatModelOptions, turn: PlainTurn, showsForm?: boolean) {
    this.#options = options;
    this.#turn = turn;
    this.#showsForm = showsForm;
  }

  async *events(signal: AbortSignal): AsyncGenerator<PlainEvent> {
    const { upstream, quirks, abilities } = this.#options;
    const count = await tokenCounter();
    this.#refuseTools();
    for (let attempt = 1; ; attempt += 1) {
      const request = chatRequest(fitted(this.#turn, abilities, quirks), upstream.model, quirks, this.#showsForm);
      let first = true;
      try {
        for await (const event of this.#answer(request, count, signal)) {
          first = false;
          yield event;
        }
        return;
      } catch (error) {
        const quirk =
          first && attempt < MOST_TRIES && error instanceof ModelFailure
            ? learnedFrom(error, request.body, quirks)
            : null;
        if (!quirk) throw error;
        quirks.learn(quirk);
        upstream.log?.warn({ connection: upstream.connection, quirk }, 'something was learned of a model');
        this.#refuseTools();
      }
    }
  }

  /** A model that cannot be given tools cannot do what such a run needs. */
  #refuseTools(): void {
    const { upstream, quirks, abilities } = this.#options;
    if (this.#turn.tools.length === 0 || this.#turn.toolChoice === 'none') return;
    if (abilities.tools === false || knows(quirks, 'no_tools'))
      throw failure(upstream, 'unsupported', { fault: 'no_tools' });
  }

  async *#answer(request: ChatRequest, count: TokenCounter, signal: AbortSignal): AsyncGenerator<PlainEvent> {
    const { upstream, abilities } = this.#options;
    const expected = expectedOf(request.body, count);
    const native = this.#native(request, expected);
    const reader = this.#reader(expected, count);
    const outcome = (): AttemptOutcome => {
      const known = outcomeOf(reader, expected, native !== null);
      return signal.aborted ? { ...known, failure: null } : known;
    };
    const { body, parts } = native ?? request;
    const text = JSON.stringify(body);
    const sent = {
      path: native ? '/api/chat' : '/chat/completions',
      body,
      text,
      bytes: bytesOf(text, parts),
      expected: { input: withMargin(expected.tokens), output: this.#turn.maxOutputTokens ?? abilities.outputTokens },
      run: this.#turn.run,
      outcome,
    };
    const leaving = new AbortController();
    const chunks = events(
      native ? nativeUpstream(upstream) : upstream,
      sent,
      AbortSignal.any([signal, leaving.signal]),
    );
    try {
      for await (const arrived of untilQuiet(chunks, reader)) {
        yield* joinedDeltas(eventsIn(native ? arrived.map(asChunk) : arrived, reader));
        if (reader.isOver) break;
      }
      const rest = [...reader.end()];
      this.wroteCalls = reader.observed.wroteCalls;
      this.#learn(reader, expected, native !== null);
      yield* rest;
    } finally {
      leaving.abort();
    }
  }

  #reader(expected: Expected, count: TokenCounter): ChatReader {
    const { upstream, quirks } = this.#options;
    const estimate = (written: string): ModelUsage => ({
      promptTokens: expected.tokens,
      completionTokens: count(written),
      cachedTokens: 0,
      reasoningTokens: 0,
      estimated: true,
    });
    const isOwn = boundaryOf(this.#turn.run.metadata) !== null;
    return new ChatReader({
      tools: this.#turn.tools.map((tool) => tool.function),
      callsInText: writesCalls(quirks) ? 'always' : isOwn ? 'at_end' : 'never',
      // A script decides itself how many it takes.
      mostCalls: isOwn ? MOST_CALLS : Number.POSITIVE_INFINITY,
      thinksUnopened: knows(quirks, 'thinks_unopened'),
      estimate,
      failed: (error) => failureOf(upstream, error, error.status ?? 200),
      cutOff: () => failure(upstream, 'cut_off'),
    });
  }

  /** In the words of the server's own API, where the usual one would cut the request. */
  #native(request: ChatRequest, { tokens }: Expected): ChatRequest | null {
    const { upstream, quirks, native, abilities } = this.#options;
    const cut = quirks.known().find((quirk) => quirk.code === 'cuts_context');
    if (!cut && native !== 'ollama') return null;
    const needed = withMargin(tokens);
    if (needed < (cut?.tokens ?? USUAL_CONTEXT) * 0.75) return null;
    const context = contextFor(needed, this.#turn.maxOutputTokens, abilities.contextTokens);
    if (context === null) throw failure(upstream, 'context_length');
    return nativeRequest(request, this.#turn, context);
  }

  /** @throws ModelFailure where the server did not read what it was sent: its answer is to something else */
  #learn(reader: ChatReader, expected: Expected, isNative: boolean): void {
    const { upstream, quirks } = this.#options;
    const { usage, endsUnopened, wroteCalls } = reader.observed;
    if (wroteCalls && !knows(quirks, 'calls_as_text')) quirks.learn({ code: 'calls_as_text' });
    if (endsUnopened && !knows(quirks, 'thinks_unopened')) quirks.learn({ code: 'thinks_unopened' });
    if (!usage) {
      if (!knows(quirks, 'no_usage')) quirks.learn({ code: 'no_usage' });
      return;
    }
    const reading = readingOf(expected, usage.promptTokens);
    if (reading === 'without_tools' && !knows(quirks, 'ignores_tools')) quirks.learn({ code: 'ignores_tools' });
    if (reading !== 'cut' || isNative) return;
    quirks.learn({ code: 'cuts_context', tokens: usage.promptTokens });
    throw new ModelFailure(
      'context_length',
      `The server read ${usage.promptTokens} of about ${expected.tokens} tokens and cut the rest off. Ask again: it will be asked for more room.`,
      {
        usage,
        ending: {
          ...failureData(failure(upstream, 'context_length', { fault: 'cut_silently' })),
          read: usage.promptTokens,
        },
      },
    );
  }
}

function* eventsIn(arrived: readonly UpstreamEvent[], reader: ChatReader): Generator<PlainEvent> {
  for (const chunk of arrived) {
    yield* reader.take(chunk);
    if (reader.isOver) return;
  }
}

/** What came of a request, as far as it has come: it is closed before what its answer is worth is looked at. */
function outcomeOf({ observed, hasFinished }: ChatReader, expected: Expected, isNative: boolean): AttemptOutcome {
  const { usage, failure: error } = observed;
  if (error) return { usage, failure: error.code };
  if (!hasFinished) return { usage, failure: 'cut_off' };
  const isCut = !isNative && usage !== null && readingOf(expected, usage.promptTokens) === 'cut';
  return { usage, failure: isCut ? 'context_length' : null };
}

const failureData = ({ ending }: ModelFailure): object => ending ?? {};
