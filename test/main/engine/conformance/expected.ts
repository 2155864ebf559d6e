import type OpenAI from 'openai';
import { expect } from 'vitest';

/**
 * What a request answers, as the openai package describes it: `satisfies` makes the compiler hold every expectation
 * against the package's own types, so that a key that is missing or wrong here does not compile.
 */

const id = (prefix: string) => expect.stringMatching(new RegExp(`^${prefix}[A-Za-z0-9]{24}$`)) as string;
const time = expect.any(Number) as number;
const text = expect.any(String) as string;

const USAGE = {
  prompt_tokens: time,
  completion_tokens: time,
  total_tokens: time,
  prompt_token_details: { cached_tokens: 0 },
  completion_tokens_details: { reasoning_tokens: 0 },
};

const SEARCH = {
  type: 'file_search',
  file_search: { ranking_options: { ranker: 'default_2024_08_21', score_threshold: 0 } },
} satisfies OpenAI.Beta.FileSearchTool;
const FUNCTION = {
  type: 'function',
  function: { name: 'f', parameters: { type: 'object', properties: {} }, strict: false },
} satisfies OpenAI.Beta.FunctionTool;

export const assistant = {
  id: id('asst_'),
  object: 'assistant',
  created_at: time,
  name: null,
  description: null,
  model: 'gpt-4o',
  instructions: null,
  tools: [SEARCH, FUNCTION],
  tool_resources: { file_search: { vector_store_ids: [id('vs_')] } },
  metadata: {},
  temperature: 1,
  top_p: 1,
  response_format: 'auto',
  reasoning_effort: null,
} satisfies OpenAI.Beta.Assistant & { reasoning_effort: null };

export const thread = {
  id: id('thread_'),
  object: 'thread',
  created_at: time,
  metadata: {},
  tool_resources: {},
} satisfies OpenAI.Beta.Thread;

export const message = {
  id: id('msg_'),
  object: 'thread.message',
  created_at: time,
  thread_id: id('thread_'),
  status: 'completed',
  incomplete_details: null,
  completed_at: time,
  incomplete_at: null,
  role: 'user',
  content: [{ type: 'text', text: { value: text, annotations: [] } }],
  assistant_id: null,
  run_id: null,
  attachments: [],
  metadata: {},
} satisfies OpenAI.Beta.Threads.Message;

export const answer = {
  ...message,
  role: 'assistant',
  assistant_id: id('asst_'),
  run_id: id('run_'),
  content: [
    {
      type: 'text',
      text: {
        value: 'Three【0:0†source】.',
        annotations: [
          {
            type: 'file_citation',
            text: '【0:0†source】',
            start_index: 5,
            end_index: 17,
            file_citation: { file_id: id('file-') },
          },
        ],
      },
    },
  ],
} satisfies OpenAI.Beta.Threads.Message;

export const run = {
  id: id('run_'),
  object: 'thread.run',
  created_at: time,
  thread_id: id('thread_'),
  assistant_id: id('asst_'),
  status: 'queued',
  required_action: null,
  last_error: null,
  expires_at: time,
  started_at: null,
  cancelled_at: null,
  failed_at: null,
  completed_at: null,
  incomplete_details: null,
  model: 'scripted',
  instructions: '',
  tools: [SEARCH, FUNCTION],
  tool_resources: {},
  metadata: {},
  usage: null,
  temperature: 1,
  top_p: 1,
  max_prompt_tokens: null,
  max_completion_tokens: null,
  truncation_strategy: { type: 'auto', last_messages: null },
  tool_choice: 'auto',
  parallel_tool_calls: true,
  response_format: 'auto',
  reasoning_effort: null,
} satisfies OpenAI.Beta.Threads.Run & { tool_resources: object; reasoning_effort: null };

export const completedRun = {
  ...run,
  status: 'completed',
  expires_at: null,
  started_at: time,
  completed_at: time,
  usage: USAGE,
} satisfies OpenAI.Beta.Threads.Run;

export const waitingRun = {
  ...run,
  status: 'requires_action',
  started_at: time,
  required_action: {
    type: 'submit_tool_outputs',
    submit_tool_outputs: {
      tool_calls: [{ id: id('call_'), type: 'function', function: { name: 'f', arguments: '{}' } }],
    },
  },
} satisfies OpenAI.Beta.Threads.Run;

