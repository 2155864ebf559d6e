import { fieldsOf } from '../json-fields';

/** A tool that may be called: its name, and the JSON schema of its arguments. */
export interface CallableTool {
  name: string;
  parameters?: unknown;
}

/** A call that a model wrote into its text. */
export interface WrittenCall {
  name: string;
  /** JSON. */
  arguments: string;
}

export type Written = { type: 'text'; delta: string } | { type: 'call'; call: WrittenCall };

/** Where a call may begin, each with how it ends; null ends with the answer. */
const BLOCKS: { opening: RegExp; closing: RegExp | null }[] = [
  { opening: /<tool_call>/, closing: /<\/tool_call>/ },
  { opening: /<function=/, closing: /<\/function>/ },
  { opening: /```[a-z_]*[ \t]*\n?(?=\s*[{[])/, closing: /```/ },
  { opening: /\[TOOL_CALLS\]/, closing: null },
  { opening: /<\|python_tag\|>/, closing: null },
  { opening: /\n[ \t]*(?=\{|\[\s*\{)/, closing: null },
];
/** The same as the last one, where a line begins. */
const BARE = { opening: /^[ \t]*(?=\{|\[\s*\{)/, closing: null };
/** What may turn out to be the beginning of one of them. */
const BEGUN = /(?:<[a-z_|=]{0,12}|\[[A-Z_]{0,12}|`{1,3}[a-z_]*\s*|\n\s*\[?\s*)$/;

/**
 * Finds calls in the text of a model that is known to write them there: `<tool_call>{…}</tool_call>`, a block of fenced JSON,
 * bare JSON, and the marks of some families. Arguments without a name are a call of the one tool that takes them, where the
 * text before speaks of it. Only of tools that there are; anything else stays text.
 */
export class TextCalls {
  readonly #tools: ReadonlyMap<string, ArgumentNames>;
  #held = '';
  #spoken = '';
  #open: { closing: RegExp | null; body: number } | null = null;
  #atLineStart = true;

  constructor(tools: Iterable<CallableTool>) {
    this.#tools = new Map([...tools].map(({ name, parameters }) => [name, argumentNames(parameters)]));
  }

  push(delta: string): Written[] {
    this.#held += delta;
    const written: Written[] = [];
    while (this.#open ? this.#close(written, false) : this.#find(written));
    return written;
  }

  end(): Written[] {
    const written: Written[] = [];
    // What stands outside of a block may still be one without its end.
    while (this.#open ? this.#close(written, true) : this.#find(written));
    this.#say(written, this.#held);
    this.#held = '';
    return written;
  }

  #find(written: Written[]): boolean {
    const block = [...BLOCKS, ...(this.#atLineStart ? [BARE] : [])]
      .flatMap(({ opening, closing }) => {
        const match = opening.exec(this.#held);
        return match ? [{ at: match.index, body: match[0].length, closing }] : [];
      })
      .toSorted((a, b) => a.at - b.at)[0];
    if (block) {
      this.#say(written, this.#held.slice(0, block.at));
      this.#held = this.#held.slice(block.at);
      this.#open = { closing: block.closing, body: block.body };
      return true;
    }
    const until = BEGUN.exec(this.#held)?.index ?? this.#held.length;
    this.#say(written, this.#held.slice(0, until));
    this.#held = this.#held.slice(until);
    return false;
  }

  #close(written: Written[], ended: boolean): boolean {
    const { closing, body } = this.#open ?? { closing: null, body: 0 };
    const end = closing?.exec(this.#held.slice(body));
    if (!end && !ended) return false;
    const block = end ? this.#held.slice(0, body + end.index + end[0].length) : this.#held;
    const inner = this.#held.slice(body, end ? body + end.index : undefined);
    const named = callsIn(inner, block).filter(({ name }) => this.#tools.has(name));
    const calls = named.length > 0 ? named : this.#unnamed(inner);
    this.#open = null;
    this.#held = this.#held.slice(block.length);
    if (calls.length > 0) written.push(...calls.map((call): Written => ({ type: 'call', call })));
    else this.#say(written, block);
    return this.#held !== '';
  }

  /** Calls of which only the arguments are there. */
  #unnamed(inner: string): WrittenCall[] {
    return objectsIn(inner).flatMap((value) => {
      const taking = [...this.#tools].filter(([, names]) => areArguments(value, names));
      const [name] = taking[0] ?? [];
      if (name === undefined || taking.length > 1 || !this.#spoken.includes(name)) return [];
      return [{ name, arguments: JSON.stringify(value) }];
    });
  }

  #say(written: Written[], delta: string): void {
    if (delta === '') return;
    this.#spoken += delta;
    this.#atLineStart = delta.endsWith('\n');
    written.push({ type: 'text', delta });
  }
}

interface ArgumentNames {
  all: ReadonlySet<string>;
  required: readonly string[];
}

function argumentNames(schema: unknown): ArgumentNames {
  const properties = fieldsOf(fieldsOf(schema)?.properties);
  const required = fieldsOf(schema)?.required;
  return {
    all: new Set(Object.keys(properties ?? {})),
    required: Array.isArray(required) ? required.filter((name) => typeof name === 'string') : [],
  };
}

/** Whether a tool takes just these: none that it does not know, and all that it has to be given. */
function areArguments(value: object, { all, required }: ArgumentNames): boolean {
  const given = Object.keys(value);
  return (
    given.length > 0 && given.every((name) => all.has(name)) && required.every((name) => Object.hasOwn(value, name))
  );
}

function callsIn(inner: string, block: string): WrittenCall[] {
  if (/<function=/.test(block)) return taggedCalls(block);
  const named = /^\s*([A-Za-z_][\w.-]*)\s*(?=\{)/.exec(inner);
  if (named?.[1] !== undefined) {
    const json = objectsIn(inner.slice(named[0].length))[0];
    return json ? [{ name: named[1], arguments: JSON.stringify(json) }] : [];
  }
  return objectsIn(inner).flatMap(callOf);
}

/** The objects that a text is made of, one after the other or in a list; empty where anything else is in it. */
function objectsIn(text: string): object[] {
  const whole = jsonOf(text.trim());
  if (whole !== undefined)
    return (Array.isArray(whole) ? whole : [whole]).filter((value) => typeof value === 'object' && value !== null);
  const objects: object[] = [];
  for (let rest = text.trim(); rest !== ''; ) {
    const length = lengthOfObject(rest);
    const value = length === 0 ? undefined : jsonOf(rest.slice(0, length));
    // Behind the first one a model may go on talking, as if it had been answered.
    if (typeof value !== 'object' || value === null) return objects;
    objects.push(value);
    rest = rest.slice(length).replace(/^[\s,;]+/, '');
  }
  return objects;
}

/** How long the object is that a text begins with; 0 where it begins with none, or does not end it. */
function lengthOfObject(text: string): number {
  if (!text.startsWith('{')) return 0;
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (quoted) {
      if (char === '\\') at += 1;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === '{') depth += 1;
    else if (char === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return 0;
}

function callOf(value: object): WrittenCall[] {
  const fields = 'function' in value && typeof value.function === 'object' && value.function ? value.function : value;
  const name = fieldOf(fields, ['name', 'function', 'tool', 'tool_name', 'function_name']);
  const args = fieldOf(fields, ['arguments', 'parameters', 'args', 'input', 'tool_input']) ?? {};
  if (typeof name !== 'string') return [];
  return [{ name, arguments: typeof args === 'string' ? args : JSON.stringify(args) }];
}

function fieldOf(value: object, names: readonly string[]): unknown {
  for (const name of names) if (Object.hasOwn(value, name)) return Reflect.get(value, name);
  return undefined;
}

/** `<function=name><parameter=key>value</parameter></function>` */
function taggedCalls(block: string): WrittenCall[] {
  return [...block.matchAll(/<function=([\w.-]+)>([\s\S]*?)(?:<\/function>|$)/g)].map(([, name = '', body = '']) => {
    const parameters = [...body.matchAll(/<parameter=([\w.-]+)>\n?([\s\S]*?)\n?(?:<\/parameter>|$)/g)];
    const args = Object.fromEntries(parameters.map(([, key = '', value = '']) => [key, jsonOf(value) ?? value]));
    return { name, arguments: JSON.stringify(args) };
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
