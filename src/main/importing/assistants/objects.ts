import {
  ExportedAssistant,
  ExportedFile,
  ExportedMessage,
  ExportedRun,
  ExportedStep,
  ExportedThread,
} from '../../exchange';

export type StagedKind = 'thread' | 'message' | 'run' | 'step' | 'assistant' | 'file';

/** An object of the protocol, wherever it stood. */
export interface StagedObject {
  kind: StagedKind;
  id: string;
  /** Null for what is of no thread. */
  threadId: string | null;
  value: object;
}

const SHAPES = {
  thread: ExportedThread,
  'thread.message': ExportedMessage,
  'thread.run': ExportedRun,
  'thread.run.step': ExportedStep,
  assistant: ExportedAssistant,
} as const;
const KINDS: Record<keyof typeof SHAPES, StagedKind> = {
  thread: 'thread',
  'thread.message': 'message',
  'thread.run': 'run',
  'thread.run.step': 'step',
  assistant: 'assistant',
};
/** Logs hold answers of servers deep within other things; what is deeper still was made to keep readers busy. */
const DEPTH_AT_MOST = 30;
const OBJECTS_AT_MOST = 1_000_000;

/** Every object of the protocol in a value. Objects do not stand within each other. */
export function* objectsIn(value: unknown): Generator<StagedObject | 'damaged'> {
  const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  for (let next = open.pop(), taken = 0; next && taken < OBJECTS_AT_MOST; next = open.pop(), taken += 1) {
    if (typeof next.value !== 'object' || next.value === null) continue;
    const read = objectOf(next.value);
    if (read) yield read;
    else if (next.depth < DEPTH_AT_MOST)
      for (const child of Object.values(next.value).reverse()) open.push({ value: child, depth: next.depth + 1 });
  }
}

function objectOf(value: object): StagedObject | 'damaged' | null {
  const file = ExportedFile.safeParse(value);
  if (file.success) return { kind: 'file', id: file.data.object.id, threadId: null, value };
  const name: unknown = Object.hasOwn(value, 'object') ? Reflect.get(value, 'object') : null;
  if (name === 'file' && 'id' in value && typeof value.id === 'string')
    return { kind: 'file', id: value.id, threadId: null, value: { object: value } };
  if (!isKnown(name)) return null;
  const read = SHAPES[name].safeParse(value);
  if (!read.success) return 'damaged';
  const { id } = read.data;
  return { kind: KINDS[name], id, threadId: name === 'thread' ? id : ownerOf(read.data), value: read.data };
}

const isKnown = (name: unknown): name is keyof typeof SHAPES => typeof name === 'string' && Object.hasOwn(SHAPES, name);

const ownerOf = (value: object): string | null =>
  'thread_id' in value && typeof value.thread_id === 'string' ? value.thread_id : null;
