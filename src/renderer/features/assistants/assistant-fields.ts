import type { Assistant, AssistantResponseFormat, FileId, ReasoningEffort } from '#contract';
import type { Words } from '#words';

/** An assistant as it stands in the form: numbers and JSON as the texts that are written. */
export interface AssistantDraft {
  name: string;
  description: string;
  instructions: string;
  model: string | null;
  data: boolean;
  code: boolean;
  documents: boolean;
  where: Assistant['code'];
  searched: Assistant['search'];
  background: boolean;
  temperature: string;
  topP: string;
  effort: ReasoningEffort | null;
  format: 'auto' | 'text' | 'json_object' | 'json_schema';
  /** The schema with its name, as JSON. */
  schema: string;
  metadata: string;
  keep: string[];
  add: { fileId: FileId; name: string; use: 'code' | 'search' }[];
}

const EXAMPLE_SCHEMA = JSON.stringify({ name: 'answer', schema: { type: 'object', properties: {} } }, null, 2);

/** The fields of an assistant; those of a new one where there is none. */
export function fieldsOf(assistant: Assistant | null): AssistantDraft {
  const format = assistant?.responseFormat ?? 'auto';
  return {
    name: assistant?.name ?? '',
    description: assistant?.description ?? '',
    instructions: assistant?.instructions ?? '',
    model: assistant?.model ?? null,
    data: assistant?.tools.data ?? true,
    code: assistant?.tools.code ?? true,
    documents: assistant?.tools.documents ?? true,
    where: assistant?.code ?? 'here',
    searched: assistant?.search ?? 'here',
    background: assistant?.background ?? false,
    temperature: String(assistant?.temperature ?? ''),
    topP: String(assistant?.topP ?? ''),
    effort: assistant?.effort ?? null,
    format: format === 'auto' ? 'auto' : format.type,
    schema:
      format !== 'auto' && format.type === 'json_schema' ? JSON.stringify(format.json_schema, null, 2) : EXAMPLE_SCHEMA,
    metadata: Object.entries(assistant?.metadata ?? {})
      .map(([key, value]) => `${key} = ${value}`)
      .join('\n'),
    keep: assistant?.files.map(({ id }) => id) ?? [],
    add: [],
  };
}

export type FieldProblems = Partial<Record<keyof AssistantDraft, string>>;

/** What is wrong with what was written, by field. */
export function problemsOf(fields: AssistantDraft, words: Words['ui']['assistants']['problem']): FieldProblems {
  const problems: FieldProblems = {};
  if (fields.name.trim() === '') problems.name = words.name;
  if (numberIn(fields.temperature, 2) === undefined) problems.temperature = words.temperature;
  if (numberIn(fields.topP, 1) === undefined) problems.topP = words.topP;
  if (fields.format === 'json_schema' && schemaIn(fields.schema) === null) problems.schema = words.schema;
  if (metadataIn(fields.metadata) === null) problems.metadata = words.metadata;
  return problems;
}

/** As the contract takes it; only for fields without problems. */
export function requestOf(fields: AssistantDraft, assistant: Assistant | null) {
  const schema = schemaIn(fields.schema);
  const responseFormat: AssistantResponseFormat =
    fields.format === 'auto'
      ? 'auto'
      : fields.format === 'json_schema' && schema
        ? { type: 'json_schema', json_schema: schema }
        : { type: fields.format === 'json_object' ? 'json_object' : 'text' };
  return {
    name: fields.name.trim(),
    description: fields.description.trim() || null,
    instructions: fields.instructions,
    model: fields.model,
    tools: {
      data: fields.data,
      code: fields.code,
      documents: fields.documents,
      functions: assistant?.tools.functions ?? [],
    },
    code: fields.where,
    search: fields.searched,
    background: fields.background,
    temperature: numberIn(fields.temperature, 2) ?? null,
    topP: numberIn(fields.topP, 1) ?? null,
    effort: fields.effort,
    responseFormat,
    metadata: metadataIn(fields.metadata) ?? {},
    files: { keep: fields.keep, add: fields.add.map(({ fileId, use }) => ({ fileId, use })) },
  };
}

/** Null for nothing, undefined for what is no number up to `most`. */
function numberIn(text: string, most: number): number | null | undefined {
  if (text.trim() === '') return null;
  const value = Number(text);
  return value >= 0 && value <= most ? value : undefined;
}

type JsonSchema = Extract<AssistantResponseFormat, { type: 'json_schema' }>['json_schema'];

function schemaIn(text: string): JsonSchema | null {
  try {
    const value: unknown = JSON.parse(text);
    const named = typeof value === 'object' && value !== null && typeof Reflect.get(value, 'name') === 'string';
    return named ? (value as JsonSchema) : null;
  } catch {
    return null;
  }
}

function metadataIn(text: string): Record<string, string> | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const pairs = lines.map((line) => line.split('='));
  if (pairs.length > 16 || pairs.some(([key = '', ...rest]) => key.trim() === '' || rest.length === 0)) return null;
  return Object.fromEntries(pairs.map(([key = '', ...rest]) => [key.trim(), rest.join('=').trim()]));
}
