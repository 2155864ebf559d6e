import type { Message, MessagePart } from '#contract';
import type { ServerMessage } from '../../api';
import { type Downloads, fileKey } from './downloads';
import { splitReading } from './reading';

/** Text that became visible, to be put at `offset` of the text part `part`. */
export interface Growth {
  part: number;
  offset: number;
  text: string;
}

/** One message while it arrives: raw text in, the saved shape out. */
export class StreamedMessage {
  #message: Message;
  /** Text as it came, per part; the reading is still in the first one. */
  readonly #raw: string[] = [];
  /** Length of each part's visible text at the last {@link grown}. */
  readonly #shown: number[] = [];

  constructor(message: Message) {
    this.#message = message;
  }

  get message(): Message {
    return this.#message;
  }

  addText(part: number, text: string): void {
    this.#raw[part] = (this.#raw[part] ?? '') + text;
  }

  addPart(part: number, value: MessagePart): void {
    const parts = [...this.#message.parts];
    parts[part] = value;
    this.#message = { ...this.#message, parts: filled(parts) };
  }

  /** Brings the message up to the text that has come, and says what is new in it. */
  grown(): { growths: Growth[]; readingCame: boolean } {
    const parts = [...this.#message.parts];
    const growths: Growth[] = [];
    let { reading } = this.#message;
    for (const [index, raw] of this.#raw.entries()) {
      if (raw === undefined) continue;
      const split = index === 0 ? splitReading(raw, false) : { reading: null, body: raw, decided: true };
      if (!split.decided) continue;
      if (index === 0) reading = split.reading;
      const shown = this.#shown[index] ?? 0;
      parts[index] = { type: 'text', text: split.body };
      if (split.body.length > shown) growths.push({ part: index, offset: shown, text: split.body.slice(shown) });
      this.#shown[index] = split.body.length;
    }
    const readingCame = reading !== this.#message.reading;
    this.#message = { ...this.#message, parts: filled(parts), reading };
    return { growths, readingCame };
  }
}

/**
 * The message as the server tells it, in the library's shape. `kept` has the place here of each picture and each file;
 * files stand behind all other parts.
 */
export function toMessage(
  news: ServerMessage,
  known: Message | undefined,
  kept: Pick<Downloads, 'get'>,
  now: number,
): Message {
  const done = news.status !== 'in_progress';
  const split = news.parts[0]?.type === 'text' ? splitReading(news.parts[0].text, done) : null;
  const parts = news.parts.map((part, index): MessagePart => {
    if (part.type === 'image')
      return kept.get(part.remoteFileId) ?? { type: 'text', text: 'A picture that is no longer there.' };
    return { type: 'text', text: index === 0 && news.role === 'assistant' && split?.decided ? split.body : part.text };
  });
  const files = new Set(news.parts.flatMap((part) => (part.type === 'text' ? part.files : [])).map(fileKey));
  return {
    id: news.id,
    threadId: news.threadId,
    runId: news.runId,
    role: news.role,
    status: news.status,
    reading: news.role === 'assistant' ? (split?.reading ?? null) : null,
    parts: [...parts, ...[...files].flatMap((key) => kept.get(key) ?? [])],
    attachments: known?.attachments ?? [],
    numbers: known?.numbers ?? [],
    citations: known?.citations ?? [],
    createdAt: known?.createdAt ?? now,
  };
}

function filled(parts: (MessagePart | undefined)[]): MessagePart[] {
  return Array.from(parts, (part) => part ?? { type: 'text', text: '' });
}
