export { type AddressFault, faultOf, isLoopback, urlBelow } from './address';
export { bytesOf, NO_BYTES } from './bytes';
export { errorBody, type RefusalBody } from './error-body';
export { events, type UpstreamEvent } from './events';
export { endingOf, failure, failureOf, type UpstreamEnding, withoutKeys } from './failure';
export { download, type JsonRequest, json, upload } from './json';
export type { Arrival, Ledger, Outgoing } from './ledger';
export { nodeFetchThrough } from './node-fetch';
export type { ResolveProxy } from './system-proxy';
export {
  type AttemptOutcome,
  type Fetch,
  isLocal,
  type Upstream,
  type UpstreamLog,
  type UpstreamRequest,
} from './upstream';
export { wait } from './waiting';
