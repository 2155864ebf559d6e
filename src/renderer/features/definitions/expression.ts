import type { Definitions, FieldDefinition, MeasureDefinition } from '#contract/definitions';
import type { Aggregate, Calculation, Computation } from '#contract/query';
import { numberRead, numberTyped } from '#words';

type Operator = Calculation['calculate'];

/** A measure as it is written, `margin = profit / sales`, and the computations that it stands for. */

export interface ExpressionError {
  code: 'empty' | 'no_name' | 'name_taken' | 'unexpected' | 'unfinished' | 'unknown' | 'not_a_number' | 'plain_number';
  /** Where in the text, in UTF-16 units. */
  start: number;
  end: number;
  text: string;
  near: string[];
}

export type Parsed = { measure: MeasureDefinition } | { error: ExpressionError };

interface Token {
  kind: 'name' | 'number' | 'sign';
  text: string;
  start: number;
  end: number;
}

class Refused extends Error {
  readonly error: ExpressionError;
  constructor(code: ExpressionError['code'], token: Pick<Token, 'text' | 'start' | 'end'>, near: string[] = []) {
    super(code);
    const { text, start, end } = token;
    this.error = { code, text, start, end, near };
  }
}

/** `name = expression` over fields, measures and numbers; a field stands for its sum, or for its mean where it does not add up. */
export function parseMeasure(text: string, definitions: Definitions, id: string | null): Parsed {
  try {
    return { measure: new Reader(text, definitions, id).measure() };
  } catch (error) {
    if (error instanceof Refused) return { error: error.error };
    throw error;
  }
}

const FUNCTIONS = new Map<string, Aggregate>([
  ['sum', 'sum'],
  ['total', 'sum'],
  ['average', 'mean'],
  ['avg', 'mean'],
  ['mean', 'mean'],
  ['median', 'median'],
  ['min', 'min'],
  ['lowest', 'min'],
  ['max', 'max'],
  ['highest', 'max'],
  ['count', 'count'],
  ['distinct', 'distinct'],
]);

const SIGNS = new Map<string, Operator>([
  ['+', 'add'],
  ['-', 'subtract'],
  ['−', 'subtract'],
  ['*', 'multiply'],
  ['×', 'multiply'],
  ['/', 'divide'],
  ['÷', 'divide'],
]);

type Value = { output: string } | { number: string };

class Reader {
  readonly #text: string;
  readonly #definitions: Definitions;
  readonly #id: string | null;
  readonly #compute: Computation[] = [];
  #tokens: Token[] = [];
  #at = 0;

  constructor(text: string, definitions: Definitions, id: string | null) {
    this.#text = text;
    this.#definitions = definitions;
    this.#id = id;
  }

  measure(): MeasureDefinition {
    const equals = this.#text.indexOf('=');
    const name = this.#text.slice(0, Math.max(0, equals)).trim();
    const whole = { text: this.#text, start: 0, end: this.#text.length };
    if (this.#text.trim() === '') throw new Refused('empty', whole);
    if (equals === -1 || name === '') throw new Refused('no_name', { text: '', start: 0, end: Math.max(1, equals) });
    const taken = this.#definitions.measures.some(
      ({ id, title }) => id !== this.#id && (same(title, name) || same(id, name)),
    );
    if (taken || this.#definitions.fields.some(({ id, title }) => same(title, name) || same(id, name)))
      throw new Refused('name_taken', { text: name, start: 0, end: equals });
    this.#tokens = tokensOf(this.#text, equals + 1);
    if (this.#tokens.length === 0) throw new Refused('unfinished', { text: '', start: equals, end: equals + 1 });
    const value = this.#sum();
    const rest = this.#tokens[this.#at];
    if (rest) throw new Refused('unexpected', rest);
    if ('number' in value)
      throw new Refused('plain_number', { text: value.number, start: equals + 1, end: this.#text.length });
    // What is written last is computed last: it is the measure's value.
    return { id: this.#id ?? idOf(name), title: name, synonyms: [], compute: this.#compute, unit: null };
  }

  /** Terms that are added and subtracted. */
  #sum(): Value {
    return this.#chain(['+', '-', '−'], () => this.#product());
  }

  #product(): Value {
    return this.#chain(['*', '×', '/', '÷'], () => this.#single());
  }

  #chain(signs: readonly string[], part: () => Value): Value {
    let left = part();
    for (let token = this.#tokens[this.#at]; token && signs.includes(token.text); token = this.#tokens[this.#at]) {
      this.#at += 1;
      const right = part();
      left = this.#calculation(SIGNS.get(token.text) ?? 'add', left, right, token);
    }
    return left;
  }

  #calculation(calculate: Operator, left: Value, right: Value, sign: Token): Value {
    const as = this.#free(calculate);
    const operand = 'number' in right ? { number: right.number } : right.output;
    if ('output' in left) return this.#add({ calculate, left: left.output, right: operand, as });
    // A number stands second: what is added or multiplied may change its place.
    if ('number' in right) throw new Refused('plain_number', sign);
    if (calculate === 'add' || calculate === 'multiply')
      return this.#add({ calculate, left: right.output, right: { number: left.number }, as });
    throw new Refused('unexpected', sign);
  }

  #single(): Value {
    const token = this.#tokens[this.#at];
    if (!token) throw new Refused('unfinished', { text: '', start: this.#text.length, end: this.#text.length });
    this.#at += 1;
    if (token.kind === 'number') {
      const number = numberRead(token.text);
      if (number === null) throw new Refused('unexpected', token);
      return { number };
    }
    if (token.text === '(') {
      const value = this.#sum();
      this.#expect(')');
      return value;
    }
    if (token.kind !== 'name') throw new Refused('unexpected', token);
    const aggregate = FUNCTIONS.get(token.text.toLowerCase());
    if (aggregate && this.#tokens[this.#at]?.text === '(') return this.#call(aggregate);
    return this.#named(token);
  }

  /** `average(price)`, `count()`. */
  #call(aggregate: Aggregate): Value {
    this.#expect('(');
    const token = this.#tokens[this.#at];
    if (aggregate === 'count' && token?.text === ')') {
      this.#at += 1;
      return this.#add({ measure: 'count', as: this.#free('count') });
    }
    if (token?.kind !== 'name') throw new Refused('unfinished', token ?? this.#end());
    this.#at += 1;
    const field = this.#field(token);
    this.#expect(')');
    return this.#add({ measure: aggregate, of: field.id, as: this.#free(`${aggregate}_${field.id}`) });
  }

  #named(token: Token): Value {
    const own = this.#definitions.measures.find(
      ({ id, title }) => id !== this.#id && (same(id, token.text) || same(title, token.text)),
    );
    if (own) return this.#add({ own: own.id, as: this.#free(own.id) });
    const field = this.#field(token);
    if (!NUMBERS.has(field.type)) throw new Refused('not_a_number', token);
    const measure = field.addsUp === 'always' ? 'sum' : 'mean';
    return this.#add({ measure, of: field.id, as: this.#free(field.id) });
  }

  #field(token: Token): FieldDefinition {
    const { fields, measures } = this.#definitions;
    const field = fields.find(({ id }) => same(id, token.text)) ?? fields.find(({ title }) => same(title, token.text));
    if (field) return field;
    const wanted = token.text.toLowerCase();
    const names = [
      ...fields.filter(({ type, role }) => role !== 'id' && NUMBERS.has(type)).map(({ id }) => id),
      ...measures.map(({ id }) => id),
    ];
    const likeness = (name: string): number =>
      sameBeginning(name.toLowerCase(), wanted) - Math.abs(name.length - wanted.length);
    const near = names
      .filter((name) => sameBeginning(name.toLowerCase(), wanted) > 2)
      .toSorted((a, b) => likeness(b) - likeness(a))
      .slice(0, 3);
    throw new Refused('unknown', token, near);
  }

  #expect(sign: string): void {
    const token = this.#tokens[this.#at];
    if (token?.text !== sign) throw new Refused(token ? 'unexpected' : 'unfinished', token ?? this.#end());
    this.#at += 1;
  }

  #end() {
    return { text: '', start: this.#text.length, end: this.#text.length };
  }

  #add(value: Computation): Value {
    this.#compute.push(value);
    return { output: value.as };
  }

