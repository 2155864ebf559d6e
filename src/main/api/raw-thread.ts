import type OpenAI from 'openai';
import { unlessNotFound } from './errors';
import { INCLUDE } from './server-passages';

/** An object of the protocol as the server gave it, byte for byte of meaning. */
export type RawObject = Record<string, unknown> & { id: string; object: string };

/** A thread of the protocol with all that hangs on it, oldest first. */
export interface RawThread {
  thread: RawObject;
  messages: RawObject[];
  runs: RawObject[];
  run_steps: RawObject[];
  assistants: RawObject[];
  /** Every file that any of these names and that the server still has. */
  files: RawObject[];
}

const PAGE = { order: 'asc', limit: 100 } as const;

export async function readRawThread(openai: OpenAI, threadId: string): Promise<RawThread> {
  const { threads, assistants } = openai.beta;
  const raw: RawThread = {
    thread: asRaw(await threads.retrieve(threadId)),
    messages: [],
    runs: [],
    run_steps: [],
    assistants: [],
    files: [],
  };
  for await (const message of threads.messages.list(threadId, PAGE)) raw.messages.push(asRaw(message));
  for await (const run of threads.runs.list(threadId, PAGE)) {
    raw.runs.push(asRaw(run));
    const steps = threads.runs.steps.list(run.id, { ...PAGE, thread_id: threadId, include: INCLUDE });
    for await (const step of steps) raw.run_steps.push(asRaw(step));
  }
  for (const id of idsUnder('assistant_id', raw.runs)) {
    const assistant = await unlessGone(assistants.retrieve(id));
    if (assistant) raw.assistants.push(asRaw(assistant));
  }
  for (const id of idsUnder('file_id', raw)) {
    const file = await unlessGone(openai.files.retrieve(id));
    if (file) raw.files.push(asRaw(file));
  }
  return raw;
}

/** The client's objects are what the server sent; what it notes on them itself is not listed. */
const asRaw = (object: object): RawObject => JSON.parse(JSON.stringify(object));

async function unlessGone<T>(asked: PromiseLike<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    unlessNotFound(error);
    return null;
  }
}

/** Each id once, in the order they come; also of lists, as `file_ids`. */
function idsUnder(key: string, value: unknown, ids = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const entry of value) idsUnder(key, entry, ids);
  else if (typeof value === 'object' && value !== null)
    for (const [name, entry] of Object.entries(value)) {
      if (name === key && typeof entry === 'string') ids.add(entry);
      else if (name === `${key}s` && Array.isArray(entry))
        for (const id of entry) typeof id === 'string' && ids.add(id);
      else idsUnder(key, entry, ids);
    }
  return ids;
}
