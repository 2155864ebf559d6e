import { z } from 'zod';
import { assistantRequests } from '#contract/assistants';
import { ReasoningEffort } from '#contract/models';
import { AppError } from '#contract/result';
import type { AssistantFields, ServerAssistant } from '../../api';

/** An assistant as a file: its settings, and the names of its files. */
const FORMAT = 'assay.assistant/1';

export const exported = ({ id: _, createdAt: __, files, ...fields }: ServerAssistant): object => ({
  format: FORMAT,
  ...fields,
  files: files.map(({ name, use }) => ({ name, use })),
});

const Fields = assistantRequests.create.input.omit({ files: true });
const Ours = Fields.extend({
  format: z.literal(FORMAT),
  files: z.array(z.object({ name: z.string() })).default([]),
});

const Foreign = z.object({
  object: z.literal('assistant').optional(),
  model: z.string(),
  name: z.string().nullish(),
  description: z.string().nullish(),
  instructions: z.string().nullish(),
  tools: z
    .array(
      z.union([
        z.object({ type: z.enum(['code_interpreter', 'file_search', 'retrieval']) }),
        z.object({ type: z.literal('function'), function: z.record(z.string(), z.json()) }),
      ]),
    )
    .default([]),
  temperature: z.number().nullish(),
  top_p: z.number().nullish(),
  reasoning_effort: z.unknown().optional(),
  response_format: z.unknown().optional(),
  metadata: z.record(z.string(), z.string()).nullish(),
  tool_resources: z
    .object({
      code_interpreter: z
        .object({ file_ids: z.array(z.string()) })
        .partial()
        .nullish(),
    })
    .nullish(),
  file_ids: z.array(z.string()).nullish(),
});

/**
 * What `exported` wrote, or an assistant as the protocol shows it.
 * @throws AppError `unreadable_file`
 */
export function imported(json: string): { fields: AssistantFields; missing: string[] } {
  const value = parsed(json);
  const ours = Ours.safeParse(value);
  if (ours.success) {
    const { format: _, files, ...fields } = ours.data;
    return { fields, missing: files.map(({ name }) => name) };
  }
  const foreign = Foreign.safeParse(value);
  const fields = foreign.success ? Fields.safeParse(ofProtocol(foreign.data)) : null;
  if (!foreign.success || !fields?.success)
    throw new AppError('unreadable_file', 'This is no assistant. Choose a file that was exported as one.');
  const { tool_resources, file_ids } = foreign.data;
  return { fields: fields.data, missing: [...(tool_resources?.code_interpreter?.file_ids ?? []), ...(file_ids ?? [])] };
}

function ofProtocol({ tools, ...foreign }: z.infer<typeof Foreign>): z.input<typeof Fields> {
  const has = (...types: string[]) => tools.some(({ type }) => types.includes(type));
  const functions = tools.flatMap((tool) => ('function' in tool ? [functionOf(tool.function)] : []));
  const { responseFormat } = Fields.shape;
  return {
    name: foreign.name || 'Imported assistant',
    description: foreign.description || null,
    instructions: foreign.instructions ?? '',
    model: foreign.model,
    tools: { data: false, code: has('code_interpreter'), documents: has('file_search', 'retrieval'), functions },
    temperature: foreign.temperature === 1 ? null : (foreign.temperature ?? null),
    topP: foreign.top_p === 1 ? null : (foreign.top_p ?? null),
    effort: ReasoningEffort.nullable()
      .catch(null)
      .parse(foreign.reasoning_effort ?? null),
    responseFormat: responseFormat.catch('auto').parse(foreign.response_format ?? 'auto'),
    metadata: foreign.metadata ?? {},
  };
}

function functionOf(given: Record<string, z.core.util.JSONType>) {
  const { name, description, parameters, strict } = given;
  return {
    name: String(name ?? ''),
    description: typeof description === 'string' ? description : null,
    parameters: typeof parameters === 'object' && !Array.isArray(parameters) ? parameters : null,
    strict: typeof strict === 'boolean' ? strict : null,
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
