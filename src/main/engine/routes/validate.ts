import type { z } from 'zod';
import { lengthOf } from '../characters';
import { type ApiError, invalid } from '../errors';
import { AN_INTEGER } from './shapes';

type Issue = z.core.$ZodIssue;

/**
 * Checks `value` and refuses it in upstream's words.
 *
 * Schemas carry, as their zod error message, the words for what was expected ("a string"); see `shapes.ts`.
 * @throws ApiError
 */
export function parse<S extends z.ZodType>(schema: S, value: unknown, path: PropertyKey[] = []): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw issue ? refusal(issue, value, path) : invalid('Invalid request.');
}

function refusal(issue: Issue, root: unknown, prefix: PropertyKey[]): ApiError {
  const path = [...prefix, ...issue.path];
  const param = paramOf(path);
  const value = valueAt(root, issue.path);
  if (value === undefined && issue.code !== 'custom' && issue.code !== 'unrecognized_keys') {
    return invalid(`Missing required parameter: '${param}'.`, param, 'missing_required_parameter');
  }
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(param, issue.message, value);
    case 'invalid_value':
      return wrongValue(param, issue.values, value);
    case 'unrecognized_keys': {
      const unknown = paramOf([...path, issue.keys[0] ?? '']);
      return invalid(`Unknown parameter: '${unknown}'.`, unknown, 'unknown_parameter');
    }
    case 'invalid_union':
      return noBranch(issue, root, prefix);
    case 'too_big':
    case 'too_small':
      return wrongSize(issue, param, value);
    case 'invalid_format':
      return invalid(`Invalid '${param}'${wrongFormat(issue)}`, param, 'invalid_value');
    case 'custom':
      return invalid(issue.message, param || null, typeof issue.params?.code === 'string' ? issue.params.code : null);
    default:
      return invalid(`Invalid value for '${param}'.`, param, 'invalid_value');
  }
}

function wrongType(param: string, expected: string, value: unknown): ApiError {
  if (param === '') return invalid(`Invalid request body: expected ${expected}, but got ${kindOf(value)} instead.`);
  return invalid(
    `Invalid type for '${param}': expected ${expected}, but got ${kindOf(value)} instead.`,
    param,
    'invalid_type',
  );
}

function wrongValue(param: string, values: readonly unknown[], value: unknown): ApiError {
  const names = values.map((value) => `'${String(value)}'`);
  if (typeof value !== 'string') return wrongType(param, `one of ${listed(names, 'or')}`, value);
  return invalid(`Invalid value: '${value}'. Supported values are: ${listed(names, 'and')}.`, param, 'invalid_value');
}

/** The branch that got furthest says what is wrong; when none fits at all, the union's own words do. */
function noBranch(issue: Issue & { code: 'invalid_union' }, root: unknown, prefix: PropertyKey[]): ApiError {
  const param = paramOf([...prefix, ...issue.path]);
  const value = valueAt(root, issue.path);
  if ('discriminator' in issue && 'options' in issue && Array.isArray(issue.options)) {
    return wrongValue(param, issue.options, value);
  }
  const firsts = issue.errors.flatMap(([first]) => (first ? [first] : []));
  const deeper =
    firsts.find((issue) => issue.path.length > 0 || !['invalid_type', 'invalid_value'].includes(issue.code)) ??
    firsts.find((issue) => issue.code === 'invalid_value' && typeof value === 'string');
  if (!deeper) return wrongType(param, issue.message, value);
  return refusal({ ...deeper, path: [...issue.path, ...deeper.path] }, root, prefix);
}

function wrongSize(issue: Issue & { code: 'too_big' | 'too_small' }, param: string, value: unknown): ApiError {
  const big = issue.code === 'too_big';
  const bound = Number(big ? issue.maximum : issue.minimum);
  if (typeof value === 'number') {
    const kind =
      Number.isInteger(value) && Number.isInteger(bound) && issue.message === AN_INTEGER ? 'integer' : 'decimal';
    const [side, sign] = big ? ['above maximum', '<='] : ['below minimum', '>='];
    return invalid(
      `Invalid '${param}': ${kind} ${side} value. Expected a value ${sign} ${bound}, but got ${value} instead.`,
      param,
      `${kind}_${big ? 'above_max_value' : 'below_min_value'}`,
    );
  }
  const kind = Array.isArray(value) ? 'array' : 'string';
  const got = Array.isArray(value) ? value.length : typeof value === 'string' ? lengthOf(value) : 0;
  const article = kind === 'array' ? 'an array' : 'a string';
  if (got === 0) {
    return invalid(
      `Invalid '${param}': empty ${kind}. Expected ${article} with minimum length ${bound}, but got an empty ${kind} instead.`,
      param,
      `empty_${kind}`,
    );
  }
  return invalid(
    `Invalid '${param}': ${kind} too ${big ? 'long' : 'short'}. Expected ${article} with ${big ? 'maximum' : 'minimum'} length ${bound}, but got ${article} with length ${got} instead.`,
    param,
    `${kind}_${big ? 'above_max_length' : 'below_min_length'}`,
  );
}

function wrongFormat(issue: Issue & { code: 'invalid_format' }): string {
  if (issue.format === 'url') return '. Expected a valid URL, but got a value with an invalid format.';
  const pattern = String(issue.pattern ?? issue.format).replace(/^\/|\/[a-z]*$/g, '');
  return `: string does not match pattern. Expected a string that matches the pattern '${pattern}'.`;
}

/** `['messages', 0, 'content']` → `messages[0].content` */
function paramOf(path: PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key)),
    '',
  );
}

function valueAt(root: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined,
    root,
  );
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'an integer' : 'a decimal';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function listed(names: string[], word: 'and' | 'or'): string {
  if (names.length < 3) return names.join(` ${word} `);
  return `${names.slice(0, -1).join(', ')}, ${word} ${names.at(-1)}`;
}
