import { z } from 'zod';
import { DataBoundary, ModelProblemCode, ToolCalling } from './connections';
import { AnswererId, AssistantId, ConnectionId, Instant, ThreadId } from './ids';

/** How hard a reasoning model may think; not every model has every effort. */
export const ReasoningEffort = z.enum(['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max']);
export type ReasoningEffort = z.infer<typeof ReasoningEffort>;

/** US dollars for a million tokens; null where the rate is not known. */
export const TokenPrice = z.object({
  input: z.number().nonnegative(),
  /** Of input that the server had read before. */
  cached: z.number().nonnegative().nullable(),
  output: z.number().nonnegative(),
});
export type TokenPrice = z.infer<typeof TokenPrice>;

/** What a model can do. Null is "not known", never "no". */
export const Abilities = z.object({
  /** Tokens of one request and its answer together. */
  contextTokens: z.int().positive().nullable(),
  /** Tokens of one answer. */
  outputTokens: z.int().positive().nullable(),
  tools: z.boolean().nullable(),
  parallelCalls: z.boolean().nullable(),
  vision: z.boolean().nullable(),
  efforts: z.array(ReasoningEffort).readonly().nullable(),
  /** Answers can be held to a JSON schema. */
  structuredOutput: z.boolean().nullable(),
  price: TokenPrice.nullable(),
  /** `YYYY-MM-DD`: its maker switches it off on that day. */
  shutdownDate: z.iso.date().nullable(),
});
export type Abilities = z.infer<typeof Abilities>;

export const unknownAbilities: Abilities = {
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

export const AbilityName = Abilities.keyof();
export type AbilityName = z.infer<typeof AbilityName>;

/** The parts of an answerer's id; a connection of null is the built-in analyst. */
export function answererParts(answerer: string): { connectionId: string | null; model: string } {
  const slash = answerer.indexOf('/');
  return slash === -1
    ? { connectionId: null, model: answerer }
    : { connectionId: answerer.slice(0, slash), model: answerer.slice(slash + 1) };
}

/** Something that can be asked. */
export const ConnectedModel = z.object({
  answerer: AnswererId,
  /** Null for the built-in analyst. */
  connection: z.object({ id: ConnectionId, name: z.string(), local: z.boolean() }).nullable(),
  /** The model's own name. */
  name: z.string(),
  abilities: Abilities,
  /** Which of them the analyst has set. */
  edited: z.array(AbilityName),
  /** How it calls tools; null where that is not known. */
  calling: ToolCalling.nullable(),
  /** False for one that its server no longer lists. */
  listed: z.boolean(),
  /** When it was last chosen or asked; null where it never was. */
  usedAt: Instant.nullable(),
});
export type ConnectedModel = z.infer<typeof ConnectedModel>;

/** Another that can answer where one could not. */
export const ModelOffer = z.object({
  answerer: AnswererId,
  /** Null for the built-in analyst. */
  connection: z.string().nullable(),
  name: z.string(),
});
export type ModelOffer = z.infer<typeof ModelOffer>;

/** Who answers in a thread and with how much of the data. `chosen` is false where the default holds. */
export const ThreadChoices = z.object({
  /** Null for a thread that is yet to begin. */
  threadId: ThreadId.nullable(),
  model: z.object({
    answerer: AnswererId,
    /** The connection's name; null for the built-in analyst. */
    connection: z.string().nullable(),
    name: z.string(),
    /** Nothing leaves this computer. */
    local: z.boolean(),
    chosen: z.boolean(),
    /** False where its connection is gone; the default answers then. */
    there: z.boolean(),
  }),
  boundary: z.object({ value: DataBoundary, chosen: z.boolean() }),
  /** Null for the app's own analyst. */
  assistantId: AssistantId.nullable(),
});
export type ThreadChoices = z.infer<typeof ThreadChoices>;

/** What is spent at most; null for no limit. Money is US dollars. */
export const SpendingLimit = z.object({
  warnMoney: z.number().positive().max(1_000_000).nullable(),
  refuseMoney: z.number().positive().max(1_000_000).nullable(),
  warnTokens: z.int().positive().nullable(),
  refuseTokens: z.int().positive().nullable(),
});
export type SpendingLimit = z.infer<typeof SpendingLimit>;

/** A name that scripts ask for, and who answers to it in place of the default. */
export const ModelAlias = z.object({ name: z.string().trim().min(1).max(200), answerer: AnswererId });
export type ModelAlias = z.infer<typeof ModelAlias>;

/** What the analyst has chosen about models in general. */
export const ModelSettings = z.object({
  /** Answers in new threads. */
  default: AnswererId,
  /** Answers by itself where the chosen one cannot, and says so; null to be asked first. */
  fallback: AnswererId.nullable(),
  budgets: z.object({ day: SpendingLimit, thread: SpendingLimit }),
  /** Names that no connected model has; settings of earlier versions have none. */
  aliases: z.array(ModelAlias).max(200).default([]),
  /** How long what requests said is kept in the ledger; null for good. */
  keepRequestsDays: z.int().min(1).max(3_650).nullable().default(null),
});
export type ModelSettings = z.infer<typeof ModelSettings>;

export const noLimit: SpendingLimit = { warnMoney: null, refuseMoney: null, warnTokens: null, refuseTokens: null };

export const defaultModelSettings: ModelSettings = {
  default: AnswererId.parse('built-in'),
  fallback: null,
  budgets: { day: noLimit, thread: noLimit },
  aliases: [],
  keepRequestsDays: null,
};

export const modelRequests = {
  /** Built-in first, then those used lately, then the rest by connection and name. As last listed: nothing is sent. */
  list: { input: z.object({}), output: z.array(ConnectedModel) },
  /** Sets what is known of a model: an ability given as null goes back to what Assay knows, one that is absent stays. */
  edit: {
    input: z.object({
      answerer: AnswererId,
      abilities: Abilities.partial(),
    }),
    output: ConnectedModel,
  },
  /** Why the last call of that model went wrong, for the picker; null where it went well or there was none. */
  lastProblem: {
    input: z.object({ answerer: AnswererId }),
    output: z.object({ code: ModelProblemCode, at: Instant }).nullable(),
  },
};

export const modelEvents = {
  /** Of a connection's models some have changed, come or gone. */
  'models.changed': z.object({ connectionId: ConnectionId.nullable() }),
};
