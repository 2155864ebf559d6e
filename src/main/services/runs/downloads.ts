import type { CallOutput, MessagePart } from '#contract';
import { plainPrint } from '#contract/printed';
import type { ServerCall, ServerFile, ServerMessage } from '../../api';
import type { KeptPicture } from '../files';

export interface DownloadOptions {
  /** Gives the picture behind a server's file id a place on this machine. */
  keepPicture(remoteFileId: string): Promise<KeptPicture>;
  /** The same for a file that code made. */
  keepMade(remoteFileId: string, path: string): Promise<MessagePart>;
}

/** What one run has shown by reference, brought to this machine once. */
export class RunDownloads {
  readonly #options: DownloadOptions;
  readonly #parts = new Map<string, MessagePart>();

  constructor(options: DownloadOptions) {
    this.#options = options;
  }

  /** The part for a picture or, by {@link fileKey}, a file; `undefined` for what was never kept. */
  get(key: string): MessagePart | undefined {
    return this.#parts.get(key);
  }

  fetchPicture(remoteFileId: string): Promise<KeptPicture> {
    return this.#fetchOnce(remoteFileId, () => this.#options.keepPicture(remoteFileId));
  }

  /** Everything a message shows. */
  async fetchAll(message: ServerMessage): Promise<void> {
    for (const part of message.parts) {
      if (part.type === 'image') await this.fetchPicture(part.remoteFileId);
      else for (const file of part.files) await this.#fetchFile(file);
    }
  }

  /** What a call showed. Of a chart that code was handed back, the step that drew it has the picture. */
  async outputsOf(call: Pick<ServerCall, 'outputs'>): Promise<CallOutput[]> {
    const outputs: CallOutput[] = [];
    for (const output of call.outputs) {
      if (output.type === 'logs') {
        outputs.push({ type: 'logs', text: plainPrint(output.text) });
        continue;
      }
      const picture = await this.fetchPicture(output.remoteFileId);
      if (picture.type !== 'chart') outputs.push(picture);
    }
    return outputs;
  }

  #fetchFile(file: ServerFile): Promise<MessagePart> {
    return this.#fetchOnce(fileKey(file), () => this.#options.keepMade(file.remoteFileId, file.path));
  }

  async #fetchOnce<Kept extends MessagePart>(key: string, fetch: () => Promise<Kept>): Promise<Kept> {
    // A key stands for what one and the same function fetches.
    const known = this.#parts.get(key) as Kept | undefined;
    // What is missing is tried again when it is next told of.
    const kept = known && known.type !== 'missing' ? known : await fetch();
    this.#parts.set(key, kept);
    return kept;
  }
}

/** A file may be linked by several names, each a part of its own. */
export const fileKey = (file: ServerFile): string => `${file.remoteFileId}:${file.path}`;
