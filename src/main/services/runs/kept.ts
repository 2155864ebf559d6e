import type { CallOutput, MessagePart } from '#contract';
import { plainPrint } from '#contract/printed';
import type { CallNews, MadeFileNews, MessageNews } from '../../api';

export interface KeptOptions {
  /** Gives the picture behind a server's file id a place on this machine. */
  keepPicture(remoteFileId: string): Promise<MessagePart>;
  /** The same for a file that code made. */
  keepMade(remoteFileId: string, path: string): Promise<MessagePart>;
}

/** What one run has shown by reference, brought to this machine once. */
export class Kept {
  readonly #options: KeptOptions;
  readonly #parts = new Map<string, MessagePart>();

  constructor(options: KeptOptions) {
    this.#options = options;
  }

  /** The part for a picture or, by {@link keptAs}, a file; `undefined` for what was never kept. */
  get(key: string): MessagePart | undefined {
    return this.#parts.get(key);
  }

  picture(remoteFileId: string): Promise<MessagePart> {
    return this.#keep(remoteFileId, () => this.#options.keepPicture(remoteFileId));
  }

  /** Everything a message shows. */
  async allOf(news: MessageNews): Promise<void> {
    for (const part of news.parts) {
      if (part.type === 'image') await this.picture(part.remoteFileId);
      else for (const file of part.files) await this.#made(file);
    }
  }

  /** What a call showed. Of a chart that code was handed back, the step that drew it has the picture. */
  async outputsOf(call: CallNews): Promise<CallOutput[]> {
    const outputs: CallOutput[] = [];
    for (const output of call.outputs) {
      if (output.type === 'logs') {
        outputs.push({ type: 'logs', text: plainPrint(output.text) });
        continue;
      }
      const picture = await this.picture(output.remoteFileId);
      if (picture.type === 'image') outputs.push({ type: 'image', fileId: picture.fileId });
      if (picture.type === 'missing') outputs.push(picture);
      if (picture.type === 'text') outputs.push({ type: 'logs', text: picture.text });
    }
    return outputs;
  }

  #made(file: MadeFileNews): Promise<MessagePart> {
    return this.#keep(keptAs(file), () => this.#options.keepMade(file.remoteFileId, file.path));
  }

  async #keep(key: string, fetch: () => Promise<MessagePart>): Promise<MessagePart> {
    const known = this.#parts.get(key);
    // What is missing is tried again when it is next told of.
    const kept = known && known.type !== 'missing' ? known : await fetch();
    this.#parts.set(key, kept);
    return kept;
  }
}

/** A file may be linked by several names, each a part of its own. */
export const keptAs = (file: MadeFileNews): string => `${file.remoteFileId}:${file.path}`;
