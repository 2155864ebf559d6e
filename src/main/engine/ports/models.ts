import type { Abilities } from './abilities';
import type { CodeOutput, WordedEnding } from './code';
import type { CitablePassage, UnreadDocument } from './documents';

/** A model that can be asked for by name, as `GET /models` lists it. */
export interface ModelCard {
  id: string;
  ownedBy: string;
  /** Unix seconds. */
  created: number;
  /** `YYYY-MM-DD`, where it is known that its maker switches it off. */
  shutdownDate?: string | null;
}

/** Who can answer. What it does not keep itself it must find again in a later process, by the same ids. */
export interface Models {
  /**
   * Who answers to a name: asked once for each run, when it is created, within a transaction.
   * @throws ModelFailure where nobody does; the run is created all the same, and asks again when it begins
   */
  resolve(name: string): ModelProvider;
  /** Who has begun to answer a run, by `ModelProvider.answerer`; null where there is no such model any more. */
  answerer(id: string): ModelProvider | null;
  /** What `GET /models` lists. */
  list(): Promise<readonly ModelCard[]>;
  /** Called once at the start: answers that servers go on with are wanted of these runs only. */
  abandonAnswers?(exceptRuns: readonly string[]): void;
  /** A thread or a file was deleted here, so that nothing of it is to lie elsewhere. */
  forget?(deleted: { threadId: string } | { fileId: string }): void;
  /** The configured model's name: it answers for old names that `resolve` does not know. */
  usual?(): string | null;
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

/** JSON that only the provider which made it can read, such as encrypted reasoning. */
export type ModelState = object;

/**
 * An answer that the model's server goes on with by itself, and how far it has been taken in; JSON that only the provider which
 * made it can read. Kept with the run, so that a later process takes the answer up again.
 */
export type OngoingAnswer = object;

/**
 * The conversation as a model reads it, oldest first: messages of the thread, and the calls of its runs with their
 * outputs. Searches and code, which the engine carries out itself, are one item each: the call and what came of it.
 * States stand where the model gave them, are of this run, and come back to the answerer that gave them only.
 */
export type ModelItem =
  /** `developer`: from the engine, such as that figures of an answer have no source. */
  | {
      type: 'message';
      role: 'user' | 'assistant' | 'developer';
      content: ModelContent[];
      attachments?: ModelAttachment[];
    }
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
      /** It ran on the model's server. */
      hosted?: true;
    } & WordedEnding)
  | { type: 'state'; state: ModelState };

/** A picture of a thread, ready to be sent. */
export interface Picture {
  mediaType: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif';
  bytes: Uint8Array;
}

/**
 * What the model is not given, as there was no room for it; counts. Pictures are also left out where the model cannot see
 * or they cannot be sent, which is only known once `picture` has been asked for them.
 */
export interface Omissions {
  /** In their places stands one line that says how large they were. */
  toolResults: number;
  messages: number;
  pictures: number;
  /**
   * Messages and calls that the model's server has put together into a summary that only it can read, which stands for them. Set
   * by the provider, as the turn goes on.
   */
  compacted?: number;
}

export interface ModelTurn {
  /** As the run shows it: the model's own name. */
  model: string;
  /** The run's instructions, additional ones included; empty when there are none. */
  instructions: string;
  items: ModelItem[];
  tools: Tool[];
  toolChoice: ToolChoice;
  parallelToolCalls: boolean;
  /** What code finds under /mnt/data, by name and by id. Absent when there is nothing, or no code interpreter. */
  codeFiles?: { name: string; fileId: string }[];
  /** Reads one of them, for a server that runs code itself; null for one that is gone, or larger than `limit` bytes. */
  codeFile?: (fileId: string, limit: number) => Promise<Uint8Array | null>;
  /** The documents of file search, for a server that searches itself. Absent without that tool. */
  search?: {
    documents(): { name: string; fileId: string }[];
    /** Null for one that is gone, or larger than `limit` bytes. */
    read(fileId: string, limit: number): Promise<Uint8Array | null>;
    /** What the first number in the marks of the next search will be; of the one after that it is one more. */
    next: number;
  };
  responseFormat: unknown;
  temperature: number | null;
  topP: number | null;
  reasoningEffort: string | null;
  /** What is left of the run's budgets, in tokens; null where there is none. */
  maxPromptTokens: number | null;
  maxCompletionTokens: number | null;
  leftOut: Omissions;
  /** The answer to take up again in place of asking for one; `items` are those that it was asked with. */
  ongoing?: OngoingAnswer;
  /** Null for a file that is gone, is of another thread, is no picture, or is too large to be sent. */
  picture: (fileId: string) => Promise<Picture | null>;
  /** Whose turn it is; `metadata` is the run's own. */
  run: { id: string; threadId: string; metadata: Readonly<Record<string, string>> };
}

