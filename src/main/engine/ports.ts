/**
 * What the engine needs from outside. Everything else it brings along, so that it can run in the app, behind a
 * socket, or inside a test, unchanged.
 */

/** Dates for what is stored, time that passes for what lasts. Tests move both. */
export interface Clock {
  /** Milliseconds since the Unix epoch. May jump either way when somebody sets the machine's clock. */
  now(): number;
  /** Milliseconds since some moment, those included that the machine slept. Never goes back, whatever is done to the clock. */
  monotonic(): number;
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
    } & CodeEnding);

/** A document that was to be searched: `in_progress` while it is still being read, `failed` where it cannot be. */
export interface UnreadDocument {
  fileId: string;
  filename: string;
  status: 'in_progress' | 'failed';
}

/** A found passage with the marker an answer cites it by; the engine turns the marker into a citation of the file. */
export interface CitablePassage extends Passage {
  /** Such as `【3:0†source】`, to be written behind the words that rest on the passage. Unique in the thread. */
  marker: string;
}

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

export type Attributes = Record<string, string | number | boolean>;

/** Which documents, by their attributes. */
export type AttributeFilter =
  | { type: 'eq' | 'ne' | 'gt' | 'gte' | 'lt' | 'lte'; key: string; value: string | number | boolean }
  | { type: 'in' | 'nin'; key: string; value: (string | number)[] }
  | { type: 'and' | 'or'; filters: AttributeFilter[] };

/** Where a passage stands. `start` and `end` are UTF-16 offsets into the document's extracted text. */
export interface PassagePlace {
  /** 1-based. */
  page?: number;
  sheet?: string;
  /** 1-based line of the extracted text. */
  line: number;
  start: number;
  end: number;
}

/** Turns texts into vectors whose cosine tells how close they are in meaning. Searching by words does without one. */
export interface Embedder {
  /** Vectors of different models are never compared. */
  readonly model: string;
  /** One vector for each text, all of one length. May reject; documents are then found by their words. */
  embed(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]>;
}

/** A piece of a document that fits a question. */
export interface Passage {
  storeId: string;
  fileId: string;
  filename: string;
  /** 0..1, higher is better; comparable within one search. */
  score: number;
  attributes: Attributes;
  text: string;
  /** The passage's number within its document, from 0. */
  chunk: number;
  place: PassagePlace;
  /** What the score is made of, for people to look at. */
  why: unknown;
}

/**
 * Reads documents and finds passages in them. What it keeps should be in the engine's own database, so that a store and
 * its passages come and go together.
 */
export interface DocumentSearch {
  /**
   * Durable when it resolves; takes the place of what was known of the file. Rejects with a `DocumentError` (an error
   * whose `code` is that of a vector store file's `last_error`), or with the signal's reason.
   */
  index(
    document: {
      storeId: string;
      fileId: string;
      filename: string;
      blobKey: string;
      chunking: { maxTokens: number; overlapTokens: number };
      attributes: Attributes;
    },
    signal?: AbortSignal,
  ): Promise<{ usageBytes: number; chunks: number }>;
  setAttributes(storeId: string, fileId: string, attributes: Attributes): void;
  remove(storeId: string, fileId: string): void;
  removeStore(storeId: string): void;
  /** The best passages first. */
  search(question: {
    storeIds: readonly string[];
    query: string | readonly string[];
    limit: number;
    filter?: AttributeFilter;
    scoreThreshold?: number;
  }): Promise<Passage[]>;
  /** All passages of a document, in order. */
  chunks(storeId: string, fileId: string): { text: string; place: PassagePlace }[];
}

/** A file that code finds under /mnt/data by its name, and by its id where it has one. */
export interface CodeFile {
  name: string;
  read(): AsyncIterable<Uint8Array>;
  /** Bytes. */
  size: number;
  fileId?: string;
  /** Earlier code of the session wrote it; `name` is its path below /mnt/data. */
  made?: boolean;
}

/** What a notebook would show under the cell, in the order it came; images are PNG. */
export type CodeOutput = { type: 'logs'; text: string } | { type: 'image'; name: string; bytes: Uint8Array };

/** How code ended; steps tell it in their metadata (`assay_code`). */
export interface CodeEnding {
  /** `unavailable` where it could not be run at all. */
  ended: 'done' | 'error' | 'timeout' | 'memory' | 'cancelled' | 'crashed' | 'output_limit' | 'unavailable';
  /** Nothing of an earlier call of the session is left: its variables are gone. */
  fresh: boolean;
  /** What was raised: its class and its text. The traceback is the last of the outputs. */
  error: { type: string; message: string } | null;
  /** A module that could not be imported, and the package that has it; `standard` is one of Python's own. */
  missing: { module: string; package: string | null; standard: boolean; damaged?: true | undefined } | null;
}

export interface CodeResult extends CodeEnding {
  /** Logs hold stdout, stderr, the value of the last expression and the traceback. */
  outputs: CodeOutput[];
  /** Created or changed under /mnt/data by this call; the name is the path below it. */
  files: { name: string; bytes: Uint8Array }[];
}

/** Runs Python. A session keeps variables and files from call to call; the engine uses one for each thread. */
export interface CodeRunner {
  /** Rejects only when it could not run at all; code that fails is a result. */
  run(
    session: string,
    input: {
      code: string;
      /** What should be there; a session that has a file already need not read it again. */
      files: CodeFile[];
      /** Text as it is printed, while the code runs. */
      onLogs?(text: string): void;
      /** The place in line, 1 being the next, while the code has to wait for others; null once it waits no more. */
      onQueued?(place: number | null): void;
    },
    signal?: AbortSignal,
  ): Promise<CodeResult>;
  /** Forgets a session. */
  end(session: string): void;
}
