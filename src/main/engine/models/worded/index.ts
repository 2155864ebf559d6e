import type { AnswerFact } from '#contract/facts';
import type { ModelEvent, ModelItem, ModelProvider, ModelTurn, ModelUsage } from '../../ports';
import { boundaryOf, NONE, REWORDING, WORDING } from '../tools';

export interface WordedAnalystOptions {
  analyst: ModelProvider;
  /** One that cannot call tools. */
  model: ModelProvider;
  /** A fact as the answer says it. */
  say(fact: AnswerFact): string;
}

/**
 * A model that cannot call tools, in front of the built-in analyst: that one computes, the model words the answer, and asks in
 * other words what the analyst did not understand. Runs without the app's data tools are the model's own.
 */
export function wordedAnalyst({ analyst, model, say }: WordedAnalystOptions): ModelProvider {
  return {
    ...model,
    ownCallsOnly: true,
    placesPictures: true,
    respond: (turn, signal) =>
      isAboutData(turn) ? new Wording(analyst, model, say, turn, signal).events() : model.respond(turn, signal),
  };
}

function isAboutData({ run, tools, toolChoice }: ModelTurn): boolean {
  const has = (name: string) => tools.some((tool) => tool.type === 'function' && tool.function.name === name);
  return boundaryOf(run.metadata) !== null && toolChoice === 'auto' && has('describe_data') && has('analyze');
}

/** Declined for its words; another question would be declined for what it asks. */
const FOR_ITS_WORDS: readonly string[] = ['unknown_words', 'unclear', 'not_english', 'several_questions', 'too_long'];
const LONGEST_QUESTION = 300;

/** One turn. What was asked in other words is a state of the run, so that its next turns read the same. */
class Wording {
  readonly #analyst: ModelProvider;
  readonly #model: ModelProvider;
  readonly #say: WordedAnalystOptions['say'];
  readonly #turn: ModelTurn;
  readonly #signal: AbortSignal;
  #usage: ModelUsage = { promptTokens: 0, completionTokens: 0, cachedTokens: 0, reasoningTokens: 0 };

  constructor(
    analyst: ModelProvider,
    model: ModelProvider,
    say: WordedAnalystOptions['say'],
    turn: ModelTurn,
    signal: AbortSignal,
  ) {
    this.#analyst = analyst;
    this.#model = model;
    this.#say = say;
    this.#turn = turn;
    this.#signal = signal;
  }

  async *events(): AsyncGenerator<ModelEvent> {
    const known = rewordingIn(this.#turn.items);
    const own = await this.#computed(known);
    const reason = declinedFor(own);
    if (reason === null) return yield* this.#answer(own, known);
    const question = known === null && FOR_ITS_WORDS.includes(reason) ? await this.#reworded() : null;
    const other = question === null ? own : await this.#computed(question);
    if (declinedFor(other) !== null) return yield* this.#ending(own, { question: null, answer: false });
    yield { type: 'state', state: { [REWORDED]: question } };
    yield* this.#answer(other, question);
  }

  /** What the analyst does next, with the last question in other words where there are any. */
  async #computed(question: string | null): Promise<ModelEvent[]> {
    const items = this.#turn.items.filter((item) => item.type !== 'state');
    const last = items.findLastIndex((item) => item.type === 'message' && item.role === 'user');
    const asked = items.map((item, index): ModelItem => {
      if (question === null || index !== last || item.type !== 'message') return item;
      return { ...item, content: [{ type: 'text', text: question }] };
    });
    const events: ModelEvent[] = [];
    for await (const event of this.#analyst.respond({ ...this.#turn, items: asked }, this.#signal)) events.push(event);
    return events;
  }

  /** Calls as they are; an answer with the model's words before it, where the model may see what it is about. */
  async *#answer(own: readonly ModelEvent[], question: string | null): AsyncGenerator<ModelEvent> {
    let answer = false;
    if (!own.some(isCall) && isText(this.#turn) && boundaryOf(this.#turn.run.metadata) !== 'schema')
      for await (const event of this.#told(WORDING)) {
        answer ||= event.type === 'text';
        yield event;
      }
    if (answer) yield { type: 'text', delta: '\n\n' };
    yield* this.#ending(own, { question, answer });
  }

  /** The analyst's events with what the model has cost; itself it costs nothing. An answer says who computed it. */
  *#ending(own: readonly ModelEvent[], about: { question: string | null; answer: boolean }): Generator<ModelEvent> {
    for (const event of own) {
      if (event.type !== 'done') yield event;
      else {
        if (event.reason === 'stop' && isText(this.#turn)) yield* this.#note(about);
        yield { ...event, usage: this.#usage };
      }
    }
  }

  *#note(about: { question: string | null; answer: boolean }): Generator<ModelEvent> {
    const fact = { code: 'worded' as const, model: this.#model.id, ...about };
    yield { type: 'text', delta: '\n\n' };
    yield { type: 'text', delta: `> ${this.#say(fact)}`, fact };
  }

  /** The last question in words that the analyst may know; null where the model has none. */
  async #reworded(): Promise<string | null> {
    let text = '';
    for await (const event of this.#told(REWORDING)) if (event.type === 'text') text += event.delta;
    const [line = ''] = text.split('\n').filter((part) => part.trim() !== '');
    const question = line.trim().replace(/^["“'`]+|["”'`]+$/g, '');
    return question === '' || question === NONE || question.length > LONGEST_QUESTION ? null : question;
  }

  /** What the model says to the conversation as it stands, without tools; what it costs is added up. */
  async *#told(instructions: string): AsyncGenerator<ModelEvent> {
    const turn = this.#turn;
    const asked: ModelTurn = {
      ...turn,
      instructions: [turn.instructions, instructions].filter((part) => part !== '').join('\n\n'),
      items: turn.items.filter((item) => item.type !== 'state'),
      tools: [],
      toolChoice: 'none',
    };
    for await (const event of this.#model.respond(asked, this.#signal)) {
      if (event.type === 'text' || event.type === 'reasoning') yield event;
      if (event.type === 'done') this.#usage = sumOf(this.#usage, event.usage);
    }
  }
}

const REWORDED = 'reworded';

function rewordingIn(items: readonly ModelItem[]): string | null {
  for (const item of items.toReversed())
    if (item.type === 'state' && REWORDED in item.state) return String(item.state[REWORDED]);
  return null;
}

const isText = ({ responseFormat }: ModelTurn): boolean => {
  const { type = 'text' } = Object(responseFormat) as { type?: unknown };
  return type === 'text';
};

const isCall = ({ type }: ModelEvent): boolean => type === 'call' || type === 'file_search' || type === 'code';

/** Why the analyst declined; null where it did not. */
function declinedFor(events: readonly ModelEvent[]): string | null {
  for (const event of events) {
    const fact = event.type === 'text' ? (event.fact as AnswerFact | undefined) : undefined;
    if (fact?.code === 'declined') return fact.reason;
  }
  return null;
}

const sumOf = (a: ModelUsage, b: ModelUsage): ModelUsage => ({
  promptTokens: a.promptTokens + b.promptTokens,
  completionTokens: a.completionTokens + b.completionTokens,
  cachedTokens: a.cachedTokens + b.cachedTokens,
  reasoningTokens: a.reasoningTokens + b.reasoningTokens,
  ...(a.estimated || b.estimated ? { estimated: true } : {}),
});
