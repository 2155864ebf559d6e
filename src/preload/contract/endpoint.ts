import { z } from 'zod';
import { FailureReason } from './failure-reasons';
import { Instant } from './ids';

/** A port that needs no rights of an administrator. */
export const Port = z.int().min(1024).max(65_535);

/** What is kept about the door for scripts. Changed through `endpoint` requests only, never through `settings.change`. */
export const EndpointSettings = z.object({
  /** Whether it is opened when Assay starts: as the analyst left it. */
  on: z.boolean(),
  port: Port,
  requestsPerMinute: z.int().min(60).max(1_000_000),
});
export type EndpointSettings = z.infer<typeof EndpointSettings>;

export const EndpointProblem = z.object({
  code: z.enum(['port_taken', 'keychain_unavailable', 'unavailable']),
  /** What happened and what to do. */
  message: z.string(),
  reason: FailureReason.optional(),
  /** A port that was free a moment ago, when the wanted one is taken. */
  freePort: Port.nullable(),
});
export type EndpointProblem = z.infer<typeof EndpointProblem>;

/** The engine's door for programs of this computer. The key is no part of it. */
export const EndpointState = EndpointSettings.extend({
  /** Programs can connect now. */
  open: z.boolean(),
  /** What a client is given as `base_url`, also while it is closed. */
  baseUrl: z.string(),
  /** Why it is not as the analyst wanted it; null when it is. */
  problem: EndpointProblem.nullable(),
});
export type EndpointState = z.infer<typeof EndpointState>;

/** A request of an outside program. Never a body, a header's value or a key: what looks like one is cut out of the path. */
export const LoggedRequest = z.object({
  id: z.int().positive(),
  at: Instant,
  /** Empty, as the path is, for what was not even HTTP. */
  method: z.string().max(20),
  path: z.string().max(300),
  /** Null while it is under way, and when the program left before it was answered. */
  status: z.int().min(100).max(599).nullable(),
  /** Null while it is under way. A stream takes as long as it is open. */
  ms: z.number().nonnegative().nullable(),
  /** The program as it names itself, shortened. */
  client: z.string().max(60),
});
export type LoggedRequest = z.infer<typeof LoggedRequest>;

export const endpointRequests = {
  get: { input: z.object({}), output: EndpointState },
  /**
   * Lets programs of this computer in, now and at every start. Makes the key when there is none. What stands in the way
   * (a taken port, no keychain) is the answer's `problem`, and nothing is changed then.
   */
  open: { input: z.object({ port: Port.optional() }), output: EndpointState },
  close: { input: z.object({}), output: EndpointState },
  /** Moves an open door only when the new port is free; else it stays where it is, with a `problem`. */
  change: { input: EndpointSettings.omit({ on: true }).partial(), output: EndpointState },
  /** Makes a new key. The old one stops at once, and connections that used it are ended; runs go on. */
  rotateKey: { input: z.object({}), output: z.object({}) },
  /**
   * The only way the key gets out of the keychain, for the press of "Copy key" alone, and never through the window:
   * Electron puts it on the clipboard itself and answers null. A browser's shell answers with the address of a page of its
   * own, which says what copying does, and copies once the analyst says yes there.
   */
  copyKey: { input: z.object({}), output: z.object({ confirmAt: z.string().nullable() }) },
  /** Newest first, at most REQUESTS_KEPT; kept until Assay is closed. */
  requests: { input: z.object({}), output: z.array(LoggedRequest) },
  clearRequests: { input: z.object({}), output: z.object({}) },
};

export const endpointEvents = {
  'endpoint.changed': EndpointState,
  /** New ones and changed ones, oldest first, a few times a second at most. */
  'endpoint.requested': z.object({ requests: z.array(LoggedRequest) }),
};
