import type { Message, MessagePart } from '#contract';
import type { ServerFact, ServerMessage } from '../../api';
import { fileKey, type RunDownloads } from './downloads';
import { placedFacts } from './placed-facts';

/** Text that became visible, to be put at `offset` of the text part `part`. */
export interface TextGrowth {
  part: number;
  offset: number;
  text: string;
}

/** One message while it arrives: pieces of text in, the saved shape out. */
export class StreamedMessage {
  #message: Message;
  readonly #facts: readonly ServerFact[];
  /** Text as it came, per part. */
  readonly #texts: string[] = [];
  /** Length of each part's text at the last {@link grow}. */
  readonly #lengths: number[] = [];

  constructor(message: Message, facts: readonly ServerFact[]) {
    this.#message = message;
    this.#facts = facts;
  }

  get message(): Message {
    return this.#message;
  }

  addText(part: number, text: string): void {
    this.#texts[part] = (this.#texts[part] ?? '') + text;
  }

  addPart(part: number, value: MessagePart): void {
    const parts = [...this.#message.parts];
    parts[part] = value;
    this.#message = { ...this.#message, parts: filled(parts) };
  }

  /** Brings the message up to the text that has come, and says what is new in it; `moved` where facts stand elsewhere now. */
  grow(): { growths: TextGrowth[]; moved: boolean } {
    const parts = [...this.#message.parts];
    const growths: TextGrowth[] = [];
    for (const [index, text] of this.#texts.entries()) {
      if (text === undefined) continue;
      const known = this.#lengths[index] ?? 0;
      parts[index] = { type: 'text', text };
      if (text.length > known) growths.push({ part: index, offset: known, text: text.slice(known) });
      this.#lengths[index] = text.length;
    }
    const facts = placedFacts(this.#facts, parts);
    const moved = JSON.stringify(facts) !== JSON.stringify(this.#message.facts);
    this.#message = { ...this.#message, parts: filled(parts), facts };
    return { growths, moved };
  }
}

/**
 * The message as the server tells it, in the library's shape. `downloads` has the place here of each picture and each file;
 * files stand behind all other parts.
 */
export function toMessage(
  server: ServerMessage,
  known: Message | undefined,
  downloads: Pick<RunDownloads, 'get'>,
  now: number,
): Message {
  const parts = server.parts.map((part): MessagePart => {
    if (part.type === 'text') return { type: 'text', text: part.text };
    return downloads.get(part.remoteFileId) ?? { type: 'text', text: 'A picture that is no longer there.' };
  });
  const files = new Set(server.parts.flatMap((part) => (part.type === 'text' ? part.files : [])).map(fileKey));
  return {
    id: server.id,
    threadId: server.threadId,
    runId: server.runId,
    role: server.role,
    status: server.status,
    parts: [...parts, ...[...files].flatMap((key) => downloads.get(key) ?? [])],
    facts: placedFacts(server.facts, parts),
    attachments: known?.attachments ?? [],
    numbers: known?.numbers ?? [],
    citations: known?.citations ?? [],
    ...(server.follows === undefined ? {} : { follows: server.follows }),
    createdAt: known?.createdAt ?? now,
  };
}

function filled(parts: (MessagePart | undefined)[]): MessagePart[] {
  return Array.from(parts, (part) => part ?? { type: 'text', text: '' });
}
