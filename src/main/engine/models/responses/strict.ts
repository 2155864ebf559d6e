/** What schemas for strict calls may be made of. */
const KNOWN = new Set([
  'type',
  'properties',
  'required',
  'additionalProperties',
  'items',
  'anyOf',
  'enum',
  'const',
  'description',
  'title',
  '$defs',
  '$ref',
  'pattern',
  'format',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'maxItems',
]);

type Schema = Record<string, unknown>;

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a server can hold a model to this schema: every object closed, every field required, nothing out of the ordinary. */
export function canBeStrict(schema: unknown): boolean {
  if (!isSchema(schema) || Object.keys(schema).some((key) => !KNOWN.has(key))) return false;
  const { properties, items, anyOf, $defs } = schema;
  const fields = isSchema(properties) ? properties : {};
  const isObject = schema.type === 'object' || properties !== undefined;
  if (isObject && !isClosed(schema, Object.keys(fields))) return false;
  const inner = [
    ...Object.values(fields),
    ...(isSchema($defs) ? Object.values($defs) : []),
    ...(Array.isArray(anyOf) ? anyOf : []),
    ...(items === undefined ? [] : [items]),
  ];
  return inner.every(canBeStrict);
}

function isClosed({ additionalProperties, required }: Schema, names: readonly string[]): boolean {
  const needed = Array.isArray(required) ? required : [];
  return additionalProperties === false && names.every((name) => needed.includes(name));
}
