import { listOf } from '../lexicon/lists';
import type { Callable, Parameter } from './schema';
import { tellingWords } from './words';

export type Filled = { arguments: Record<string, unknown>; missing: Parameter[] };

/** What stands in a question that could be an argument; each is used once. */
interface Material {
  text: string;
  /** Words with digits in them, which ids are. */
  ids: { text: string; at: number }[];
  quoted: string[];
  numbers: { value: number; at: number }[];
  dates: string[];
  names: { text: string; lead: string }[];
}

const DATE =
  /\b\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?\b|\b(?:today|tomorrow|yesterday|tonight|(?:next|last|this) (?:week|month|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/gi;
const NAME =
  /(?:\b(in|for|at|of|to|from|near|about|on|by|with)\s+)?(\p{Lu}[\p{L}\p{N}'’.-]*(?:(?:\s+|,\s*)(?:of\s+|de\s+)?\p{Lu}[\p{L}\p{N}'’.-]*)*)/gu;
const FIRST_WORDS = new Set(listOf('first_of_sentence'));

/** `about`: the words of what is called. They say what is to be done, and with what it is done is another word. */
function materialOf(question: string, about: ReadonlySet<string>): Material {
  const quoted = [...question.matchAll(/["“«]([^"”»]+)["”»]|'([^']+)'(?!\p{L})/gu)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
  const bare = question.replaceAll(/["“«][^"”»]+["”»]/gu, ' ');
  const dates = [...bare.matchAll(DATE)].map(([date]) => date);
  const undated = dates.reduce((text, date) => text.replace(date, ' '), bare);
  const numbers = [...undated.matchAll(/(?<![\p{L}\d.])-?\d+(?:,\d{3})*(?:\.\d+)?/gu)].map((match) => ({
    value: Number(match[0].replaceAll(',', '')),
    at: match.index,
  }));
  const names = [...undated.matchAll(NAME)].flatMap((match) => {
    const [first = '', ...rest] = (match[2] ?? '')
      .trim()
      .replace(/[.,]+$/, '')
      .split(/\s+/);
    const isVerb = tellingWords(first).every((word) => about.has(word));
    const opening = match.index === 0 && (isVerb || FIRST_WORDS.has(first.toLowerCase().replace(/['’].*$/, '')));
    const text = (opening ? rest : [first, ...rest]).join(' ');
    return text === '' || text === 'I' ? [] : [{ text, lead: (match[1] ?? '').toLowerCase() }];
  });
  const ids = [...undated.matchAll(/(?<![\p{L}\p{N}_.-])#?(?=[\p{L}_-]*\d)([\p{L}\p{N}_-]+)(?!\.\d)/gu)].map(
    (match) => ({
      text: match[1] ?? '',
      at: match.index,
    }),
  );
  return { text: question.trim(), ids, quoted, numbers, dates, names };
}

/** Fills a function's parameters from a question: quoted texts, numbers, dates, names and the values it may have. */
export function fill(callable: Callable, question: string, wholeText: boolean): Filled {
  const material = materialOf(question, new Set(tellingWords(`${callable.name} ${callable.description}`)));
  const filled = new Map<string, unknown>();
  const missing: Parameter[] = [];
  const inOrder = callable.parameters.toSorted(
    (a, b) =>
      Number(b.options.length > 0) - Number(a.options.length > 0) ||
      Number(isId(b)) - Number(isId(a)) ||
      Number(b.required) - Number(a.required),
  );
  for (const parameter of inOrder) {
    const value = valueFor(parameter, material, callable, wholeText);
    if (value !== undefined) filled.set(parameter.name, value);
    else if (parameter.required && parameter.nullable) filled.set(parameter.name, null);
    else if (parameter.required) missing.push(parameter);
  }
  const ordered = Object.fromEntries(
    callable.parameters.flatMap(({ name }) => (filled.has(name) ? [[name, filled.get(name)]] : [])),
  );
  return { arguments: ordered, missing };
}

function valueFor(parameter: Parameter, material: Material, callable: Callable, wholeText: boolean): unknown {
  if (parameter.options.length > 0) return optionFor(parameter, material);
  switch (parameter.type) {
    case 'number':
    case 'integer':
      return takeNumber(parameter, material);
    case 'boolean':
      return flagFor(parameter, material);
    case 'array': {
      const all = [
        ...material.quoted.splice(0),
        ...material.names.splice(0).map((name) => name.text),
        ...material.numbers.splice(0).map((one) => one.value),
      ];
      return all.length > 0 ? all : undefined;
    }
    case 'object':
      return parameter.required ? {} : undefined;
    case 'string':
      return textFor(parameter, material, callable, wholeText);
  }
}

/** What an id is called: `order_id`, `invoiceNumber`, `ref`. */
const isId = ({ name }: Parameter): boolean =>
  /(?:^|_|(?<=\p{Ll}))(?:id|number|no|code|key|ref|reference)$/iu.test(name);

/** An id next to the parameter's own words, else the only one; it is no number or name any more. */
function takeId({ name }: Parameter, material: Material): string | undefined {
  const { ids, text } = material;
  const words = tellingWords(name);
  const near = ids.findIndex(({ at }) =>
    tellingWords(text.slice(Math.max(0, at - 24), at)).some((word) => words.includes(word)),
  );
  const index = near >= 0 ? near : ids.length === 1 ? 0 : -1;
  const [found] = index < 0 ? [] : ids.splice(index, 1);
  if (!found) return undefined;
  material.numbers = material.numbers.filter(({ at, value }) => at < found.at || String(value) !== found.text);
  material.names = material.names.filter((one) => one.text !== found.text);
  return found.text;
}

function optionFor({ options }: Parameter, { text }: Material): unknown {
  const lower = text.toLowerCase();
  const said = options.filter((option) =>
    new RegExp(
      `(?<![\\p{L}\\p{N}])${String(option)
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}]/gu, '.?')}(?![\\p{L}\\p{N}])`,
      'u',
    ).test(lower),
  );
  return said.toSorted((a, b) => String(b).length - String(a).length)[0];
}

/** A number next to the parameter's own words, else the next one. */
function takeNumber({ name, type, required }: Parameter, { numbers, text }: Material): number | undefined {
  const words = tellingWords(name);
  const near = numbers.findIndex(({ at }) =>
    tellingWords(text.slice(Math.max(0, at - 24), at + 24)).some((word) => words.includes(word)),
  );
  const index = near >= 0 ? near : required ? 0 : -1;
  const [found] = index < 0 ? [] : numbers.splice(index, 1);
  return found && (type === 'integer' ? Math.trunc(found.value) : found.value);
}

function flagFor({ name, required }: Parameter, { text }: Material): boolean | undefined {
  const words = tellingWords(name);
  const asked = tellingWords(text);
  if (!words.every((word) => asked.includes(word))) return required ? false : undefined;
  return !/\b(?:no|not|without|don't|except)\b/i.test(text);
}

const FROM = /from|origin|source|depart|start/i;
const TO = /^to$|destination|target|arriv|recipient|end/i;
const TIME = /date|day|time|when|deadline/i;
const WHOLE = /query|question|text|prompt|message|input|content|expression|body|q$/i;

function textFor(parameter: Parameter, material: Material, callable: Callable, wholeText: boolean): string | undefined {
  const about = `${parameter.name} ${parameter.description}`;
  if (/e-?mail/i.test(parameter.name)) return /[\w.+-]+@[\w-]+\.[\w.]+/.exec(material.text)?.[0];
  if (/url|link|website/i.test(parameter.name)) return /https?:\/\/\S+/.exec(material.text)?.[0];
  if (parameter.format.startsWith('date') || TIME.test(parameter.name)) return material.dates.shift();
  const [quoted] = material.quoted.splice(0, 1);
  if (quoted !== undefined) return quoted;
  if (isId(parameter)) return takeId(parameter, material);
  // "Query the database: SELECT …"
  const told = WHOLE.test(parameter.name) ? /^[^:]+:\s+(\S.*)$/s.exec(material.text)?.[1] : undefined;
  if (told !== undefined) return told;
  if (/expression|formula/i.test(about)) return /[-\d.(][-\d.+*/^() ]*[\d)]/.exec(material.text)?.[0]?.trim();
  const name = takeName(parameter.name, material);
  if (name !== undefined) return name;
  const strings = callable.parameters.filter(
    (one) => one.type === 'string' && one.options.length === 0 && one.required,
  );
  const only = parameter.required && strings.length === 1;
  return only && (wholeText || WHOLE.test(parameter.name)) ? material.text : undefined;
}

function takeName(parameter: string, { names }: Material): string | undefined {
  const wanted = FROM.test(parameter) ? 'from' : TO.test(parameter) ? 'to' : null;
  const index = wanted === null ? 0 : names.findIndex((name) => name.lead === wanted);
  const [found] = index < 0 ? names.splice(0, wanted === null ? 1 : 0) : names.splice(index, 1);
  return found?.text;
}
