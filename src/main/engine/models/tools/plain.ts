import type { FunctionTool, HostedCode, HostedSearch, ModelState, ModelUsage, Omissions, Picture } from '../../ports';

/** What kind of thing a piece of a request is: the ledger counts what leaves the machine by it. */
export const SENT_KINDS = [
  'instructions',
  'question',
  'answer',
  'schema',
  'results',
  'file',
  'picture',
  'other',
] as const;
export type SentKind = (typeof SENT_KINDS)[number];

export type PlainContent =
  | { type: 'text'; text: string }
  | { type: 'picture'; picture: Picture }
  | { type: 'link'; url: string };

/** A turn's items for a server that knows function calls only: searches and code are calls and outputs like all others. */
export type PlainItem =
  | { type: 'message'; role: 'user' | 'assistant' | 'developer'; content: PlainContent[]; kind: SentKind }
  | { type: 'call'; callId: string; name: string; arguments: string; kind: SentKind }
  | { type: 'output'; callId: string; output: string; kind: SentKind }
  | { type: 'state'; state: ModelState; kind: SentKind };

/** A turn for a server of plain function calls. */
export interface PlainTurn {
  model: string;
  instructions: string;
  items: PlainItem[];
  tools: FunctionTool[];
  toolChoice: 'none' | 'auto' | 'required' | { name: string };
  parallelToolCalls: boolean;
  responseFormat: unknown;
  temperature: number | null;
  topP: number | null;
  reasoningEffort: string | null;
  /** Tokens of the answer, reasoning included; null for no limit. */
  maxOutputTokens: number | null;
  leftOut: Omissions;
  run: { id: string; threadId: string; metadata: Readonly<Record<string, string>> };
}

/** What such a server answers, in the order it comes; calls are numbered from 0. `done` is last and always comes. */
export type PlainEvent =
  | { type: 'text'; delta: string }
  | { type: 'refusal'; delta: string }
  | { type: 'reasoning'; delta: string }
  | { type: 'state'; state: ModelState; standsForBefore?: true }
  | { type: 'call'; index: number; name: string }
  | { type: 'call_arguments'; index: number; delta: string }
  /** Code that the server runs itself, numbered by itself from 0. */
  | { type: 'code'; index: number; delta: string }
  | { type: 'code_done'; index: number; result: HostedCode }
  /** A search that the server made itself, numbered together with such code. */
  | { type: 'search_done'; index: number; queries: string[]; result: HostedSearch }
  /** From here on the answer can be taken up again, by whoever made this; see `ModelEvent`. */
  | { type: 'ongoing'; answer: object }
  | { type: 'usage'; usage: ModelUsage }
  | {
      type: 'done';
      reason: 'stop' | 'calls' | 'max_completion_tokens' | 'max_prompt_tokens' | 'content_filter';
      usage: ModelUsage;
    };
