import { Unescaped } from './unescaped';

const NAMES = 'code|source|script|python|input|query|command';
/** Up to the text of the first field that may hold the code; fields before it are texts or plain values. */
const OPENING = new RegExp(
  String.raw`^\s*\{\s*(?:"(?!(?:${NAMES})")[^"\\]*"\s*:\s*(?:"(?:[^"\\]|\\.)*"|[^",{}[\]\s]+)\s*,\s*)*"(?:${NAMES})"\s*:\s*"`,
);
/** A head longer than this holds no code; it is looked at once more when all has come. */
const LONGEST_HEAD = 8_192;

const ESCAPES = new Map<string, string>(Object.entries({ n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' }));

/**
 * The Python in the arguments of a call, decoded as they stream: `{"code": "…"}` as it should be, with line breaks that
 * were not escaped or escaped twice, with quotes that were not escaped, or Python that is in no JSON at all.
 */
export class CodeArguments {
  readonly #unescaped = new Unescaped('python');
  #state: 'head' | 'inside' | 'after' | 'plain' = 'head';
  #raw = '';
  /** What has come and is not decoded yet. */
  #rest = '';

  push(delta: string): string {
    this.#raw += delta;
    this.#rest += delta;
    if (this.#state === 'head') this.#open();
    if (this.#state === 'inside') return this.#unescaped.push(this.#inside());
    if (this.#state !== 'plain') return '';
    const text = this.#rest;
    this.#rest = '';
    return this.#unescaped.push(text);
  }

  /** All has come: what was still doubtful is what it is. */
  end(): string {
    return this.#unescaped.push(this.#last()) + this.#unescaped.end();
  }

  #open(): void {
    const first = this.#rest.trimStart().charAt(0);
    if (first === '') return;
    if (first === '{') {
      if (this.#rest.length > LONGEST_HEAD) return;
      const head = OPENING.exec(this.#rest)?.[0];
      if (head === undefined) return;
      this.#rest = this.#rest.slice(head.length);
      this.#state = 'inside';
    } else if (first === '"') {
      this.#rest = this.#rest.trimStart().slice(1);
      this.#state = 'inside';
    } else if (first !== '`' && first !== '[') this.#state = 'plain';
  }

  /** Decodes up to the closing quote; half an escape waits for its other half. */
  #inside(): string {
    let text = '';
    let at = 0;
    for (; at < this.#rest.length; at += 1) {
      const char = this.#rest.charAt(at);
      if (char === '"') {
        this.#state = 'after';
        break;
      }
      if (char !== '\\') {
        text += char;
        continue;
      }
      const sequence = /^\\(?:u[\da-f]{4}|[^u])/i.exec(this.#rest.slice(at, at + 6))?.[0];
      if (sequence === undefined) {
        if (this.#rest.length - at < 6) break;
        text += char;
        continue;
      }
      text += decoded(sequence);
      at += sequence.length - 1;
    }
    this.#rest = this.#rest.slice(at);
    return text;
  }

  #last(): string {
    const rest = this.#rest;
    switch (this.#state) {
      case 'head':
        return codeIn(this.#raw);
      case 'plain':
        return '';
      case 'inside':
        // Cut off in the middle of an escape.
        return '';
      case 'after':
        // It was not the closing quote where what follows is no end of an object: quotes inside were not escaped.
        if (isJson(this.#raw.replace(/[\r\n\t]/g, ' ')) || /^"\s*\}?\s*$/.test(rest)) return '';
        return unescaped(/^([\s\S]*)"\s*\}\s*$/.exec(rest)?.[1] ?? '');
    }
  }
}

/** Of arguments that began like nothing known. */
function codeIn(raw: string): string {
  const fenced = /^\s*```[a-z]*\n([\s\S]*?)(?:```\s*)?$/i.exec(raw)?.[1];
  if (fenced !== undefined) return fenced;
  const value = jsonOf(raw);
  if (typeof value !== 'object' || value === null) return raw;
  if (Array.isArray(value)) return value.every((line) => typeof line === 'string') ? value.join('\n') : raw;
  const fields = Object.entries(value);
  const field =
    fields.find(([name]) => new RegExp(`^(?:${NAMES})$`).test(name)) ?? (fields.length === 1 ? fields[0] : undefined);
  if (typeof field?.[1] === 'string') return field[1];
  if (Array.isArray(field?.[1])) return field[1].filter((line) => typeof line === 'string').join('\n');
  return fields.length === 0 ? '' : raw;
}

function decoded(sequence: string): string {
  if (sequence.length === 6) return String.fromCharCode(Number.parseInt(sequence.slice(2), 16));
  const char = sequence.charAt(1);
  return ESCAPES.get(char) ?? (/["\\/]/.test(char) ? char : sequence);
}

const unescaped = (text: string): string => text.replace(/\\(?:u[\da-f]{4}|[^u])/gi, decoded);

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isJson = (text: string): boolean => jsonOf(text) !== undefined;
