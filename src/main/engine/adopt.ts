import type { ThreadExport } from '../exchange';
import { assistantRecord, filePurpose, messageRecord, runRecord, stepRecord, threadRecord } from './adopted-records';
import { fileObject, messageObject, runObject, stepObject } from './objects';
import type { Context } from './routes/context';
import { LARGEST_FILE } from './routes/upload';

/** A thread that was written elsewhere, as this engine has it now; oldest first. */
export interface AdoptedThread {
  messages: ReturnType<typeof messageObject>[];
  runs: ReturnType<typeof runObject>[];
  steps: ReturnType<typeof stepObject>[];
  /** Objects that were not as the protocol has them. */
  dropped: number;
}

/** Thrown where an id of what is adopted is that of something else here. */
export class IdTaken extends Error {}

/**
 * Takes a thread in with its ids and times, which no request of the protocol could give it: all of it, or nothing. What is here
 * of it already stays as it is.
 * @throws IdTaken
 */
export function adoptThread({ store }: Context, exported: ThreadExport): AdoptedThread {
  const thread = threadRecord(exported.thread);
  if (!thread) throw new IdTaken();
  const read = <T, R>(all: readonly T[], of: (object: T, threadId: string) => R | null) =>
    all.flatMap((object) => of(object, thread.id) ?? []);
  const messages = read(exported.messages, messageRecord);
  const runs = read(exported.runs, runRecord);
  const steps = read(exported.run_steps, stepRecord).filter(({ run_id }) => runs.some(({ id }) => id === run_id));
  const dropped =
    exported.messages.length +
    exported.runs.length +
    exported.run_steps.length -
    messages.length -
    runs.length -
    steps.length;
  // Of a thread without one nothing is kept.
  if (messages.length === 0) return { messages: [], runs: [], steps: [], dropped };
  store.transaction(() => {
    if (!store.threads.get(thread.id)) store.threads.insert(thread);
    addNew(store.runs, runs);
    addNew(store.messages, messages);
    addNew(store.steps, steps);
    for (const assistant of exported.assistants.flatMap((given) => assistantRecord(given) ?? []))
      if (!store.assistants.get(assistant.id)) store.assistants.insert(assistant);
  });
  return {
    messages: messages.map(messageObject),
    runs: runs.map(runObject),
    steps: steps.map((step) => stepObject(step, null)),
    dropped,
  };
}

interface Owned {
  id: string;
  thread_id: string;
}

function addNew<T extends Owned>(
  table: { get(id: string): T | undefined; insert(record: T): T },
  records: readonly T[],
) {
  for (const record of records) {
    const known = table.get(record.id);
    if (known && known.thread_id !== record.thread_id) throw new IdTaken();
    if (!known) table.insert(record);
  }
}

export interface AdoptedFile {
  id: string;
  name: string;
  /** As its server told it; one that is unknown counts as `assistants`. */
  purpose: unknown;
  /** Seconds since the Unix epoch. */
  createdAt: number;
}

/** Whether a file of this id is here that holds other bytes. */
export async function differsFromKept(
  { store, bytes }: Context,
  id: string,
  content: AsyncIterable<Uint8Array>,
): Promise<boolean> {
  const known = store.files.get(id);
  return known !== undefined && bytes.keep(content, LARGEST_FILE, async ({ key }) => key !== known.blob_key);
}

/** Takes in a file with its id; one of that id that is here stays as it is. */
export async function adoptFile(
  { store, bytes }: Context,
  file: AdoptedFile,
  content: AsyncIterable<Uint8Array>,
): Promise<void> {
  if (store.files.get(file.id)) return;
  await bytes.keep(content, LARGEST_FILE, async ({ key, size }) => {
    const record = {
      ...{ id: file.id, created_at: file.createdAt, expires_at: null, filename: file.name },
      ...{ purpose: filePurpose(file.purpose), bytes: size, blob_key: key },
    };
    return fileObject(store.transaction(() => store.files.insert(record)));
  });
}