const step = {
  id: id('step_'),
  object: 'thread.run.step',
  created_at: time,
  run_id: id('run_'),
  assistant_id: id('asst_'),
  thread_id: id('thread_'),
  status: 'completed',
  cancelled_at: null,
  completed_at: time,
  expired_at: null,
  failed_at: null,
  last_error: null,
  usage: USAGE,
  metadata: {},
  expires_at: null,
} as const;

export const messageStep = {
  ...step,
  type: 'message_creation',
  step_details: { type: 'message_creation', message_creation: { message_id: id('msg_') } },
} satisfies OpenAI.Beta.Threads.Runs.RunStep & { expires_at: null };

export const searchStep = {
  ...step,
  type: 'tool_calls',
  step_details: {
    type: 'tool_calls',
    tool_calls: [
      {
        id: id('call_'),
        type: 'file_search',
        file_search: {
          ranking_options: { ranker: 'default_2024_08_21', score_threshold: 0 },
          results: [
            { file_id: id('file-'), file_name: 'zoo.md', score: time, attributes: {} } as object as SearchResult,
          ],
        },
      },
    ],
  },
} satisfies OpenAI.Beta.Threads.Runs.RunStep & { expires_at: null };
type SearchResult = OpenAI.Beta.Threads.Runs.FileSearchToolCall.FileSearch.Result;

export const file = {
  id: id('file-'),
  object: 'file',
  bytes: time,
  created_at: time,
  expires_at: null,
  filename: text,
  purpose: 'assistants',
  status: 'processed',
  status_details: null,
} satisfies Omit<Required<OpenAI.FileObject>, 'expires_at' | 'status_details'> & {
  expires_at: null;
  status_details: null;
};

const COUNTS = { in_progress: time, completed: time, failed: time, cancelled: time, total: time };

export const vectorStore = {
  id: id('vs_'),
  object: 'vector_store',
  created_at: time,
  name: null,
  description: null,
  usage_bytes: time,
  file_counts: COUNTS,
  status: expect.stringMatching(/^(completed|in_progress)$/) as 'completed',
  expires_after: null,
  expires_at: null,
  last_active_at: time,
  metadata: {},
} satisfies Omit<OpenAI.VectorStore, 'name' | 'expires_after'> & { name: null; description: null; expires_after: null };

export const vectorStoreFile = {
  id: id('file-'),
  object: 'vector_store.file',
  usage_bytes: time,
  created_at: time,
  vector_store_id: id('vs_'),
  status: expect.stringMatching(/^(completed|in_progress)$/) as 'completed',
  last_error: null,
  chunking_strategy: { type: 'static', static: { max_chunk_size_tokens: 800, chunk_overlap_tokens: 400 } },
  attributes: {},
} satisfies OpenAI.VectorStores.VectorStoreFile;

export const fileBatch = {
  id: id('vsfb_'),
  object: 'vector_store.files_batch',
  created_at: time,
  vector_store_id: id('vs_'),
  status: expect.stringMatching(/^(completed|in_progress|cancelled)$/) as 'completed',
  file_counts: COUNTS,
} satisfies OpenAI.VectorStores.VectorStoreFileBatch;

export const searchResults = {
  object: 'vector_store.search_results.page',
  search_query: ['llamas'],
  data: [
    {
      file_id: id('file-'),
      filename: 'zoo.md',
      score: time,
      attributes: {},
      content: [{ type: 'text', text: 'There are three llamas in the zoo.' }],
    } satisfies OpenAI.VectorStoreSearchResponse,
  ],
  has_more: false,
  next_page: null,
};

export const fileContent = {
  object: 'vector_store.file_content.page',
  data: [{ type: 'text', text } satisfies OpenAI.VectorStores.FileContentResponse],
  has_more: false,
  next_page: null,
};

export const upload = {
  id: id('upload_'),
  object: 'upload',
  bytes: 5,
  created_at: time,
  expires_at: time,
  filename: 'big.csv',
  purpose: 'assistants',
  status: 'pending',
} satisfies OpenAI.Upload;

export const model = { id: text, object: 'model', created: time, owned_by: text } satisfies OpenAI.Model;
