import { lengthOf } from '../characters';
import { seconds } from '../clock';
import type { Clock, Fact, ModelEvent } from '../ports';
import type { Store } from '../store';
import type {
  MessageContent,
  MessageRecord,
  RunRecord,
  StepRecord,
  StreamEvent,
  TextAnnotation,
  TokenUsage,
} from '../store/records';
import { type AnnotatedText, Annotator, linksIn, type Sources } from './annotator';
import { newMessage, newStep } from './drafts';
import { messageCreated, messageEvent, stepCreated, stepEvent } from './events';
import type { Leftovers } from './leftovers';
import { type CountedFact, PlacedFacts } from './placed-facts';
import type { StepNotes } from './step-notes';

const SAVE_AFTER_MS = 1_000;
const SAVE_AFTER_CHARS = 32 * 1024;

type Delta = NonNullable<Extract<StreamEvent, { event: 'thread.message.delta' }>['data']['delta']['content']>[number];

type TextContent = Extract<MessageContent, { type: 'text' }>['text'];

/** What a message is made of. */
export type Spoken = Extract<ModelEvent, { type: 'text' | 'refusal' | 'image' }>;
export type Cut = 'content_filter' | 'max_tokens';
/** The message stands, whatever has no source in it, or another one is to take its place. */
export type Review = 'unsourced' | 'superseded';

export interface WriterTools {
  store: Store;
  clock: Clock;
  sources: Sources;
  /** What a message opens with: pictures that code has drawn, no message has shown, and the model does not place. */
  pictures: () => string[];
  notes: StepNotes;
  /** What is written again. */
  leftovers: Leftovers;
  /** The turn can be taken up again by a later process. */
  canBeTakenUp: () => boolean;
  say: (events: StreamEvent[]) => void;
  /** What is to be told of a message that is over. */
  review?: (content: readonly MessageContent[], code: Review) => CountedFact[];
}

/** Writes one message of a run, and its step, as the words come. */
export class MessageWriter {
  readonly #tools: WriterTools;
  readonly #run: RunRecord;
  readonly #parts: MessageContent[] = [];
  readonly #facts = new PlacedFacts();
  #message: MessageRecord | null = null;
  #step: StepRecord | null = null;
  /** Of the text part being written, if one is. */
  #annotator: Annotator | null = null;
  /** How many units more than characters that part has so far. */
  #surplus = 0;
  #length = 0;
  #savedLength = 0;
  #savedAt = 0;
  /** What is there already is replaced only once there is as much again. */
  #leastLength = 0;

  constructor(tools: WriterTools, run: RunRecord) {
    this.#tools = tools;
    this.#run = run;
  }

  /** There is something in it. */
  get begun(): boolean {
    return this.#message !== null;
  }

  get id(): string | null {
    return this.#message?.id ?? null;
  }

  get content(): readonly MessageContent[] {
    return this.#parts;
  }

