type Language = 'python' | 'sql';

const ESCAPED = new Map<string, string>(Object.entries({ n: '\n', t: '\t', r: '\r' }));

/**
 * Mends code whose line breaks and quotes a model has escaped twice, as it streams: `import math\nprint(1)` in one line.
 * Outside of strings a backslash before anything but a line's end is an error in Python and in SQL, so nothing else is
 * taken for it; and where a real line break has come, the code is as it should be.
 */
export class Unescaped {
  readonly #language: Language;
  #state: 'watching' | 'mending' | 'plain' = 'watching';
  #quote = '';
  #comment = false;
  #held = '';

  constructor(language: Language) {
    this.#language = language;
  }

  push(delta: string): string {
    const text = this.#held + delta;
    this.#held = '';
    if (this.#state === 'watching') return this.#watch(text);
    return this.#state === 'plain' ? text : this.#mend(text);
  }

  end(): string {
    const held = this.#held;
    this.#held = '';
    return held;
  }

  #watch(text: string): string {
    for (let at = 0; at < text.length; at += 1) {
      const char = text.charAt(at);
      if (char === '\n') return this.#turn('plain', text, at);
      if (char !== '\\') this.#quoting(text, at);
      else if (at === text.length - 1) {
        this.#held = '\\';
        return text.slice(0, at);
      } else if (this.#isEscapedTwice(text.charAt(at + 1))) return this.#turn('mending', text, at);
      else at += 1;
    }
    return text;
  }

  #isEscapedTwice(next: string): boolean {
    if (next === '\n') return false;
    return this.#comment ? next === 'n' : this.#quote === '';
  }

  #turn(state: 'mending' | 'plain', text: string, at: number): string {
    this.#state = state;
    return text.slice(0, at) + (state === 'plain' ? text.slice(at) : this.#mend(text.slice(at)));
  }

  #quoting(text: string, at: number): void {
    const char = text.charAt(at);
    if (this.#comment) return;
    if (this.#quote !== '') {
      if (char === this.#quote) this.#quote = '';
    } else if (char === '"' || char === "'") this.#quote = char;
    else if (this.#language === 'python' ? char === '#' : text.startsWith('--', at)) this.#comment = true;
  }

  #mend(text: string): string {
    const whole = text.replace(
      /\\([\s\S])/g,
      (both, char: string) => ESCAPED.get(char) ?? (/["'\\]/.test(char) ? char : both),
    );
    const odd = /(?<!\\)(?:\\\\)*\\$/.test(text);
    if (!odd) return whole;
    this.#held = '\\';
    return whole.slice(0, -1);
  }
}
