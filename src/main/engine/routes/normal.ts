import type { z } from 'zod';
import type {
  AssistantTool as AssistantToolRecord,
  ResponseFormat as ResponseFormatRecord,
  ToolResources as ToolResourcesRecord,
} from '../store/records';
import type { AssistantTool, ResponseFormat, ToolResources } from './shapes';

/** Request shapes with upstream's defaults filled in, as they are stored and echoed. */

export function normalTools(given: z.infer<typeof AssistantTool>[]): AssistantToolRecord[] {
  return given.map(normalTool);
}

function normalTool(tool: z.infer<typeof AssistantTool>): AssistantToolRecord {
  switch (tool.type) {
    case 'code_interpreter':
      return { type: 'code_interpreter' };
    case 'file_search': {
      const most = tool.file_search?.max_num_results;
      const ranking = tool.file_search?.ranking_options;
      return {
        type: 'file_search',
        file_search: {
          ...(most == null ? {} : { max_num_results: most }),
          ranking_options: {
            ranker: ranking?.ranker ?? 'default_2024_08_21',
            score_threshold: ranking?.score_threshold ?? 0,
          },
        },
      };
    }
    case 'function': {
      const { name, description, parameters, strict } = tool.function;
      return {
        type: 'function',
        function: {
          name,
          ...(description == null ? {} : { description }),
          parameters: parameters ?? { type: 'object', properties: {} },
          strict: strict ?? false,
        },
      };
    }
  }
}

/** The tools that are on get an empty list even where nothing was given for them. */
export function normalResources(
  given: z.infer<typeof ToolResources> | null | undefined,
  tools: AssistantToolRecord[] = [],
): ToolResourcesRecord {
  const files = given?.code_interpreter?.file_ids;
  const stores = given?.file_search?.vector_store_ids;
  const has = (type: AssistantToolRecord['type']) => tools.some((tool) => tool.type === type);
  return {
    ...(given?.code_interpreter || has('code_interpreter') ? { code_interpreter: { file_ids: files ?? [] } } : {}),
    ...(given?.file_search || has('file_search') ? { file_search: { vector_store_ids: stores ?? [] } } : {}),
  };
}

export function normalFormat(given: z.infer<typeof ResponseFormat>): ResponseFormatRecord {
  if (given === 'auto' || given.type !== 'json_schema') return given;
  const { name, description, schema, strict } = given.json_schema;
  return {
    type: 'json_schema',
    json_schema: {
      name,
      ...(description == null ? {} : { description }),
      ...(schema == null ? {} : { schema }),
      strict: strict ?? false,
    },
  };
}