export interface ModelUsage {
  promptTokens: number;
  completionTokens: number;
  cachedTokens: number;
  reasoningTokens: number;
  /** The server did not tell; these are counted here. */
  estimated?: boolean;
}

/**
 * What a delta says, as data: that whole delta words it. JSON that the engine keeps beside the message, in its metadata
 * (`assay_facts`), and does not look into.
 */
export type Fact = object;

/** What code that ran on the server has shown and made, its bytes already here. */
export interface HostedCode {
  outputs: CodeOutput[];
  files: { name: string; bytes: Uint8Array }[];
}

/** What a search on the server found, in the order that marks count passages; `text` is as the server has it. */
export interface HostedSearch {
  passages: { fileId: string; text: string; score: number }[];
  /** Documents that it could not see. */
  unread: UnreadDocument[];
}

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
  /** A summary of what the model thought, where the server gives one. */
  | { type: 'reasoning'; delta: string }
  /**
   * From here on the answer can be taken up again, in a later process too. The first comes before anything else of the answer;
   * a later one where everything before it has been done.
   */
  | { type: 'ongoing'; answer: OngoingAnswer }
  /**
   * Comes back in the next turn of this run, before the call or message that follows it here. One that stands for all of the
   * conversation before it also comes back in later runs of the thread, as long as that has not changed.
   */
  | { type: 'state'; state: ModelState; standsForBefore?: true }
  | { type: 'call'; index: number; name: string }
  | { type: 'call_arguments'; index: number; delta: string }
  | { type: 'file_search'; index: number; queries: string[] }
  /** The server made the search of that index itself; the engine does not make it again. */
  | { type: 'search_done'; index: number; result: HostedSearch }
  /** Python as it is written; the first one for an index begins the call. */
  | { type: 'code'; index: number; delta: string }
  /** The server ran the code of that index itself; the engine does not run it again. */
  | { type: 'code_done'; index: number; result: HostedCode }
  /** What the call has cost so far; the last one counts when the turn ends without `done`. */
  | { type: 'usage'; usage: ModelUsage }
  | {
      type: 'done';
      reason: 'stop' | 'calls' | 'max_completion_tokens' | 'max_prompt_tokens' | 'content_filter';
      usage: ModelUsage;
    };

/** Something that answers: built in, or a model behind a connection. Its turns throw `ModelFailure` when it cannot. */
export interface ModelProvider {
  /** The same over restarts, e.g. `built-in` or `<connection>/<model>`; what a run keeps to find its model again. */
  readonly answerer: string;
  /** Shown on the run as the model that really answered. */
  readonly id: string;
  readonly abilities: Abilities;
  /** How it counts tokens. Without one they are counted by a real encoder, with a margin for models of other makers. */
  readonly countTokens?: (text: string) => number;
  /** It makes nothing of searches, code and functions of earlier runs, so they are not given to it. */
  readonly ownCallsOnly?: boolean;
  /** Its answers hold each picture of code where it belongs; the pictures of all others open the message, as upstream. */
  readonly placesPictures?: boolean;
  /** It says no figure that it has not computed, so nobody checks them. */
  readonly computesFigures?: boolean;
  /** How long a run with this metadata has, in milliseconds; null for the ten minutes that all have. */
  runMs?(metadata: Readonly<Record<string, string>>): number | null;
  /** Which instructions it adds to those of a run with this metadata, kept with the run (`assay_instructions`); null for none. */
  instructionsVersion?(metadata: Readonly<Record<string, string>>): string | null;
  respond(turn: ModelTurn, signal: AbortSignal): AsyncIterable<ModelEvent>;
}
