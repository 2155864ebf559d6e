import { type Metadata, withList } from '../../metadata';
import { lengthOf } from '../characters';
import type { Fact } from '../ports';

export const FACTS = 'assay_facts';

/** A fact and the characters of a message's part that word it; none where it starts where it ends. */
export interface CountedFact<F extends Fact = Fact> {
  fact: F;
  part: number;
  start: number;
  end: number;
}

/** What a message says as data: each fact with the stretch of its part that words it, in characters. */
export class PlacedFacts {
  readonly #placed: CountedFact[] = [];
  #part = -1;
  #length = 0;

  /** Call for all of a message's text, in the order it comes, with the part it goes to. */
  add(part: number, text: string, fact: Fact | undefined): void {
    if (part !== this.#part) this.#length = 0;
    this.#part = part;
    const start = this.#length;
    this.#length += lengthOf(text);
    if (fact) this.#placed.push({ fact, part, start, end: this.#length });
  }

  /** For what is found out of a text that is there already. */
  put(facts: readonly CountedFact[]): void {
    this.#placed.push(...facts);
  }

  /** The message's metadata with them. */
  in(metadata: Metadata): Metadata {
    return this.#placed.length === 0 ? metadata : withList(metadata, FACTS, this.#placed, true);
  }
}
