/** What a scripted model says in one answer, in this order: reasoning, text, code, calls. */
export interface Speech {
  /** A summary of what it thought; the item carries encrypted content as well. */
  reasoning?: string;
  /** It puts the conversation together first, where it was asked to. */
  compacts?: boolean;
  /** A list is sent piece by piece; a string is cut into small pieces. */
  text?: string | readonly string[];
  refusal?: string;
  calls?: readonly { name: string; arguments: object | string; id?: string }[];
  /** Code that the server runs itself in the container of the request. */
  code?: { code: string; logs?: string; image?: Uint8Array; files?: readonly { name: string; bytes: Uint8Array }[] };
  /** A search that the server makes itself in the stores of the request, which finds the documents that hold these words. */
  search?: { queries: readonly string[]; finds: readonly string[] };
  /** Documents that the text rests on: each where so many characters of it have come. */
  cites?: readonly { at: number; file: string }[];
  usage?: Partial<SpokenUsage> | null;
  /** How the answer ends; `complete` where nothing is said. */
  end?: 'complete' | 'length' | 'content_filter' | { failed: { code: string; message: string } };
}

/** The answer is no speech, but this. */
export interface Refusal {
  status: number;
  headers?: Record<string, string>;
  /** JSON as it is. */
  error?: unknown;
  /** A page, or whatever else is no JSON. */
  body?: string;
}

/** How a stream goes wrong; events are counted from 0. */
export interface Trouble {
  /** Breaks the connection after so many bytes. */
  cutAfterBytes?: number;
  /** Ends the stream in good order, but too early. */
  endAfterEvents?: number;
  /** Sends nothing more after so many events, and does not end. */
  stallAfterEvents?: number;
  /** Awaited before each event. */
  beforeEvent?: (index: number) => Promise<void>;
  /** Headers of the answer. */
  headers?: Record<string, string>;
}

export type Answer =
  | (Speech & Trouble & { status?: undefined })
  | Refusal
  | { raw: string; headers?: Record<string, string> };

/** An answer, or one that depends on what was asked. */
export type Script = Answer | ((request: Asked) => Answer);

/** A request as it arrived. */
export interface Asked {
  method: string;
  /** Below `/v1`, query included. */
  path: string;
  headers: Record<string, string>;
  /** As it was sent; forms as far as they are text. */
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: looked at key by key
  json: any;
}

export interface SpokenUsage {
  input: number;
  cached: number;
  output: number;
  reasoning: number;
}

export const usageOf = ({ usage }: Speech): SpokenUsage => ({
  input: 11,
  cached: 0,
  output: 7,
  reasoning: 0,
  ...usage,
});

/** Small pieces, as models send them. */
export const piecesOf = (text: string | readonly string[]): readonly string[] =>
  typeof text === 'string' ? (text.match(/[\s\S]{1,9}/gu) ?? []) : text;

export const argumentsOf = (given: object | string): string =>
  typeof given === 'string' ? given : JSON.stringify(given);

export interface Frame {
  event?: string;
  data: unknown;
}

/** Ids that tell answers of one server apart. */
export class Ids {
  #count = 0;
  next(prefix: string): string {
    this.#count += 1;
    return `${prefix}_${String(this.#count).padStart(6, '0')}`;
  }
}
