/**
 * What the engine needs from outside. Everything else it brings along, so that it can run in the app, behind a
 * socket, or inside a test, unchanged.
 */

/** Wall time for what is stored, timers for what is awaited. Tests move both. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /** Calls `run` once after `ms`; the returned function calls it off. */
  after(ms: number, run: () => void): () => void;
}

/** Immutable bytes, kept durably and named by what they are: the same bytes have the same key. */
export interface Blobs {
  /**
   * Resolves once the bytes are on disk for good; `key` opens them again. Rejects beyond `limit` bytes, and with whatever
   * `bytes` throws, leaving nothing behind.
   */
  put(bytes: AsyncIterable<Uint8Array>, limit: number): Promise<{ key: string; size: number }>;
  /** Rejects when there are no such bytes. */
  read(key: string): Promise<{ stream: AsyncIterable<Uint8Array>; size: number }>;
  delete(key: string): Promise<void>;
  /** Every key there is, for removing what nothing refers to any more. */
  keys(): Promise<string[]>;
}

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

/** The conversation as a model reads it, oldest first: messages of the thread, and the calls of this run with their outputs. */
export type ModelItem =
  | { type: 'message'; role: 'user' | 'assistant'; content: ModelContent[] }
  | { type: 'function_call'; callId: string; name: string; arguments: string }
  | { type: 'function_output'; callId: string; output: string };

export interface ModelTurn {
  model: string;
  /** The run's instructions, additional ones included; empty when there are none. */
  instructions: string;
  items: ModelItem[];
  tools: Tool[];
  toolChoice: ToolChoice;
  parallelToolCalls: boolean;
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
 * One turn of a model, in the order it comes. Text and images build one message; calls are numbered from 0 and may
 * interleave. `done` is last and always comes, unless the iteration throws.
 */
export type ModelEvent =
  | { type: 'text'; delta: string }
  | { type: 'image'; fileId: string }
  | { type: 'refusal'; delta: string }
  | { type: 'call'; index: number; name: string }
  | { type: 'call_arguments'; index: number; delta: string }
  | {
      type: 'done';
      reason: 'stop' | 'calls' | 'max_completion_tokens' | 'max_prompt_tokens' | 'content_filter';
      usage: ModelUsage;
    };

/** A model that could not answer. `code` becomes the run's `last_error.code`. */
export class ModelFailure extends Error {
  readonly code: 'server_error' | 'rate_limit_exceeded' | 'invalid_prompt';

  constructor(code: ModelFailure['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ModelFailure';
    this.code = code;
  }
}

/** Something that answers. Built in, or a client of a server; throws {@link ModelFailure} when it cannot. */
export interface ModelProvider {
  /** Shown on the run as the model that really answered. */
  readonly id: string;
  /** How many tokens it can read in one turn, where that is known; older messages beyond it are left out. */
  readonly contextTokens?: number;
  respond(turn: ModelTurn, signal: AbortSignal): AsyncIterable<ModelEvent>;
}
