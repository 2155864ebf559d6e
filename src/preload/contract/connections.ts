import { z } from 'zod';
import { ConnectionId, Instant } from './ids';

/** How a server is spoken to: OpenAI's Responses, or the chat completions that nearly all others have. */
export const ServerApi = z.enum(['responses', 'chat']);
export type ServerApi = z.infer<typeof ServerApi>;

/**
 * How much of the data a model is given. `schema`: names, types and ranges, of results their shape only. `results`: results of
 * the queries that it asked for too, cut to a number of rows. `everything`: samples as well.
 */
export const DataBoundary = z.enum(['schema', 'results', 'everything']);
export type DataBoundary = z.infer<typeof DataBoundary>;

/**
 * Where a connection's key is. It goes in and never comes back. `session`: in this process only, as the keychain could not take
 * it; `locked`: the keychain does not answer, so that it is not known whether there is one; `none`: none was ever given.
 */
export const KeyState = z.object({
  where: z.enum(['keychain', 'session', 'missing', 'locked', 'none']),
  /** Why it is not in the keychain, and what to do; null where there is nothing to say. */
  detail: z.string().nullable(),
});
export type KeyState = z.infer<typeof KeyState>;

/** Why a model or a server could not be used. */
export const ModelProblemCode = z.enum([
  /** The key is missing, wrong or revoked. */
  'authentication',
  /** The key may not use this model or this place. */
  'permission',
  /** Nothing is left of what was paid for. */
  'quota',
  'rate_limit',
  'context_length',
  'content_filter',
  'overloaded',
  /** The answer stopped in the middle. */
  'cut_off',
  /** Nothing came for too long. */
  'timeout',
  /** What answers there does not speak this API. */
  'bad_endpoint',
  'model_not_found',
  'unreachable',
  /** The analyst's own budget does not allow the call. */
  'budget',
  /** The model cannot do what the run needs, such as calling tools. */
  'unsupported',
  'invalid_request',
  'server_error',
]);
export type ModelProblemCode = z.infer<typeof ModelProblemCode>;

/** How a model calls tools: as its API has it, written in its text, or not at all. */
export const ToolCalling = z.enum(['native', 'as_text', 'none']);
export type ToolCalling = z.infer<typeof ToolCalling>;

/** What came of trying a connection. */
export const Verification = z.object({
  at: Instant,
  ms: z.number().nonnegative(),
  /** How many models the server lists; null where it was not reached, or lists none. */
  models: z.int().nonnegative().nullable(),
  /** Null where it can be used. `message` is the server's own, shortened, if it gave one. */
  problem: z.object({ code: ModelProblemCode, message: z.string().nullable() }).nullable(),
  /** The model that was asked for a tool call, and how it made it; null where none was tried. */
  tools: z.object({ model: z.string(), calling: ToolCalling }).nullable(),
});
export type Verification = z.infer<typeof Verification>;

/** What was learned of a server or one of its models, such as a parameter that it refuses. */
export const LearnedQuirk = z.object({
  /** Of this model. */
  model: z.string(),
  code: z.string(),
  /** What it is about: the parameter's name, a number of tokens. */
  detail: z.string().nullable(),
  learnedAt: Instant,
});
export type LearnedQuirk = z.infer<typeof LearnedQuirk>;

const name = z.string().trim().min(1).max(80);
const baseUrl = z.string().trim().min(1).max(1_000);
const key = z.string().trim().min(1).max(4_096);

