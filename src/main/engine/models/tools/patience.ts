import { isLoopback, type Upstream } from '../upstream';
import { boundaryOf } from './boundary';

/** A model on this machine may read for long before it says its first word. */
const LOCAL_IDLE_MS = 30 * 60_000;
/** And one without a graphics card answers a question with a few calls of tools in half an hour. */
const LOCAL_RUN_MS = 2 * 3_600_000;

const isLocal = ({ baseUrl }: Upstream): boolean => URL.canParse(baseUrl) && isLoopback(new URL(baseUrl));

/** Waits longer for a server on this machine, unless somebody has said for how long. */
export const patient = (upstream: Upstream): Upstream =>
  isLocal(upstream) && upstream.idleMs === undefined ? { ...upstream, idleMs: LOCAL_IDLE_MS } : upstream;

/** The app's own runs have longer where the model is on this machine; those of scripts what the protocol gives them. */
export const runMsOf =
  (upstream: Upstream) =>
  (metadata: Readonly<Record<string, string>>): number | null =>
    isLocal(upstream) && boundaryOf(metadata) !== null ? LOCAL_RUN_MS : null;
