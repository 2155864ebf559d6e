import { MakeChartOutput } from '#contract/data-tools';
import { type ModelEvent, ModelFailure, type ModelTurn, type ModelUsage } from '../../ports';
import { boundaryOf } from './boundary';
import { type CallEnd, OpenCalls } from './open-calls';
import type { PlainEvent, PlainItem } from './plain';

/** A model that keeps calling what is not there is not asked for ever. */
const MOST_ROUNDS = 4;

/** Up to where a turn has come that asks more than once. */
export interface TurnProgress {
  number: number;
  spent: ModelUsage | null;
  more: PlainItem[];
}

const BEGINNING: TurnProgress = { number: 1, spent: null, more: [] };

/** Asks the server once more in the same turn, with more items at the end. */
export type AskAgain = (items: PlainItem[]) => AsyncIterable<PlainEvent>;

/**
 * What a server of plain function calls answers, as the engine knows it: calls of its own tools become searches and code,
 * the code as it is written. A call that nothing can be made of is answered here, and the model asked `again`.
 */
export async function* modelEvents(
  turn: ModelTurn,
  events: AsyncIterable<PlainEvent>,
  again?: AskAgain,
  progress = BEGINNING,
): AsyncGenerator<ModelEvent> {
  const more = [...progress.more];
  let { spent } = progress;
  const charts = chartsToShow(turn);
  for (let { number } = progress, current = events; ; number += 1) {
    const round = new Round(turn, again === undefined ? null : number);
    for await (const event of current) {
      for (const passedOn of round.take(event, spent)) {
        if (passedOn.type === 'text' || (passedOn.type === 'done' && passedOn.reason === 'stop'))
          for (const fileId of charts.splice(0)) yield { type: 'image', fileId };
        yield passedOn.type === 'ongoing' ? withProgress(passedOn, { number, spent, more }) : passedOn;
      }
      if (event.type === 'done') break;
    }
    if (!round.unanswered || !again) return;
    if (number === MOST_ROUNDS)
      throw new ModelFailure('unsupported', 'The model keeps calling tools that are not there.', {
        usage: round.usage,
        ending: { code: 'unsupported', what: 'unknown_tools' },
      });
    spent = round.usage;
    more.push(...round.items());
    current = again(more);
  }
}

function withProgress(event: OngoingEvent, progress: TurnProgress): OngoingEvent {
  return { ...event, answer: { ...event.answer, progress: { ...progress, more: [...progress.more] } } };
}

type OngoingEvent = Extract<ModelEvent, { type: 'ongoing' }>;

/** One request's answer. */
class Round {
  readonly #calls: OpenCalls;
  readonly #items: PlainItem[] = [];
  #states: Extract<ModelEvent, { type: 'state' }>[] = [];
  #text = '';
  #ends: CallEnd[] = [];
  usage: ModelUsage | null = null;
  /** Nothing but calls that nobody can answer: the model is to go on. */
  unanswered = false;

  constructor(turn: ModelTurn, number: number | null) {
    this.#calls = new OpenCalls(turn, number);
  }

  *take(event: PlainEvent, before: ModelUsage | null): Generator<ModelEvent> {
    switch (event.type) {
      case 'text':
        this.#text += event.delta;
        yield* this.#afterStates([event]);
        break;
      case 'refusal':
        yield* this.#afterStates([event]);
        break;
      case 'state':
        this.#states.push(event);
        this.#items.push({ type: 'state', state: event.state, kind: 'other' });
        break;
      case 'call':
        yield* this.#afterStates(this.#calls.open(event.index, event.name));
        break;
      case 'call_arguments':
        yield* this.#calls.add(event.index, event.delta);
        break;
      case 'code':
      case 'code_done':
        yield* this.#afterStates([{ ...event, index: this.#calls.hostedIndex(event.index) }]);
        break;
      case 'search_done': {
        const { queries, result } = event;
        const index = this.#calls.hostedIndex(event.index);
        yield* this.#afterStates([
          { type: 'file_search', index, queries },
          { type: 'search_done', index, result },
        ]);
        break;
      }
      case 'ongoing':
        yield* this.#afterStates([event]);
        break;
      case 'reasoning':
        yield event;
        break;
      case 'usage':
        this.usage = sumOf(before, event.usage);
        yield { type: 'usage', usage: this.usage };
        break;
      case 'done':
        yield* this.#done(event, before);
        break;
    }
  }

  /** A state belongs before what follows it; that of a call which is not passed on goes with the call. */
  *#afterStates(events: ModelEvent[]): Generator<ModelEvent> {
    if (events.length > 0) yield* this.#states.splice(0);
    yield* events;
  }

  *#done(event: Extract<PlainEvent, { type: 'done' }>, before: ModelUsage | null): Generator<ModelEvent> {
    const { events, ends } = this.#calls.close();
    this.#ends = ends;
    this.usage = sumOf(before, event.usage);
    yield* this.#afterStates(events);
    this.unanswered = ends.length > 0 && this.#calls.passedOn === 0 && this.#calls.hosted === 0;
    if (this.unanswered) return;
    yield* this.#states.splice(0);
    const reason = event.reason === 'stop' && this.#calls.passedOn > 0 ? 'calls' : event.reason;
    yield { type: 'done', reason, usage: this.usage };
  }

  /** What the model is shown of this round when it is asked again. */
  items(): PlainItem[] {
    const answer: PlainItem[] =
      this.#text === ''
        ? []
        : [{ type: 'message', role: 'assistant', content: [{ type: 'text', text: this.#text }], kind: 'answer' }];
    return [...this.#items, ...answer, ...this.#ends.flatMap(({ call, output }) => [call, output])];
  }
}

function sumOf(before: ModelUsage | null, usage: ModelUsage): ModelUsage {
  if (!before) return usage;
  return {
    promptTokens: before.promptTokens + usage.promptTokens,
    completionTokens: before.completionTokens + usage.completionTokens,
    cachedTokens: before.cachedTokens + usage.cachedTokens,
    reasoningTokens: before.reasoningTokens + usage.reasoningTokens,
    ...(before.estimated || usage.estimated ? { estimated: true } : {}),
  };
}

/** Charts that were drawn since this run last said something: they open what it says next. */
function chartsToShow({ items, run }: ModelTurn): string[] {
  if (boundaryOf(run.metadata) === null) return [];
  const since = items.slice(items.findLastIndex((item) => item.type === 'message') + 1);
  const drawn = new Set(
    since.flatMap((item) => (item.type === 'function_call' && item.name === 'make_chart' ? [item.callId] : [])),
  );
  return since.flatMap((item) => {
    if (item.type !== 'function_output' || !drawn.has(item.callId)) return [];
    const chart = MakeChartOutput.safeParse(jsonOf(item.output));
    return chart.success ? [chart.data.file_id] : [];
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
