import { availableParallelism } from 'node:os';
import { AppError } from '#contract/result';
import { connectParent } from '../../processes';
import { isDiskFull, isInterrupt, isOutOfMemory, NO_ROOM_LEFT } from './duckdb-errors';
import { FileReader } from './file-reader';
import { sheetsOf } from './intake';
import { DataRequest, type Say } from './protocol';
import { SessionPool } from './query/pool';
import { QueryScheduler } from './query/scheduler';
import { QuerySession } from './query/session';
import { canBeQueried } from './query/views';
import { watchMemory } from './watch-memory';

/** The entry of the data process: reads files and answers SQL for the app, one message an errand. */

const [, , temp = '', memory = '512'] = process.argv;
const limits = { memoryMb: Number(memory), threads: Math.max(1, availableParallelism()), temp };

const stops = new Map<number, () => void>();
const reader = new FileReader(limits);
const pool = new SessionPool(QuerySession.open);
const scheduler = new QueryScheduler({ pool, memoryMb: limits.memoryMb, cores: limits.threads, temp });

const send = connectParent((raw) => {
  const ask = DataRequest.parse(raw);
  if (ask.op === 'stop') stops.get(ask.id)?.();
  else void answer(ask);
});
const say = (message: Say): void => send(message);

async function answer(ask: Exclude<DataRequest, { op: 'stop' }>): Promise<void> {
  try {
    say({ say: 'done', id: ask.id, value: await answerTo(ask) });
  } catch (error) {
    say({ say: 'failed', id: ask.id, ...explain(error) });
  } finally {
    stops.delete(ask.id);
  }
}

function answerTo(ask: Exclude<DataRequest, { op: 'stop' }>): Promise<unknown> {
  switch (ask.op) {
    case 'sheets':
      return sheetsOf(ask.path);
    case 'read':
      return read(ask);
    case 'query':
      return query(ask);
    case 'result':
      return result(ask);
    case 'restore':
      return reader.restore(ask, stopSignal(ask.id));
    case 'export':
      return reader.export(ask, stopSignal(ask.id));
    case 'check':
      return canBeQueried(ask);
  }
}

async function read(ask: Extract<DataRequest, { op: 'read' }>) {
  return reader.read(ask, {
    signal: stopSignal(ask.id),
    progress: (share, doing) => say({ say: 'progress', id: ask.id, share, doing }),
  });
}

function query({ sql, maxRows, ...ask }: Extract<DataRequest, { op: 'query' }>) {
  return compute(ask, async (session) => ({
    ...(await session.query(sql, maxRows)),
    withoutCopy: session.withoutCopy,
  }));
}

function result({ request, ...ask }: Extract<DataRequest, { op: 'result' }>) {
  return compute(ask, (session) => session.result(request));
}

async function compute<T>(
  { id, sources, alone }: Pick<Extract<DataRequest, { op: 'query' }>, 'id' | 'sources' | 'alone'>,
  work: (session: QuerySession) => Promise<T>,
): Promise<T> {
  const signal = stopSignal(id);
  const endWatch = watchMemory(limits.memoryMb, () => say({ say: 'exhausted' }));
  try {
    return await scheduler.run({ sources, alone, signal, started: () => say({ say: 'started', id }), work });
  } finally {
    endWatch();
  }
}

/** Aborted when the app asks for a stop. */
function stopSignal(id: number): AbortSignal {
  const stop = new AbortController();
  stops.set(id, () => stop.abort());
  return stop.signal;
}

function explain(error: unknown): Pick<AppError, 'code' | 'message'> & Partial<Pick<AppError, 'at' | 'reason'>> {
  if (error instanceof AppError)
    return { code: error.code, message: error.message, at: error.at, reason: error.reason };
  // Further lines quote the file, which may say anything.
  const [text = ''] = (error instanceof Error ? error.message : String(error)).split('\n', 1);
  if (isInterrupt(error) || (error instanceof Error && error.name === 'AbortError'))
    return { code: 'cancelled', message: 'Stopped.' };
  if (isDiskFull(text)) return { code: 'no_space', message: NO_ROOM_LEFT };
  if (isOutOfMemory(text))
    return {
      code: 'too_large',
      message: 'The file needs more memory than there is for it. Split it, or export fewer columns.',
    };
  const [kind] = text.split(':', 1);
  const at = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line)) : [];
  process.stderr.write(`${[kind, ...at.slice(0, 3)].join('\n')}\n`);
  return {
    code: 'unreadable_file',
    message:
      'The file could not be read as a table. Open it in an editor to see what is wrong, or export it again as CSV.',
  };
}
