import type { Log } from '../../log';
import type { Deadlines } from '../deadlines';
import { notFound, type ObjectKind } from '../errors';
import type { Indexer } from '../indexer';
import type { Clock, Models } from '../ports';
import type { Retrieval } from '../retrieval';
import type { Runner } from '../run/runner';
import type { Store } from '../store';
import type { FileBytes } from '../store/file-bytes';
import type { FileRecord, RunRecord, ThreadRecord } from '../store/records';

/** What every route works with. */
export interface Context {
  store: Store;
  runner: Runner;
  bytes: FileBytes;
  retrieval: Retrieval;
  indexer: Indexer;
  clock: Clock;
  deadlines: Deadlines;
  log: Log;
  models: Models;
}

/** @throws ApiError when `record` is not there. */
export function orNotFound<T>(record: T | undefined, kind: ObjectKind, id: string, param?: string): T {
  if (record === undefined) throw notFound(kind, id, param);
  return record;
}

export function threadOf({ store }: Context, id: string): ThreadRecord {
  return orNotFound(store.threads.get(id), 'thread', id);
}

/** The run as it is now, if it belongs to the thread. */
export function runOf({ store, runner }: Context, threadId: string, runId: string): RunRecord {
  const thread = orNotFound(store.threads.get(threadId), 'thread', threadId);
  const run = runner.current(runId);
  return orNotFound(run?.thread_id === thread.id ? run : undefined, 'run', runId);
}

/** Files whose time is over are gone, even before they are removed. */
export function liveFile({ store, clock }: Context, id: string): FileRecord | undefined {
  const file = store.files.get(id);
  return file && (file.expires_at === null || file.expires_at * 1000 > clock.now()) ? file : undefined;
}

export function fileOf(context: Context, id: string): FileRecord {
  return orNotFound(liveFile(context, id), 'file', id);
}
