import type OpenAI from 'openai';
import type { Metadata } from '../../metadata';
import type { ModelEvent } from '../ports';

/** What the tables hold, in the protocol's own shapes and names: a record is nearly the object that goes over the wire. */

export type AssistantTool = OpenAI.Beta.AssistantTool;
export type ResponseFormat = OpenAI.Beta.AssistantResponseFormatOption;
export type ToolChoiceOption = OpenAI.Beta.AssistantToolChoiceOption;
export type ToolResources = OpenAI.Beta.Thread.ToolResources;
export type MessageContent = OpenAI.Beta.Threads.MessageContent;
/** Unlike on the wire, its place counts UTF-16 units, as `slice` does. */
export type TextAnnotation = OpenAI.Beta.Threads.Annotation;
export type Attachment = OpenAI.Beta.Threads.Message.Attachment;
export type RunStatus = OpenAI.Beta.Threads.RunStatus;
export type ToolCall = OpenAI.Beta.Threads.Runs.ToolCall;
export type CodeToolCall = OpenAI.Beta.Threads.Runs.CodeInterpreterToolCall;
export type SearchToolCall = OpenAI.Beta.Threads.Runs.FileSearchToolCall;
export type FunctionToolCall = OpenAI.Beta.Threads.Runs.FunctionToolCall;
export type StreamEvent = OpenAI.Beta.AssistantStreamEvent;
export type FileObject = OpenAI.FileObject;
export type LastError = OpenAI.Beta.Threads.Run.LastError;

/** Token counts as the protocol writes them, the oddly named details included. */
export interface TokenUsage {
  prompt_tokens: number;
  completion_tokens: number;
  total_tokens: number;
  prompt_token_details: { cached_tokens: number };
  completion_tokens_details: { reasoning_tokens: number };
  /** A key of our own, on the wire too: some of it was counted here, as the model's server did not tell. */
  estimated?: true;
}

export interface AssistantRecord {
  id: string;
  created_at: number;
  name: string | null;
  description: string | null;
  model: string;
  instructions: string | null;
  tools: AssistantTool[];
  top_p: number;
  temperature: number;
  reasoning_effort: string | null;
  tool_resources: ToolResources;
  metadata: Metadata;
  response_format: ResponseFormat;
}

export interface ThreadRecord {
  id: string;
  created_at: number;
  metadata: Metadata;
  tool_resources: ToolResources;
}

export type MessageRecord = Omit<OpenAI.Beta.Threads.Message, 'object' | 'metadata' | 'attachments'> & {
  attachments: Attachment[];
  metadata: Metadata;
};

/** What a run was created with. Only an answerer that is not known yet is filled in later. */
export interface RunSettings {
  /** Named by the client; `model` is who answers, by the model's own name. */
  asked_model: string;
  model: string;
  /** Null while nobody answers to the name; absent in runs of earlier versions. */
  answerer?: string | null;
  instructions: string;
  tools: AssistantTool[];
  tool_resources: ToolResources;
  temperature: number;
  top_p: number;
  reasoning_effort: string | null;
  max_prompt_tokens: number | null;
  max_completion_tokens: number | null;
  truncation_strategy: { type: 'auto' | 'last_messages'; last_messages: number | null };
  tool_choice: ToolChoiceOption;
  parallel_tool_calls: boolean;
  response_format: ResponseFormat;
}

export interface RunRecord {
  id: string;
  thread_id: string;
  assistant_id: string;
  status: RunStatus;
  created_at: number;
  expires_at: number;
  started_at: number | null;
  cancelled_at: number | null;
  failed_at: number | null;
  completed_at: number | null;
  required_action: OpenAI.Beta.Threads.Run.RequiredAction | null;
  last_error: LastError | null;
  incomplete_details: OpenAI.Beta.Threads.Run.IncompleteDetails | null;
  /** Spent so far; shown once the run has ended. */
  usage: TokenUsage;
  metadata: Metadata;
  settings: RunSettings;
  /** What the model said after functions that are waited for: the first message once their outputs have come. */
  held: HeldEvent[];
}

export type HeldEvent = Extract<ModelEvent, { type: 'text' | 'refusal' | 'image' | 'state' }>;

export type StepRecord = Omit<OpenAI.Beta.Threads.Runs.RunStep, 'object' | 'metadata' | 'usage'> & {
  metadata: Metadata;
  /** Of the model call behind the step; shown once the step has ended. */
  usage: TokenUsage;
};

export interface FileRecord {
  id: string;
  created_at: number;
  expires_at: number | null;
  filename: string;
  purpose: FileObject['purpose'] | 'evals';
  bytes: number;
  blob_key: string;
}

export const ACTIVE_STATUSES: readonly RunStatus[] = ['queued', 'in_progress', 'requires_action', 'cancelling'];

export function isActive(status: RunStatus): boolean {
  return ACTIVE_STATUSES.includes(status);
}
