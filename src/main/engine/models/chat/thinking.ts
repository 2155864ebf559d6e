/** A piece of content that was told apart. */
export interface ThoughtPiece {
  type: 'text' | 'reasoning';
  delta: string;
}

const TAGS = ['think', 'thinking', 'thought', 'reasoning'];
const OPENING = new RegExp(`^\\s*<(${TAGS.join('|')})>\\s*`);
const CLOSING = new RegExp(`</(?:${TAGS.join('|')})>\\s*`);
const LONGEST_TAG = 16;

/**
 * Takes what a model thinks, between `<think>` and `</think>`, out of its content. Only at the beginning: further down the
 * same signs are text. Tags may come in pieces.
 */
export class Thinking {
  /** `unopened`: the server has eaten the opening tag, so that all up to a closing one is thought. */
  #state: 'start' | 'unopened' | 'inside' | 'text';
  #held = '';

  constructor(unopened = false) {
    this.#state = unopened ? 'unopened' : 'start';
  }

  push(delta: string): ThoughtPiece[] {
    this.#held += delta;
    const pieces: ThoughtPiece[] = [];
    if (this.#state === 'start') this.#open();
    if (this.#state === 'inside') pieces.push(...this.#inside());
    if (this.#state === 'unopened') pieces.push(...this.#unopened());
    if (this.#state === 'text') pieces.push(...this.#release('text'));
    return pieces;
  }

  /** Nothing more comes: what was held is what it looks like. */
  end(): ThoughtPiece[] {
    return this.#release(this.#state === 'inside' ? 'reasoning' : 'text');
  }

  #open(): void {
    const tag = OPENING.exec(this.#held);
    if (tag) {
      this.#held = this.#held.slice(tag[0].length);
      this.#state = 'inside';
      return;
    }
    const begun = this.#held.trimStart();
    const maybe = begun === '' || TAGS.some((name) => `<${name}>`.startsWith(begun));
    if (!maybe) this.#state = 'text';
  }

  #inside(): ThoughtPiece[] {
    const tag = CLOSING.exec(this.#held);
    if (tag) {
      const delta = this.#held.slice(0, tag.index).trimEnd();
      this.#held = this.#held.slice(tag.index + tag[0].length);
      this.#state = 'text';
      return delta === '' ? [] : [{ type: 'reasoning', delta }];
    }
    // A closing tag, or the blank lines before it, may be on their way.
    const until = this.#held.search(/\s*(?:<[^>]*)?$/);
    const safe = Math.max(until, this.#held.length - LONGEST_TAG - 8);
    const delta = this.#held.slice(0, safe);
    this.#held = this.#held.slice(safe);
    return delta === '' ? [] : [{ type: 'reasoning', delta }];
  }

  /** Nothing is passed on before it is clear what it is. */
  #unopened(): ThoughtPiece[] {
    const opened = OPENING.exec(this.#held)?.[0] ?? '';
    if (!CLOSING.test(this.#held)) return [];
    this.#held = this.#held.slice(opened.length);
    this.#state = 'inside';
    return this.#inside();
  }

  #release(type: ThoughtPiece['type']): ThoughtPiece[] {
    const delta = this.#held;
    this.#held = '';
    return delta === '' ? [] : [{ type, delta }];
  }
}

/** A model that ends what it never began to think: its server has eaten the opening tag. */
export const endsUnopened = (text: string): boolean => CLOSING.test(text) && !OPENING.test(text);
