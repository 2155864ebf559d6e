import type { FunctionToolCall } from '../store/records';

export type ArgumentDelta = { index: number; call: FunctionToolCall; opening: boolean; delta: string };

/**
 * In which order arguments go out. Readers take a call as done when another one goes on, so a call is told of only once the
 * ones before it are whole JSON; what comes of it before that waits.
 */
export class ArgumentStream {
  readonly #calls: { index: number; call: FunctionToolCall; waiting: string }[] = [];
  /** How many have been opened. */
  #opened = 0;

  add(index: number, call: FunctionToolCall): ArgumentDelta[] {
    this.#calls.push({ index, call, waiting: '' });
    return this.#advance();
  }

  grow(call: FunctionToolCall, delta: string): ArgumentDelta[] {
    const place = this.#calls.findIndex((entry) => entry.call === call);
    const entry = this.#calls[place];
    if (!entry || delta === '') return [];
    if (place < this.#opened) return [{ ...entry, opening: false, delta }, ...this.#advance()];
    entry.waiting += delta;
    return this.#advance();
  }

  /** Nothing more comes: the calls that still wait. */
  end(): ArgumentDelta[] {
    const deltas: ArgumentDelta[] = [];
    while (this.#opened < this.#calls.length) deltas.push(...this.#open());
    return deltas;
  }

  #advance(): ArgumentDelta[] {
    const deltas: ArgumentDelta[] = [];
    while (this.#opened < this.#calls.length && this.#isFree()) deltas.push(...this.#open());
    return deltas;
  }

  /** The last call that was opened is whole. */
  #isFree(): boolean {
    const last = this.#calls[this.#opened - 1];
    return last === undefined || isWhole(last.call.function.arguments);
  }

  #open(): ArgumentDelta[] {
    const entry = this.#calls[this.#opened];
    if (!entry) return [];
    this.#opened += 1;
    const { index, call, waiting } = entry;
    const opening = { index, call, opening: true, delta: '' };
    return waiting === '' ? [opening] : [opening, { index, call, opening: false, delta: waiting }];
  }
}

function isWhole(text: string): boolean {
  if (!text.trimEnd().endsWith('}')) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
