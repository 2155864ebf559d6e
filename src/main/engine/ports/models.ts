import type { WordedEnding } from './code';
import type { CitablePassage, UnreadDocument } from './documents';

/** A model that can be asked for by name, as `GET /models` lists it. */
export interface ModelCard {
  id: string;
  ownedBy: string;
  /** Unix seconds. */
  created: number;
}

/** A function tool as the assistant or the run declares it. */
export interface FunctionTool {
  type: 'function';
  function: {
    name: string;
    description?: string;
    parameters?: Record<string, unknown> | null;
    strict?: boolean | null;
  };
}

export type Tool =
  | FunctionTool
  | { type: 'code_interpreter' }
  | {
      type: 'file_search';
      file_search?: {
        max_num_results?: number;
        ranking_options?: { score_threshold: number; ranker?: 'auto' | 'default_2024_08_21' };
      };
    };

export type ToolChoice =
  | 'none'
  | 'auto'
  | 'required'
  | { type: 'function'; function: { name: string } }
  | { type: 'code_interpreter' | 'file_search' };

export type ModelContent =
  | { type: 'text'; text: string }
  | { type: 'image_file'; fileId: string }
  | { type: 'image_url'; url: string };

/** A file that came with a message, and the tools that may use it. */
export interface ModelAttachment {
  fileId: string;
  filename: string;
  tools: ('code_interpreter' | 'file_search')[];
}

/**
 * The conversation as a model reads it, oldest first: messages of the thread, and the calls of this run with their
 * outputs. Searches and code, which the engine carries out itself, are one item each: the call and what came of it.
 */
export type ModelItem =
  | { type: 'message'; role: 'user' | 'assistant'; content: ModelContent[]; attachments?: ModelAttachment[] }
  | { type: 'function_call'; callId: string; name: string; arguments: string }
  | { type: 'function_output'; callId: string; output: string }
  | {
      type: 'file_search_result';
      callId: string;
      queries: string[];
      passages: CitablePassage[];
      /** Documents of the searched stores that the search could not see; absent where it saw all of them. */
      unread?: UnreadDocument[];
    }
  | ({
      type: 'code_result';
      callId: string;
      code: string;
      outputs: ({ type: 'logs'; logs: string } | { type: 'image'; fileId: string })[];
      /** What the code wrote under /mnt/data; an answer links to one as `sandbox:/mnt/data/<name>`. */
      files: { name: string; fileId: string }[];
    } & WordedEnding);

export interface ModelTurn {
  model: string;
  /** The run's instructions, additional ones included; empty when there are none. */
  instructions: string;
  items: ModelItem[];
  tools: Tool[];
  toolChoice: ToolChoice;
  parallelToolCalls: boolean;
  /** What code finds under /mnt/data, by name and by id. Absent when there is nothing, or no code interpreter. */
  codeFiles?: { name: string; fileId: string }[];
  responseFormat: unknown;
  temperature: number | null;
  topP: number | null;
  reasoningEffort: string | null;
  /** What is left of the run's budgets, in tokens; null where there is none. */
  maxPromptTokens: number | null;
  maxCompletionTokens: number | null;
}

export interface ModelUsage {
  promptTokens: number;
  completionTokens: number;
  cachedTokens: number;
  reasoningTokens: number;
}

/**
 * What a delta says, as data: that whole delta words it. JSON that the engine keeps beside the message, in its metadata
 * (`assay_facts`), and does not look into.
 */
export type Fact = object;

/**
 * One turn of a model, in the order it comes. Text and images build one message; calls, of functions and of the engine's
 * own tools alike, are numbered from 0 and may interleave. `done` is last and always comes, unless the iteration throws.
 *
 * After a turn with `file_search` or `code` the engine does what was asked and gives the model its next turn in the same
 * run, with `file_search_result` and `code_result` items at the end. Functions wait for the client.
 */
export type ModelEvent =
  | { type: 'text'; delta: string; fact?: Fact }
  | { type: 'image'; fileId: string }
  | { type: 'refusal'; delta: string; fact?: Fact }
  | { type: 'call'; index: number; name: string }
  | { type: 'call_arguments'; index: number; delta: string }
  | { type: 'file_search'; index: number; queries: string[] }
  /** Python as it is written; the first one for an index begins the call. */
  | { type: 'code'; index: number; delta: string }
  | {
      type: 'done';
      reason: 'stop' | 'calls' | 'max_completion_tokens' | 'max_prompt_tokens' | 'content_filter';
      usage: ModelUsage;
    };

/**
 * A model that could not answer. `code` becomes the run's `last_error.code`; `ending` says more than those codes can, as
 * data that the engine keeps in the run's metadata (`assay_ending`) and does not look into.
 */
export class ModelFailure extends Error {
  readonly code: 'server_error' | 'rate_limit_exceeded' | 'invalid_prompt';
  readonly ending: object | null;

  constructor(code: ModelFailure['code'], message: string, options: ErrorOptions & { ending?: object } = {}) {
    super(message, options);
    this.name = 'ModelFailure';
    this.code = code;
    this.ending = options.ending ?? null;
  }
}

/** Something that answers. Built in, or a client of a server; throws {@link ModelFailure} when it cannot. */
export interface ModelProvider {
  /** Shown on the run as the model that really answered. */
  readonly id: string;
  /** How many tokens it can read in one turn, where that is known; older messages beyond it are left out. */
  readonly contextTokens?: number;
  /** Its answers hold each picture of code where it belongs; the pictures of all others open the message, as upstream. */
  readonly placesPictures?: boolean;
  respond(turn: ModelTurn, signal: AbortSignal): AsyncIterable<ModelEvent>;
}