  take(event: Spoken): void {
    if (event.type !== 'image' && event.delta === '') return;
    if (!this.#message) for (const fileId of this.#tools.pictures()) this.#image(fileId);
    if (event.type === 'image') this.#image(event.fileId);
    else if (event.type === 'refusal') this.#refusal(event.delta, event.fact);
    else this.#text(event.delta, event.fact);
    this.#saveNowAndThen();
  }

  /** Nothing more will be written: what was held back as the beginning of a marker is text after all. */
  end(): void {
    this.#pieces(this.#annotator?.end() ?? []);
    this.#annotator = null;
    this.#parts.forEach((part, index) => {
      if (part.type === 'text') this.#linkFiles(part.text, index);
    });
  }

  /** Writes down what has come so far. */
  save(): void {
    if (this.#message && this.#length >= this.#leastLength)
      this.#tools.store.messages.update(this.#message.id, this.#written(this.#message.id));
  }

  /** Call after `end`, inside a transaction. `cut` tells why the message is not all it should be. */
  close(cut: Cut | null, usage: TokenUsage, review: Review = 'unsourced'): StreamEvent[] {
    if (!this.#message || !this.#step) return [];
    this.#facts.put(this.#tools.review?.(this.#parts, review) ?? []);
    const { store, clock, notes } = this.#tools;
    const now = seconds(clock);
    const end: Partial<MessageRecord> = cut
      ? { status: 'incomplete', incomplete_at: now, incomplete_details: { reason: cut } }
      : { status: 'completed', completed_at: now };
    const message = store.messages.update(this.#message.id, { ...end, ...this.#written(this.#message.id) });
    const metadata = notes.in(this.#step.metadata);
    notes.next();
    const step = store.steps.update(this.#step.id, { status: 'completed', completed_at: now, usage, metadata });
    return [...(message ? [messageEvent(message)] : []), ...(step ? [stepEvent(step, this.#run)] : [])];
  }

  /** Whoever reads the thread may have given the message metadata meanwhile. */
  #written(id: string): Pick<MessageRecord, 'content' | 'metadata'> {
    const known = this.#tools.store.messages.get(id)?.metadata ?? {};
    return { content: this.#parts, metadata: this.#facts.in(known) };
  }

  #text(delta: string, fact?: Fact): void {
    this.#annotator ??= new Annotator(this.#tools.sources);
    // What the annotator holds back is of the same part as what comes now.
    this.#facts.add(this.#parts.length - (this.#parts.at(-1)?.type === 'text' ? 1 : 0), delta, fact);
    this.#pieces(this.#annotator.add(delta));
  }

  #pieces(pieces: AnnotatedText[]): void {
    for (const { value, annotations } of pieces) {
      this.#length += value.length;
      const last = this.#parts.at(-1);
      const part = last?.type === 'text' ? last : { type: 'text' as const, text: { value: '', annotations: [] } };
      if (part !== last) {
        this.#parts.push(part);
        this.#surplus = 0;
      }
      const known = part.text.annotations.length;
      part.text.value += value;
      part.text.annotations.push(...annotations);
      const indexed = annotations.map((annotation, offset) => ({
        ...announced(annotation, this.#surplus),
        index: known + offset,
      }));
      this.#surplus += value.length - lengthOf(value);
      const text = part === last && indexed.length === 0 ? { value } : { value, annotations: indexed };
      this.#delta({ index: this.#parts.length - 1, type: 'text', text });
    }
  }

  /** A file may have come here only after the model had written its link. */
  #linkFiles({ value, annotations }: TextContent, part: number): void {
    const known = new Set(annotations.map((annotation) => annotation.start_index));
    const links = linksIn(value, this.#tools.sources).filter((link) => !known.has(link.start_index));
    for (const link of links) {
      const surplus = link.start_index - lengthOf(value.slice(0, link.start_index));
      const announcement = { ...announced(link, surplus), index: annotations.length };
      annotations.push(link);
      this.#delta({ index: part, type: 'text', text: { value: '', annotations: [announcement] } });
    }
  }

  #refusal(delta: string, fact?: Fact): void {
    this.end();
    this.#facts.add(this.#parts.length - (this.#parts.at(-1)?.type === 'refusal' ? 1 : 0), delta, fact);
    this.#length += delta.length;
    const last = this.#parts.at(-1);
    if (last?.type === 'refusal') last.refusal += delta;
    else this.#parts.push({ type: 'refusal', refusal: delta });
    this.#delta({ index: this.#parts.length - 1, type: 'refusal', refusal: delta });
  }

  #image(fileId: string): void {
    if (this.#parts.some((part) => part.type === 'image_file' && part.image_file.file_id === fileId)) return;
    this.end();
    this.#length += fileId.length;
    const image_file = { file_id: fileId, detail: 'auto' as const };
    this.#parts.push({ type: 'image_file', image_file });
    this.#delta({ index: this.#parts.length - 1, type: 'image_file', image_file });
  }

  #delta(content: Delta): void {
    const message = this.#message ?? this.#begin();
    const data = { id: message.id, object: 'thread.message.delta' as const, delta: { content: [content] } };
    this.#tools.say([{ event: 'thread.message.delta', data }]);
  }

  #begin(): MessageRecord {
    const { store, clock, say, notes, leftovers } = this.#tools;
    const begun = leftovers.message();
    if (begun) {
      this.#message = begun.message;
      this.#step = begun.step;
      this.#leastLength = begun.message.content.reduce((sum, part) => sum + sizeOf(part), 0);
      return begun.message;
    }
    const draft = newMessage(this.#run, seconds(clock));
    const message = { ...draft, metadata: this.#facts.in(draft.metadata) };
    const details = { type: 'message_creation' as const, message_creation: { message_id: message.id } };
    const drafted = newStep(this.#run, details, seconds(clock));
    const step = { ...drafted, metadata: notes.in(drafted.metadata) };
    store.relaxedTransaction(() => {
      store.steps.insert(step);
      store.messages.insert(message);
    });
    this.#message = message;
    this.#step = step;
    this.#savedAt = clock.monotonic();
    say([...stepCreated(step, this.#run), ...messageCreated(message)]);
    return message;
  }

  #saveNowAndThen(): void {
    if (this.#length < this.#leastLength) return;
    const { store, clock } = this.#tools;
    const grown = this.#length - this.#savedLength;
    // A share of what is there already, so that a long answer is not rewritten over and over.
    const enough = grown > SAVE_AFTER_CHARS + this.#savedLength / 4;
    if (!enough && clock.monotonic() - this.#savedAt <= SAVE_AFTER_MS) return;
    store.relaxedTransaction(() => this.save());
    this.#savedLength = this.#length;
    this.#savedAt = clock.monotonic();
  }
}

/** As it is streamed: its place counts characters, and upstream says an empty quote, which the finished message lacks. */
function announced(annotation: TextAnnotation, surplus: number) {
  const start_index = annotation.start_index - surplus;
  const placed = { ...annotation, start_index, end_index: start_index + lengthOf(annotation.text) };
  if (placed.type !== 'file_citation') return placed;
  return { ...placed, file_citation: { ...placed.file_citation, quote: '' } };
}

/** As the writer counts it. */
function sizeOf(part: MessageContent): number {
  if (part.type === 'text') return part.text.value.length;
  if (part.type === 'refusal') return part.refusal.length;
  return part.type === 'image_file' ? part.image_file.file_id.length : 0;
}
