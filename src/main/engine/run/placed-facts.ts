import { type Metadata, withList } from '../../metadata';
import { lengthOf } from '../characters';
import type { Fact } from '../ports';

const FACTS = 'assay_facts';

/** What a message says as data: each fact with the stretch of its part that words it, in characters. */
export class PlacedFacts {
  readonly #placed: { fact: Fact; part: number; start: number; end: number }[] = [];
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

  /** The message's metadata with them. */
  in(metadata: Metadata): Metadata {
    return this.#placed.length === 0 ? metadata : withList(metadata, FACTS, this.#placed);
  }
}
