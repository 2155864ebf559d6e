import { isLocal, type Upstream } from '../upstream';
import { boundaryOf } from './boundary';

/** A model without a graphics card answers a question with a few calls of tools in half an hour. */
const LOCAL_RUN_MS = 2 * 3_600_000;

/** The app's own runs have longer where the model is on this machine; those of scripts what the protocol gives them. */
export const runMsOf =
  (upstream: Upstream) =>
  (metadata: Readonly<Record<string, string>>): number | null =>
    isLocal(upstream) && boundaryOf(metadata) !== null ? LOCAL_RUN_MS : null;
