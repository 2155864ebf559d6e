/** How hard a reasoning model may think; not every model has every effort. */
export const EFFORTS = ['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'] as const;
export type Effort = (typeof EFFORTS)[number];

/** US dollars for a million tokens; null where the rate is not known. */
export interface ModelPrice {
  input: number;
  /** Of input that the server had read before. */
  cached: number | null;
  output: number;
}

/** What a model can do. Null is "not known", never "no". */
export interface ModelAbilities {
  /** Tokens of one request and its answer together. */
  contextTokens: number | null;
  /** Tokens of one answer. */
  outputTokens: number | null;
  tools: boolean | null;
  parallelCalls: boolean | null;
  vision: boolean | null;
  efforts: readonly Effort[] | null;
  /** Answers can be held to a JSON schema. */
  structuredOutput: boolean | null;
  price: ModelPrice | null;
  /** The day its maker switches it off, `YYYY-MM-DD`. */
  shutdownDate: string | null;
}

export const UNKNOWN_ABILITIES: ModelAbilities = {
  contextTokens: null,
  outputTokens: null,
  tools: null,
  parallelCalls: null,
  vision: null,
  efforts: null,
  structuredOutput: null,
  price: null,
  shutdownDate: null,
};