/** A server and how to sign in to it. */
export const Connection = z.object({
  id: ConnectionId,
  /** Of the analyst's choice; no two have the same. */
  name: z.string(),
  /** The preset that it was made from; null for one with an address of its own. */
  preset: z.string().nullable(),
  api: ServerApi,
  baseUrl: z.string(),
  /** On this computer: nothing leaves it. */
  local: z.boolean(),
  keyState: KeyState,
  /** How much of the data it is given where the thread does not say otherwise. */
  boundary: DataBoundary,
  /** Rows of a result that are sent at most; `schema` sends none. */
  rowsAtMost: z.int().min(1).max(10_000),
  /** Plain http to another computer is allowed: the key and the data go over the network unencrypted. */
  allowHttp: z.boolean(),
  /** The analyst agreed that data files are copied to a container of this server, for its own code interpreter. */
  hostedCode: z.boolean(),
  /** The analyst agreed that documents are copied to vector stores of this server, for its own file search. */
  hostedSearch: z.boolean(),
  /** The last try; null where it was never tried. */
  verification: Verification.nullable(),
  quirks: z.array(LearnedQuirk),
  createdAt: Instant,
});
export type Connection = z.infer<typeof Connection>;

/** What is known of a maker's or program's server beforehand. */
export const ConnectionPreset = z.object({
  id: z.string(),
  name: z.string(),
  api: ServerApi,
  /** May hold `{…}` for what the analyst has to fill in, such as the name of a resource. */
  baseUrl: z.string(),
  /** It cannot be used without a key. */
  keyNeeded: z.boolean(),
  /** How its keys begin, so that a pasted one tells whose it is. */
  keyPrefixes: z.array(z.string()),
  local: z.boolean(),
});
export type ConnectionPreset = z.infer<typeof ConnectionPreset>;

/** A server that runs on this computer. */
export const LocalServer = z.object({
  preset: z.string(),
  name: z.string(),
  baseUrl: z.string(),
  models: z.array(z.string()),
  /** The connection that it has already. */
  connectionId: ConnectionId.nullable(),
});
export type LocalServer = z.infer<typeof LocalServer>;

const byId = z.object({ connectionId: ConnectionId });

export const connectionRequests = {
  /** In the order they were made. */
  list: { input: z.object({}), output: z.array(Connection) },
  presets: { input: z.object({}), output: z.array(ConnectionPreset) },
  /**
   * Saves a connection; nothing is sent yet. Without a name it is called as its preset, or its host. `invalid_input` for an
   * address that is none or is never spoken to, and for plain http to another computer unless that is allowed.
   */
  create: {
    input: z.object({
      name: name.optional(),
      preset: z.string().max(40).nullable().default(null),
      api: ServerApi,
      baseUrl,
      key: key.optional(),
      boundary: DataBoundary.default('results'),
      allowHttp: z.boolean().default(false),
    }),
    output: Connection,
  },
  /** A key is not taken to another address: when the origin changes, it is forgotten and has to be given again. */
  update: {
    input: byId.extend({
      name: name.optional(),
      api: ServerApi.optional(),
      baseUrl: baseUrl.optional(),
      boundary: DataBoundary.optional(),
      rowsAtMost: z.int().min(1).max(10_000).optional(),
      allowHttp: z.boolean().optional(),
      hostedCode: z.boolean().optional(),
      hostedSearch: z.boolean().optional(),
    }),
    output: Connection,
  },
  /**
   * Asks for its models; what went wrong is the answer's `verification.problem`, not an error. With `probe`, a model is asked for
   * a tool call as well, which costs a few tokens: that one, or the first that there is.
   */
  verify: {
    input: byId.extend({ probe: z.boolean().default(false), model: z.string().max(200).optional() }),
    output: Connection,
  },
  /** Takes the place of the key there is, if any. */
  rotateKey: { input: byId.extend({ key }), output: Connection },
  /** Forgets the connection, its key and what was learned. What was sent to it stays in the ledger. */
  remove: { input: byId, output: z.object({}) },
  /** Looks for servers on the usual ports of this computer; done only when asked for. */
  discover: { input: z.object({}), output: z.array(LocalServer) },
  /** Lets what was learned be tried anew: of that model, or of all. */
  forgetQuirks: { input: byId.extend({ model: z.string().max(200).optional() }), output: Connection },
};

export const connectionEvents = {
  'connections.changed': Connection,
  'connections.removed': byId,
};
