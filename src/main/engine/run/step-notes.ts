import { type Metadata, withList } from '../../metadata';
import type { Omissions } from '../ports';

const LEFT_OUT = 'assay_left_out';
const REASONING = 'assay_reasoning';
/** Metadata takes whole items only, so that what is longer than its room is cut at one of these. */
const PIECE = 200;
const LONGEST_REASONING = 4_000;

/** What the steps of a turn say in their metadata: what the model was not given, and what it thought before it did this. */
export class StepNotes {
  readonly #leftOut: Omissions;
  #reasoning = '';
  #first = true;

  /** `leftOut` may still grow while the turn is under way. */
  constructor(leftOut: Omissions) {
    this.#leftOut = leftOut;
  }

  addReasoning(delta: string): void {
    if (this.#reasoning.length < LONGEST_REASONING) this.#reasoning += delta;
  }

  /** A step's metadata with them. */
  in(metadata: Metadata): Metadata {
    const { toolResults, messages, pictures, compacted = 0 } = this.#leftOut;
    const some = this.#first && toolResults + messages + pictures + compacted > 0;
    const counted = some ? withList(metadata, LEFT_OUT, [this.#leftOut]) : metadata;
    return this.#reasoning === '' ? counted : withList(counted, REASONING, piecesOf(this.#reasoning));
  }

  /** The step is over: what comes now is of the next one. */
  next(): void {
    this.#reasoning = '';
    this.#first = false;
  }
}

const piecesOf = (text: string): string[] =>
  text
    .toWellFormed()
    .slice(0, LONGEST_REASONING)
    .match(new RegExp(`[^]{1,${PIECE}}`, 'gu')) ?? [];
