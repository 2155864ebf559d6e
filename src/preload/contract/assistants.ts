import { z } from 'zod';
import { Saved } from './charts';
import { AssistantId, FileId, Instant } from './ids';
import { ReasoningEffort } from './models';

/** What an assistant may use. `functions` of scripts are kept and shown; Assay has no code for them. */
export const AssistantTools = z.object({
  /** describe_data, analyze, query_data and make_chart: the tools of the app's threads. */
  data: z.boolean(),
  code: z.boolean(),
  documents: z.boolean(),
  functions: z
    .array(
      z.object({
        name: z.string().max(64),
        description: z.string().nullable(),
        parameters: z.record(z.string(), z.json()).nullable(),
        strict: z.boolean().nullable(),
      }),
    )
    .max(125),
});
export type AssistantTools = z.infer<typeof AssistantTools>;

/**
 * Where code runs: in Assay's Python, in the one of this computer that the analyst has chosen, or in a container of the
 * model's server.
 */
export const CodePlace = z.enum(['here', 'own', 'hosted']);
export type CodePlace = z.infer<typeof CodePlace>;

/** Where documents are searched: on this computer, or in vector stores of the model's server. */
export const SearchPlace = z.enum(['here', 'hosted']);
export type SearchPlace = z.infer<typeof SearchPlace>;

export const AssistantResponseFormat = z.union([
  z.literal('auto'),
  z.object({ type: z.enum(['text', 'json_object']) }),
  z.object({
    type: z.literal('json_schema'),
    json_schema: z.object({
      name: z.string().max(64),
      description: z.string().optional(),
      schema: z.record(z.string(), z.json()).optional(),
      strict: z.boolean().nullable().optional(),
    }),
  }),
]);
export type AssistantResponseFormat = z.infer<typeof AssistantResponseFormat>;

export const AssistantFile = z.object({
  /** The server's. */
  id: z.string(),
  name: z.string(),
  bytes: z.int().nonnegative(),
  use: z.enum(['code', 'search']),
});
export type AssistantFile = z.infer<typeof AssistantFile>;

const fields = {
  name: z.string().trim().min(1).max(256),
  description: z.string().max(512).nullable(),
  instructions: z.string().max(256_000),
  /** An answerer, or the name of a model as scripts ask for it; null for the thread's. */
  model: z.string().trim().min(1).max(300).nullable(),
  tools: AssistantTools,
  code: CodePlace,
  search: SearchPlace,
  /** Answers go on at the model's server when the connection breaks, for which it has to keep them for a while. */
  background: z.boolean(),
  temperature: z.number().min(0).max(2).nullable(),
  topP: z.number().min(0).max(1).nullable(),
  effort: ReasoningEffort.nullable(),
  responseFormat: AssistantResponseFormat,
  /** Of the analyst's; what Assay keeps there itself is not shown. */
  metadata: z.record(z.string().max(64), z.string().max(512)),
};

export const Assistant = z.object({
  id: AssistantId,
  ...fields,
  files: z.array(AssistantFile),
  /** The app's own, which answers where no other is chosen; it can be duplicated, not changed or removed. */
  own: z.boolean(),
  createdAt: Instant,
});
export type Assistant = z.infer<typeof Assistant>;

/** What of an assistant decides how its runs are made. */
export type AssistantTraits = Pick<Assistant, 'model' | 'code' | 'search' | 'background'>;

const byId = z.object({ assistantId: AssistantId });
/** Files of this library, to be had from now on; those that are there and not listed are taken away. */
const files = z.object({
  /** The server's ids of those that stay. */
  keep: z.array(z.string()).max(1_000),
  add: z.array(z.object({ fileId: FileId, use: z.enum(['code', 'search']) })).max(20),
});

export const assistantRequests = {
  /** The app's own first, then newest first; those that scripts have made included. */
  list: { input: z.object({}), output: z.array(Assistant) },
  create: {
    input: z.object({
      ...fields,
      description: fields.description.default(null),
      instructions: fields.instructions.default(''),
      model: fields.model.default(null),
      tools: AssistantTools.default({ data: true, code: true, documents: true, functions: [] }),
      code: fields.code.default('here'),
      search: fields.search.default('here'),
      background: fields.background.default(false),
      temperature: fields.temperature.default(null),
      topP: fields.topP.default(null),
      effort: fields.effort.default(null),
      responseFormat: fields.responseFormat.default('auto'),
      metadata: fields.metadata.default({}),
      files: files.default({ keep: [], add: [] }),
    }),
    output: Assistant,
  },
  update: { input: byId.extend(z.object({ ...fields, files }).partial().shape), output: Assistant },
  duplicate: { input: byId, output: Assistant },
  remove: { input: byId, output: z.object({}) },
  /** As a JSON file of the protocol's own shape, put where the analyst chooses; files are named, not contained. */
  export: { input: byId, output: Saved },
  /** What `export` has written, or an assistant as the protocol shows it. `unreadable_file` for anything else. */
  import: {
    input: z.object({ json: z.string().min(2).max(1_000_000) }),
    output: z.object({
      assistant: Assistant,
      /** What could not be brought along: files that are not here. */
      missing: z.array(z.string()),
    }),
  },
};

export const assistantEvents = {
  'assistants.changed': Assistant,
  'assistants.removed': byId,
};
