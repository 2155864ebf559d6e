import {
  type Abilities,
  type ModelEvent,
  type ModelProvider,
  type ModelTurn,
  type ModelUsage,
  unknownAbilities,
} from '../../src/main/engine/ports';

/** What the model does in one turn. */
export type Script = (turn: ModelTurn, signal: AbortSignal) => Iterable<ModelEvent> | AsyncIterable<ModelEvent>;

export const usage = (promptTokens = 10, completionTokens = 5): ModelUsage => ({
  promptTokens,
  completionTokens,
  cachedTokens: 0,
  reasoningTokens: 0,
});

export const done = (
  reason: Extract<ModelEvent, { type: 'done' }>['reason'] = 'stop',
  spent = usage(),
): ModelEvent => ({
  type: 'done',
  reason,
  usage: spent,
});

export const says =
  (...deltas: string[]): Script =>
  () => [...deltas.map((delta): ModelEvent => ({ type: 'text', delta })), done()];

/** Calls functions, given as `[name, arguments]`, all in one turn. */
export const calls =
  (...made: [string, string][]): Script =>
  () => [
    ...made.flatMap(([name, args], index): ModelEvent[] => [
      { type: 'call', index, name },
      { type: 'call_arguments', index, delta: args },
    ]),
    done('calls'),
  ];

/** Searches the documents, all queries in one call. */
export const searches =
  (...queries: string[]): Script =>
  () => [{ type: 'file_search', index: 0, queries }, done('calls')];

/** Writes Python, in pieces, and has it run. */
export const codes =
  (...deltas: string[]): Script =>
  () => [...deltas.map((delta): ModelEvent => ({ type: 'code', index: 0, delta })), done('calls')];

/** A model that plays one script a turn; the last one plays on and on. It keeps what it was asked. */
export class ScriptedModel implements ModelProvider {
  readonly id: string;
  readonly answerer: string;
  abilities: Abilities = unknownAbilities;
  computesFigures = false;
  readonly turns: ModelTurn[] = [];
  scripts: Script[];

  constructor(scripts: Script[], id = 'scripted') {
    this.id = id;
    this.answerer = id;
    this.scripts = scripts;
  }

  async *respond(turn: ModelTurn, signal: AbortSignal): AsyncGenerator<ModelEvent> {
    const script = this.scripts[Math.min(this.turns.length, this.scripts.length - 1)];
    this.turns.push(turn);
    if (script) yield* script(turn, signal);
  }
}

/** Something a script waits for and a test lets go; `reached` resolves when the script has come to it. */
export class Gate {
  readonly reached: Promise<void>;
  readonly #opened: Promise<void>;
  #reach: () => void = () => {};
  open: () => void = () => {};

  constructor() {
    this.reached = new Promise((resolve) => {
      this.#reach = resolve;
    });
    this.#opened = new Promise((resolve) => {
      this.open = resolve;
    });
  }

  pass(): Promise<void> {
    this.#reach();
    return this.#opened;
  }
}