  #free(wanted: string): string {
    const taken = new Set(this.#compute.map(({ as }) => as));
    let name = wanted.slice(0, 190);
    for (let n = 2; taken.has(name); n += 1) name = `${wanted.slice(0, 190)}_${n}`;
    return name;
  }
}

const NUMBERS: ReadonlySet<string> = new Set(['integer', 'decimal', 'float']);
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[\s_]+/g, ' ')
    .trim();
const same = (a: string, b: string): boolean => plain(a) === plain(b);
function sameBeginning(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

const idOf = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_');

const TOKEN = /\s+|"([^"]+)"|(\d(?:[\d.,'’]*\d)?)|([\p{L}_][\p{L}\p{N}_]*(?: +[\p{L}_][\p{L}\p{N}_]*)*)|(.)/gu;

/** Names may be of several words; those with signs in them stand in quotation marks. */
function tokensOf(text: string, from: number): Token[] {
  return [...text.slice(from).matchAll(TOKEN)].flatMap((match): Token[] => {
    const start = from + match.index;
    const place = { start, end: start + match[0].length };
    const [, quoted, number, name, sign] = match;
    if (quoted !== undefined || name !== undefined) return [{ kind: 'name', text: quoted ?? name ?? '', ...place }];
    if (number !== undefined) return [{ kind: 'number', text: number, ...place }];
    return sign === undefined ? [] : [{ kind: 'sign', text: sign, ...place }];
  });
}

/** A measure as it could have been written. */
export function writtenMeasure({ title, compute }: MeasureDefinition): string {
  const known = new Map(compute.map((value) => [value.as, value]));
  const last = compute.at(-1);
  return `${title} = ${last ? written(last, known) : ''}`;
}

function written(value: Computation, known: ReadonlyMap<string, Computation>): string {
  if ('own' in value) return value.own;
  if ('window' in value) return value.as;
  if ('calculate' in value) return calculation(value, known);
  if (value.measure === 'count' && value.of === undefined) return 'count()';
  const of = typeof value.of === 'string' ? quotedName(value.of) : value.as;
  return value.measure === 'sum' ? of : `${NAMES.get(value.measure) ?? value.measure}(${of})`;
}

const NAMES = new Map<Aggregate, string>([['mean', 'average']]);
const WRITTEN: Record<Operator, string> = { add: '+', subtract: '-', multiply: '*', divide: '/' };
const quotedName = (name: string): string => (/^[\p{L}_][\p{L}\p{N}_ ]*$/u.test(name) ? name : `"${name}"`);

function calculation({ calculate, left, right }: Calculation, known: ReadonlyMap<string, Computation>): string {
  const side = (name: string): string => {
    const value = known.get(name);
    if (!value) return name;
    return 'calculate' in value ? `(${written(value, known)})` : written(value, known);
  };
  return `${side(left)} ${WRITTEN[calculate]} ${typeof right === 'string' ? side(right) : numberTyped(String(right.number))}`;
}
