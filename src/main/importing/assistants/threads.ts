import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import {
  type ExportedAssistant,
  type ExportedFile,
  type ExportedMessage,
  type ExportedRun,
  type ExportedStep,
  type ExportedThread,
  THREAD_EXPORT_FORMAT,
  type ThreadExport,
} from '../../exchange';
import { LossCounts, type ReadFiles, type ReadItem } from '../types';
import type { SourceFile } from '../zip-files';
import type { Staging } from './staging';

const ENDED = new Set(['cancelled', 'failed', 'completed', 'incomplete', 'expired']);
const FILE_ID = /"file_id":"([A-Za-z0-9_-]{1,80})"/g;

/** The threads of what was staged, one by one. `damaged` are objects that could not be staged, told with the first thread. */
export function* stagedThreads(
  staging: Staging,
  sources: ReadonlyMap<string, SourceFile>,
  damaged: number,
): Generator<ReadItem> {
  let untold = damaged;
  for (const id of staging.threads()) {
    const losses = new LossCounts();
    for (; untold > 0; untold -= 1) losses.add('damaged_object');
    const thread = threadOf(staging, id, losses);
    const hash = createHash('sha256')
      .update(JSON.stringify({ ...thread, exported_at: 0 }))
      .digest('hex');
    const item = { kind: 'assistants' as const, title: thread.about?.title ?? null, hash };
    if (thread.messages.length === 0) yield { ...item, losses: losses.list(), refusal: 'empty' };
    else yield { ...item, losses: losses.list(), thread, files: filesOf(thread, sources) };
  }
}

function threadOf(staging: Staging, id: string, losses: LossCounts): ThreadExport {
  const messages = staging.ofThread<ExportedMessage>(id, 'message');
  const runs = staging.ofThread<ExportedRun>(id, 'run').map((run) => {
    if (typeof run.status === 'string' && ENDED.has(run.status)) return run;
    losses.add('unfinished_run');
    return { ...run, status: 'expired', required_action: null };
  });
  const run_steps = staging.ofThread<ExportedStep>(id, 'step').filter((step) => {
    const hasRun = runs.some((run) => run.id === step.run_id);
    if (!hasRun) losses.add('damaged_object', step.id);
    return hasRun;
  });
  const texts = JSON.stringify([messages, run_steps]);
  const fileIds = new Set([...texts.matchAll(FILE_ID)].map(([, fileId = '']) => fileId));
  const assistantIds = new Set(runs.map((run) => String(run.assistant_id)));
  const about = staging.about(id);
  const first = messages[0]?.created_at;
  return {
    format: THREAD_EXPORT_FORMAT,
    exported_at: 0,
    ...(about ? { about } : {}),
    thread: staging.get<ExportedThread>('thread', id) ?? { id, object: 'thread', created_at: first ?? 0, metadata: {} },
    ...{ messages, runs, run_steps },
    assistants: [...assistantIds].flatMap((name) => staging.get<ExportedAssistant>('assistant', name) ?? []),
    files: [...fileIds].map(
      (fileId) => staging.get<ExportedFile>('file', fileId) ?? { object: { id: fileId, object: 'file' } },
    ),
  };
}

/** Bytes within the export, or in a file that lies beside it. */
function filesOf(thread: ThreadExport, sources: ReadonlyMap<string, SourceFile>): ReadFiles {
  return {
    async open(id) {
      const file = thread.files.find(({ object }) => object.id === id);
      if (file?.content !== undefined) return bytesOf(file.content);
      const source = file?.path === undefined ? undefined : sources.get(posix.normalize(file.path));
      return source ? source.open() : null;
    },
  };
}

async function* bytesOf(base64: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(base64, 'base64');
}
