/** Texts that come in pieces and once more as a whole: yields what of each is new, whichever way it comes. */
export class TextParts {
  readonly #texts = new Map<string, { text: string; closed: boolean }>();

  /** Whether anything of such a key has come. */
  has(prefix: string): boolean {
    return [...this.#texts].some(([key, { text }]) => key.startsWith(prefix) && text !== '');
  }

  /** Characters that have come. */
  length(key: string): number {
    return this.#texts.get(key)?.text.length ?? 0;
  }

  /** A further piece; nothing once the whole has come. */
  add(key: string, delta: unknown): string {
    const part = this.#part(key);
    if (typeof delta !== 'string' || part.closed) return '';
    part.text += delta;
    return delta;
  }

  /** The whole: what of it has not come yet. Pieces that are no beginning of it are left as they are. */
  close(key: string, whole: unknown): string {
    const part = this.#part(key);
    if (typeof whole !== 'string' || part.closed) return '';
    part.closed = true;
    if (!whole.startsWith(part.text)) return '';
    const rest = whole.slice(part.text.length);
    part.text = whole;
    return rest;
  }

  #part(key: string): { text: string; closed: boolean } {
    const part = this.#texts.get(key) ?? { text: '', closed: false };
    this.#texts.set(key, part);
    return part;
  }
}
