import { Unescaped } from './unescaped';

const TWICE = '\\\\';

/**
 * The arguments of a query, passed on as they come, but for line breaks that were escaped twice: from the first two
 * backslashes on they are held until all has come.
 */
export class SqlArguments {
  #raw = '';
  #held: string | null = null;

  push(delta: string): string {
    if (this.#held !== null) {
      this.#held += delta;
      return '';
    }
    // A backslash at the end may be the first of two.
    const before = this.#raw.endsWith('\\') ? '\\' : '';
    const text = before + delta;
    const at = text.indexOf(TWICE);
    const until = at >= 0 ? at : text.endsWith('\\') ? text.length - 1 : text.length;
    if (at >= 0) this.#held = text.slice(at);
    this.#raw = this.#raw.slice(0, this.#raw.length - before.length) + text.slice(0, at >= 0 ? at : text.length);
    return text.slice(0, until);
  }

  end(): string {
    if (this.#held === null) return this.#raw.endsWith('\\') ? '\\' : '';
    if (!isEscapedTwice(this.#raw + this.#held)) return this.#held;
    return this.#held
      .replace(/\\\\([nrt])/g, '\\$1')
      .replace(/\\\\(\\")/g, '$1')
      .replace(/\\\\'/g, "'");
  }
}

function isEscapedTwice(json: string): boolean {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value !== 'object' || value === null || !('sql' in value) || typeof value.sql !== 'string') return false;
    const code = new Unescaped('sql');
    return code.push(value.sql) + code.end() !== value.sql;
  } catch {
    return false;
  }
}
