/** A way in which this engine answers otherwise than upstream did when it was recorded. */
export interface Allowed {
  /** Object and key, or request, as the comparison names it. */
  at: readonly string[];
  upstream: string;
  assay: string;
  why: string;
}

const LATER = 'Upstream added it after this was recorded; later recordings have it.';
const OPTIONAL_IN_V1 = 'Version 1 did not have it yet. Old clients ignore what they do not know.';

/** All there are. Each stands in docs/protocol-differences.md, and none that is not here passes. */
export const allowed: readonly Allowed[] = [
  {
    at: ['thread.message.status'],
    upstream: 'absent',
    assay: 'string',
    why: 'Upstream leaves it out of messages that are not streamed; its own schema requires it.',
  },
  {
    at: ['thread.message.completed_at'],
    upstream: 'absent',
    assay: 'number',
    why: 'As above.',
  },
  {
    at: ['thread.message.incomplete_details', 'thread.message.incomplete_at'],
    upstream: 'absent',
    assay: 'null',
    why: 'As above.',
  },
  {
    at: ['thread.message.file_ids'],
    upstream: 'array',
    assay: 'absent',
    why: 'Upstream answers a changed message in the shape of version 1; here it looks like any other message.',
  },
  { at: ['thread.message.attachments'], upstream: 'absent', assay: 'array', why: 'As above.' },
  {
    at: ['thread.run.instructions'],
    upstream: 'null',
    assay: 'string',
    why: 'Empty when there are none: the SDKs promise a string, and scripts add to it.',
  },
  {
    at: ['thread.run.step.expired_at'],
    upstream: 'absent',
    assay: 'null',
    why: "Upstream's own schema requires it.",
  },
  { at: ['thread.run.step.metadata'], upstream: 'absent', assay: 'object', why: 'As above.' },
  {
    at: ['thread.tool_resources.code_interpreter', 'thread.run.tool_resources.code_interpreter'],
    upstream: 'object',
    assay: 'absent',
    why: 'Upstream sometimes shows an empty list of files where no code runs, and sometimes not, for the same thread or run.',
  },
  {
    at: [
      'assistant.tools[].file_search.ranking_options.hybrid_search',
      'thread.run.tools[].file_search.ranking_options.hybrid_search',
    ],
    upstream: 'null',
    assay: 'absent',
    why: 'In no schema, and always null. It is taken when an assistant kept from upstream is created again.',
  },
  {
    at: ['assistant.tools[].function.strict', 'thread.run.tools[].function.strict'],
    upstream: 'absent',
    assay: 'boolean',
    why: LATER,
  },
  { at: ['assistant.reasoning_effort', 'thread.run.reasoning_effort'], upstream: 'absent', assay: 'null', why: LATER },
  {
    at: ['thread.run.usage.prompt_token_details', 'thread.run.usage.completion_tokens_details'],
    upstream: 'absent',
    assay: 'object',
    why: LATER,
  },
  { at: ['thread.run.parallel_tool_calls'], upstream: 'absent', assay: 'boolean', why: LATER },
  {
    at: [
      'thread.run.required_action',
      'thread.run.incomplete_details',
      'thread.run.max_prompt_tokens',
      'thread.run.max_completion_tokens',
      'thread.run.usage',
    ],
    upstream: 'absent',
    assay: 'null',
    why: OPTIONAL_IN_V1,
  },
  { at: ['thread.run.temperature', 'thread.run.top_p'], upstream: 'absent', assay: 'number', why: OPTIONAL_IN_V1 },
  { at: ['thread.run.truncation_strategy'], upstream: 'absent', assay: 'object', why: OPTIONAL_IN_V1 },
  {
    at: ['thread.run.tool_choice', 'thread.run.response_format'],
    upstream: 'absent',
    assay: 'string',
    why: OPTIONAL_IN_V1,
  },
  {
    at: ['thread.run.step.step_details.tool_calls[].file_search.results'],
    upstream: '2',
    assay: '1',
    why: 'Scores are made of words, not of embeddings, so the same threshold lets other passages through.',
  },
  {
    at: ['thread.message.content[].text.annotations'],
    upstream: '1',
    assay: '0',
    why: 'The passage to cite was not found, as above.',
  },
  {
    at: ['POST /threads/…/runs'],
    upstream: '200',
    assay:
      "400 Invalid 'max_completion_tokens': integer below minimum value. Expected a value >= 256, but got 16 instead.",
    why: "Upstream's schema says 256 for both budgets; the server once took less for answers.",
  },
  {
    at: ['POST /threads/…/runs.error.message'],
    upstream: 'Run creation requires a Thread with a user message or an assistant with instructions.',
    assay: "Invalid 'max_completion_tokens': integer below minimum value. Expected a value >= 256, but got 16 instead.",
    why: 'The budget is refused first. Without one, a run of an empty thread is simply answered here.',
  },
  { at: ['POST /threads/…/runs.error.param'], upstream: 'null', assay: 'string', why: 'As above.' },
  {
    at: ['POST /threads/…/runs.error.code'],
    upstream: 'invalid_thread',
    assay: 'integer_below_min_value',
    why: 'As above.',
  },
  {
    at: ['POST /threads/…/runs/…'],
    upstream: '400',
    assay: '200',
    why: 'Upstream refused new metadata while a version 1 run was in progress. Here it is kept; nothing is lost by it.',
  },
  {
    at: ['vector_store.file_batch.object'],
    upstream: 'vector_store.file_batch',
    assay: 'vector_store.files_batch',
    why: "Upstream's own schema and the SDKs' types say it this way.",
  },
  {
    at: ['vector_store.file.usage_bytes'],
    upstream: 'absent',
    assay: 'number',
    why: 'Upstream leaves it out where the files of a batch are listed; its own schema requires it.',
  },
  {
    at: ['vector_store.file.chunking_strategy', 'vector_store.file.attributes'],
    upstream: 'absent',
    assay: 'object',
    why: 'Upstream leaves it out where the files of a batch are listed.',
  },
  {
    at: ['GET /vector_stores/…/file_batches/…/files.data'],
    upstream: '1',
    assay: '0',
    why: 'Upstream lists what came in the same second alike in both orders; here one order is the other reversed.',
  },
  {
    at: ['GET /vector_stores/…/file_batches/…/files.first_id', 'GET /vector_stores/…/file_batches/…/files.last_id'],
    upstream: 'string',
    assay: 'null',
    why: 'As above.',
  },
  {
    at: ['GET /vector_stores/…/file_batches/…/files.data'],
    upstream: '1',
    assay: '2',
    why: 'As above.',
  },
  {
    at: ['GET /vector_stores/…/file_batches/…/files.data'],
    upstream: '2',
    assay: '1',
    why: 'As above.',
  },
];
