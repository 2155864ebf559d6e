import type { ExportedMessage, ExportedStep } from '../../exchange';
import { pack } from '../../metadata';
import type { LossCounts } from '../types';
import { canvasText } from './canvas';
import { assetOf, type ShownPart, shownParts, textField, thoughtsIn } from './content';
import { idFrom } from './ids';
import type { ConversationMessage } from './shapes';
import type { PlacedMessage } from './tree';

const PYTHON = new Set(['python', 'code_interpreter', 'python_user_visible']);
/** What thoughts may take of a step's metadata. */
const THOUGHTS_AT_MOST = 5_000;

export interface AnswerContext {
  threadId: string;
  runId: string;
  assistantId: string;
  /** Seconds since the epoch, for what has no time of its own. */
  at: number;
  losses: LossCounts;
}

type Json = Record<string, unknown>;

interface OpenCall {
  id: string;
  at: number;
  call: Json & { type: 'function' | 'code_interpreter' };
  output: string[];
  images: string[];
  thoughts: string;
}

/** One answer as objects of the protocol: messages, and the steps that led to them. */
export class AnswerWriter {
  readonly messages: ExportedMessage[] = [];
  readonly steps: ExportedStep[] = [];
  readonly fileIds = new Set<string>();
  readonly #context: AnswerContext;
  #open: OpenCall | null = null;
  #thoughts = '';
  #at: number;

  constructor(context: AnswerContext) {
    this.#context = context;
    this.#at = context.at;
  }

  /** Of the last message there was. */
  get at(): number {
    return this.#at;
  }

  write(answer: readonly PlacedMessage[]): void {
    for (const placed of answer) {
      this.#at = Math.max(this.#at, Math.floor(placed.message.create_time ?? 0));
      this.#write(placed);
    }
    this.#endCall();
  }

  #write({ id, message }: PlacedMessage): void {
    const thoughts = thoughtsIn(message);
    if (thoughts !== '') {
      this.#thoughts = [this.#thoughts, thoughts].filter(Boolean).join('\n\n');
      return;
    }
    if (message.metadata.is_visually_hidden_from_conversation && message.author.role !== 'tool') return;
    if (message.author.role === 'tool') return this.#tool(id, message);
    const canvas = canvasText(message);
    if (canvas !== null) return this.#message(id, [{ type: 'text', text: canvas }]);
    if (message.recipient !== 'all') return this.#call(id, message);
    this.#message(id, shownParts(message, this.#context.losses), message.status === 'in_progress');
  }

  #tool(id: string, message: ConversationMessage): void {
    const parts = shownParts(message, this.#context.losses);
    const images = parts.flatMap((part) => (part.type === 'image' ? [part.fileId] : []));
    const text = parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n');
    if (this.#open === null && text !== '') this.#begin(id, message.author.name ?? 'tool', '{}');
    if (this.#open) {
      if (text !== '') this.#open.output.push(text);
      this.#open.images.push(...drawnIn(message.metadata.aggregate_result));
    }
    if (images.length > 0)
      this.#message(
        id,
        parts.filter((part) => part.type === 'image'),
      );
  }

  #call(id: string, message: ConversationMessage): void {
    const { content, recipient } = message;
    const [part] = Array.isArray(Reflect.get(content, 'parts')) ? (Reflect.get(content, 'parts') as unknown[]) : [];
    this.#begin(id, recipient, textField(content, 'text') || (typeof part === 'string' ? part : ''));
  }

  #begin(id: string, name: string, input: string): void {
    this.#endCall();
    const isPython = PYTHON.has(name);
    const functionName = name.replaceAll(/[^A-Za-z0-9_-]/g, '_').slice(0, 64) || 'tool';
    this.#open = {
      id,
      at: this.#at,
      call: isPython
        ? { type: 'code_interpreter', code_interpreter: { input } }
        : { type: 'function', function: { name: functionName, arguments: argumentsOf(input) } },
      output: [],
      images: [],
      thoughts: this.#takeThoughts(),
    };
  }

  #endCall(): void {
    const open = this.#open;
    if (!open) return;
    this.#open = null;
    const printed = open.output.join('\n');
    for (const fileId of open.images) this.fileIds.add(fileId);
    const outputs = [
      ...(printed === '' ? [] : [{ type: 'logs', logs: printed }]),
      ...open.images.map((file_id) => ({ type: 'image', image: { file_id } })),
    ];
    const call =
      open.call.type === 'code_interpreter'
        ? { ...open.call, code_interpreter: { ...(open.call.code_interpreter as Json), outputs } }
        : { ...open.call, function: { ...(open.call.function as Json), output: printed } };
    const id = idFrom('call_', this.#context.runId, open.id);
    this.#step(open.id, open.at, { type: 'tool_calls', tool_calls: [{ id, ...call }] }, open.thoughts);
  }

  #message(nodeId: string, parts: readonly ShownPart[], isCut = false): void {
    if (parts.length === 0) return;
    this.#endCall();
    const { threadId, runId, assistantId } = this.#context;
    const id = idFrom('msg_', threadId, nodeId);
    this.messages.push({
      ...{ id, object: 'thread.message', created_at: this.#at, assistant_id: assistantId, thread_id: threadId },
      ...{ run_id: runId, role: 'assistant', status: isCut ? 'incomplete' : 'completed' },
      content: contentOf(parts, this.fileIds),
      ...{ attachments: [], metadata: {} },
    });
    const details = { type: 'message_creation', message_creation: { message_id: id } };
    this.#step(nodeId, this.#at, details, this.#takeThoughts());
  }

  #step(nodeId: string, at: number, details: Json, thoughts: string): void {
    const { threadId, runId, assistantId } = this.#context;
    this.steps.push({
      ...{ id: idFrom('step_', runId, nodeId), object: 'thread.run.step', created_at: at, completed_at: at },
      ...{ run_id: runId, thread_id: threadId, assistant_id: assistantId, type: details.type, status: 'completed' },
      step_details: details,
      metadata: thoughts === '' ? {} : pack('assay_reasoning', pieces(thoughts.slice(0, THOUGHTS_AT_MOST))),
    });
  }

  #takeThoughts(): string {
    const thoughts = this.#thoughts;
    this.#thoughts = '';
    return thoughts;
  }
}

export function contentOf(parts: readonly ShownPart[], fileIds: Set<string>): Json[] {
  return parts.map((part) => {
    if (part.type === 'text') return { type: 'text', text: { value: part.text, annotations: [] } };
    fileIds.add(part.fileId);
    return { type: 'image_file', image_file: { file_id: part.fileId, detail: 'auto' } };
  });
}

/** Pictures that code has drawn. */
function drawnIn(result: unknown): string[] {
  const shown: unknown = typeof result === 'object' && result !== null ? Reflect.get(result, 'messages') : null;
  return (Array.isArray(shown) ? shown : []).flatMap((message) => assetOf(textField(message, 'image_url')) ?? []);
}

/** A model that goes on with the thread is told calls as JSON. */
function argumentsOf(input: string): string {
  try {
    const value: unknown = JSON.parse(input);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return input;
  } catch {
    // Not JSON: told as a text.
  }
  return JSON.stringify({ input });
}

const pieces = (text: string): string[] => text.match(/[\s\S]{1,400}/g) ?? [];
