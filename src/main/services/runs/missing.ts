import type { CallOutput, Message, MessagePart, MissingFile, ThreadId } from '#contract';
import type { Library } from '../../library';
import type { Log } from '../../log';
import type { Files } from '../files';
import type { Emit } from '../hub';

interface MissingOptions {
  library: Library;
  files: Files;
  emit: Emit;
  log: Log;
}

/** Pictures and files that could not be fetched when they were made: tried again when their thread is next looked at. */
export class MissingFiles {
  readonly #options: MissingOptions;
  readonly #trying = new Map<ThreadId | null, Promise<void>>();

  constructor(options: MissingOptions) {
    this.#options = options;
  }

  /** Of one thread, or of all. Never rejects; whoever asks while it is being done waits for the same. */
  tryAgain(threadId: ThreadId | null): Promise<void> {
    const trying = this.#trying.get(threadId) ?? this.#tryAll(threadId).finally(() => this.#trying.delete(threadId));
    this.#trying.set(threadId, trying);
    return trying;
  }

  async close(): Promise<void> {
    await Promise.all(this.#trying.values());
  }

  async #tryAll(threadId: ThreadId | null): Promise<void> {
    const { library, log } = this.#options;
    try {
      for (const message of library.messages.missing(threadId)) await this.#inMessage(message);
      for (const id of library.steps.missing(threadId)) await this.#inCall(id);
    } catch (error) {
      log.warn({ err: error }, 'what is missing could not be fetched yet');
    }
  }

  async #inMessage({ id, threadId, parts }: Message): Promise<void> {
    const { library, emit } = this.#options;
    // A message of a run under way is its record's to write.
    if (library.runs.openOfThread(threadId)) return;
    const replacements = await this.#foundIn(parts);
    const message = library.messages.get(id);
    if (replacements.size === 0 || !message) return;
    const now = { ...message, parts: message.parts.map((part) => foundFor(part, replacements) ?? part) };
    library.messages.save(now);
    emit({ name: 'messages.changed', data: now });
  }

  async #inCall(id: Parameters<Library['steps']['call']>[0]): Promise<void> {
    const { library, emit } = this.#options;
    const known = library.steps.call(id);
    if (!known || library.runs.openOfThread(known.threadId)) return;
    const replacements = await this.#foundIn(known.outputs);
    const call = library.steps.call(id);
    if (replacements.size === 0 || !call) return;
    const outputs = call.outputs.map((output): CallOutput => {
      const part = foundFor(output, replacements);
      return part?.type === 'image' || part?.type === 'gone' ? part : output;
    });
    library.steps.saveCall({ ...call, outputs });
    const step = library.steps.get(call.stepId);
    if (step) emit({ name: 'steps.changed', data: step });
  }

  async #foundIn(shown: readonly (MessagePart | CallOutput)[]): Promise<Map<string, MessagePart>> {
    const { files } = this.#options;
    const replacements = new Map<string, MessagePart>();
    for (const shownPart of shown) {
      if (shownPart.type !== 'missing') continue;
      const { remoteFileId, path } = shownPart;
      const part = await (path === null ? files.keepPicture(remoteFileId) : files.keepMade(remoteFileId, path));
      if (part.type !== 'missing') replacements.set(keyOf(shownPart), part);
    }
    return replacements;
  }
}

const keyOf = ({ remoteFileId, path }: MissingFile): string => `${remoteFileId}:${path ?? ''}`;
const foundFor = (
  part: MessagePart | CallOutput,
  replacements: ReadonlyMap<string, MessagePart>,
): MessagePart | undefined => (part.type === 'missing' ? replacements.get(keyOf(part)) : undefined);
