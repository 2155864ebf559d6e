import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { open, statfs } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { ThreadAbout } from '../exchange';
import { objectsIn } from './assistants/objects';
import { Staging } from './assistants/staging';
import { stagedThreads } from './assistants/threads';
import { assetFiles } from './chatgpt/assets';
import { isConversation, readConversation } from './chatgpt/conversation';
import { type JsonPiece, jsonPieces } from './json-pieces';
import type { ReadFiles, ReadItem } from './types';
import { plainFile, SourceError, type SourceFile, type SourceFiles, zipFiles } from './zip-files';

export interface ImportReadOptions {
  /** The file's own name. */
  name: string;
  bytes: number;
  /** What is put aside while reading lies there, and is gone afterwards. */
  tempFolder: string;
  signal: AbortSignal;
  /** Bytes of what is read, unpacked; and how many there will be. */
  onProgress(read: number, of: number): void;
}

/** A conversation, or an object of the protocol: beyond it none was said by anybody. */
const PIECE_AT_MOST = 280 * 1024 ** 2;
const LISTS = new Set(['data', 'messages', 'runs', 'run_steps', 'assistants', 'files', 'conversations']);
const TEXTS = /\.(json|jsonl|ndjson)$/i;
const CONVERSATIONS = /^conversations(?:[-_]?\d+)?\.json$/i;

/**
 * Threads in a file of any size, one by one: ChatGPT's export, exported threads, answers of an Assistants server in any order.
 * @throws SourceError where the whole cannot be read; whatever `signal` is aborted with
 */
export async function* readImport(path: string, options: ImportReadOptions): AsyncGenerator<ReadItem> {
  mkdirSync(options.tempFolder, { recursive: true, mode: 0o700 });
  const sources = await sourcesOf(path, options);
  const reader = new ImportReader(sources.files, new Staging(join(options.tempFolder, `${randomUUID()}.db`)), options);
  try {
    yield* reader.items();
  } finally {
    reader.close();
    await sources.close();
  }
}

async function sourcesOf(path: string, { name, bytes, tempFolder }: ImportReadOptions): Promise<SourceFiles> {
  const file = await open(path);
  const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0).finally(() => file.close());
  if (buffer.readUInt32LE() === 0x04034b50 || buffer.readUInt32LE() === 0x06054b50) {
    const { bavail, bsize } = await statfs(tempFolder);
    return zipFiles(path, bavail * bsize);
  }
  return { files: [plainFile(path, name, bytes)], close: async () => undefined };
}

class ImportReader {
  readonly #files: readonly SourceFile[];
  readonly #byName: ReadonlyMap<string, SourceFile>;
  readonly #assets: ReadFiles;
  readonly #staging: Staging;
  readonly #options: ImportReadOptions;
  #damaged = 0;
  #items = 0;

  constructor(files: readonly SourceFile[], staging: Staging, options: ImportReadOptions) {
    this.#files = files;
    this.#byName = new Map(files.map((file) => [posix.normalize(file.name), file]));
    this.#assets = assetFiles(files);
    this.#staging = staging;
    this.#options = options;
  }

  async *items(): AsyncGenerator<ReadItem> {
    const texts = this.#texts();
    const of = texts.reduce((sum, { bytes }) => sum + bytes, 0);
    let before = 0;
    for (const file of texts) {
      const chunks = counted(await file.open(), this.#options.signal, (read) =>
        this.#options.onProgress(before + read, of),
      );
      for await (const piece of jsonPieces(chunks, { lists: LISTS, atMost: PIECE_AT_MOST }))
        for (const item of this.#read(piece, file)) yield item;
      before += file.bytes;
    }
    for (const item of stagedThreads(this.#staging, this.#byName, this.#damaged)) {
      this.#options.signal.throwIfAborted();
      this.#items += 1;
      yield item;
    }
    if (this.#items === 0) throw new SourceError('not_recognised');
  }

  close(): void {
    this.#staging.close();
  }

  /** In ChatGPT's export conversations alone; a file by itself is read whatever it is called. */
  #texts(): SourceFile[] {
    const [first] = this.#files;
    if (this.#files.length === 1 && first) return [first];
    const named = this.#files.filter(({ name }) => TEXTS.test(name)).sort((a, b) => (a.name < b.name ? -1 : 1));
    const conversations = named.filter(({ name }) => CONVERSATIONS.test(posix.basename(name)));
    return conversations.length > 0 ? conversations : named;
  }

  *#read({ bytes, list, problem }: JsonPiece, file: SourceFile): Generator<ReadItem> {
    const { value, isReplaced } = problem === null ? parsed(bytes) : { value: undefined, isReplaced: false };
    if (value === undefined) {
      if (list === undefined && this.#items === 0 && this.#staging.isEmpty) return;
      this.#items += 1;
      yield { kind: 'chatgpt', title: null, hash: null, losses: [], refusal: problem ?? 'damaged' };
      return;
    }
    const hash = createHash('sha256').update(bytes).digest('hex');
    const conversation = readConversation(value, hash);
    if (!conversation && !isConversation(value)) return this.#stage(value, file);
    this.#items += 1;
    if (!conversation) {
      yield { kind: 'chatgpt', title: null, hash, losses: [], refusal: 'damaged' };
      return;
    }
    const { title, thread, losses } = conversation;
    if (isReplaced) losses.add('encoding');
    const item = { kind: 'chatgpt' as const, title, hash, losses: losses.list() };
    yield thread ? { ...item, thread, files: this.#assets } : { ...item, refusal: 'empty' };
  }

  #stage(value: unknown, file: SourceFile): void {
    for (const object of objectsIn(value)) {
      if (object === 'damaged') this.#damaged += 1;
      else this.#staging.add(object.kind === 'file' ? { ...object, value: beside(object.value, file) } : object);
    }
    if (typeof value !== 'object' || value === null || !('about' in value) || !('thread' in value)) return;
    const about = ThreadAbout.safeParse(value.about).data;
    const id: unknown = typeof value.thread === 'object' && value.thread && Reflect.get(value.thread, 'id');
    if (about && typeof id === 'string') this.#staging.addAbout(id, about);
  }
}

/** Paths of files are told from where the export lies. */
function beside(value: object, { name }: SourceFile): object {
  if (!('path' in value) || typeof value.path !== 'string') return value;
  return { ...value, path: posix.join(posix.dirname(name), value.path) };
}

function parsed(bytes: Uint8Array): { value: unknown; isReplaced: boolean } {
  try {
    const { text, isReplaced } = decoded(bytes);
    return { value: JSON.parse(text), isReplaced };
  } catch {
    return { value: undefined, isReplaced: false };
  }
}

function decoded(bytes: Uint8Array): { text: string; isReplaced: boolean } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isReplaced: false };
  } catch {
    return { text: new TextDecoder().decode(bytes), isReplaced: true };
  }
}

async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
  onRead: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const chunk of chunks) {
    signal.throwIfAborted();
    read += chunk.length;
    onRead(read);
    yield chunk;
  }
}
