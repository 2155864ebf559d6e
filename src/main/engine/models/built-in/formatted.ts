import { z } from 'zod';
import type { AnswerFact } from '#contract/facts';
import { factWords, type Words } from '#words';
import type { ModelTurn } from '../../ports';
import { bounded, type SentPiece } from './answer/wording';
import { isObject, objectIn } from './json';
import { Turn } from './turn';

const Format = z.object({ type: z.enum(['json_object', 'json_schema']), json_schema: z.looseObject({}).optional() });
const Schema = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
});

/** An answer in the run's response format: JSON made of what functions answered and of the words; else a refusal. */
export function inFormat(pieces: readonly SentPiece[], modelTurn: ModelTurn, words: Words): readonly SentPiece[] {
  const format = Format.safeParse(modelTurn.responseFormat);
  if (!format.success) return pieces;
  const said = pieces
    .flatMap((piece) => (piece.type === 'text' ? [piece.text] : []))
    .join('')
    .trim();
  const turn = new Turn(modelTurn);
  const schema = format.data.type === 'json_schema' ? format.data.json_schema?.schema : undefined;
  const value = schema === undefined ? freely(turn, said) : shaped(turn, schema, said);
  const declined = pieces.flatMap((one) => (one.type === 'text' && one.fact?.code === 'declined' ? [one.fact] : []))[0];
  const answer: SentPiece =
    'missing' in value
      ? refused(value.missing, said, words)
      : { type: 'text', text: JSON.stringify(value.json), ...(declined ? { fact: declined } : {}) };
  return [...pieces.filter((one) => one.type === 'image'), answer];
}

function refused(missing: string[], said: string, words: Words): SentPiece {
  const fact: AnswerFact = {
    code: 'declined',
    reason: 'form_not_filled',
    missing,
    answer: said,
  };
  return { type: 'refusal', text: factWords(words, fact), fact: bounded(fact) };
}

type InForm = { json: unknown } | { missing: string[] };

function freely(turn: Turn, words: string): InForm {
  const [only, ...more] = turn.callsOfThisRun();
  const output = only && more.length === 0 ? objectIn(only.output) : null;
  return { json: output ?? { answer: words } };
}

function shaped(turn: Turn, schema: unknown, words: string): InForm {
  const known = together(turn.callsOfThisRun().map((one) => ({ ...objectIn(one.arguments), ...objectIn(one.output) })));
  const { value, missing } = valueAs(schema, known);
  if (value !== undefined) return { json: value };
  const [wanted, ...more] = missing;
  const withWords =
    wanted !== undefined && more.length === 0 ? valueAs(schema, { ...known, [wanted]: words }).value : undefined;
  return withWords === undefined ? { missing } : { json: withWords };
}

/** All that calls were given and answered; nothing where they speak of different things, as parts of both would be mixed. */
function together(calls: readonly Record<string, unknown>[]): Record<string, unknown> {
  const known: Record<string, unknown> = Object.create(null);
  for (const [name, value] of calls.flatMap(Object.entries)) {
    if (Object.hasOwn(known, name) && JSON.stringify(known[name]) !== JSON.stringify(value)) return {};
    known[name] = value;
  }
  return known;
}

/** The value as the schema wants it; undefined where it is not, with the properties that are missing. */
function valueAs(schema: unknown, value: unknown): { value: unknown; missing: string[] } {
  const no = (missing: string[] = []) => ({ value: undefined, missing });
  const read = Schema.safeParse(schema);
  if (!read.success) return no();
  const { type, enum: options, properties, required = [], items } = read.data;
  if (options) return options.includes(value) ? { value, missing: [] } : no();
  const types = [type ?? (properties ? 'object' : [])].flat();
  if (types.includes('object') && isObject(value)) {
    const entries = Object.entries(properties ?? {}).map(
      ([name, one]) => [name, propertyOf(value, name, one)] as const,
    );
    const missing = entries
      .filter(([name, found]) => found === undefined && required.includes(name))
      .map(([name]) => name);
    if (missing.length > 0) return no(missing);
    return { value: Object.fromEntries(entries.filter(([, found]) => found !== undefined)), missing: [] };
  }
  if (types.includes('array') && Array.isArray(value)) {
    const all = value.map((one) => (items === undefined ? one : valueAs(items, one).value));
    return all.includes(undefined) ? no() : { value: all, missing: [] };
  }
  return types.some((one) => isOf(one, value)) ? { value, missing: [] } : no();
}

/** A property by its name, however that is written; null where it may be and nothing is known. */
function propertyOf(value: Record<string, unknown>, name: string, schema: unknown): unknown {
  const plain = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  const key = Object.hasOwn(value, name) ? name : Object.keys(value).find((one) => plain(one) === plain(name));
  return valueAs(schema, key === undefined ? null : value[key]).value ?? valueAs(schema, null).value;
}

function isOf(type: string, value: unknown): boolean {
  if (type === 'null') return value === null;
  if (type === 'integer') return Number.isInteger(value);
  return ['string', 'number', 'boolean'].includes(type) && typeof value === type;
}
