import { instructionParts } from '../tools';
import type { PlainContent, PlainItem, PlainTurn, SentKind } from '../tools/plain';

/** A piece of a body, for the ledger. */
export interface SentPart {
  kind: SentKind;
  value: unknown;
}

type ContentPart = { type: 'text'; text: string } | { type: 'image_url'; image_url: { url: string } };

export interface ChatToolCall {
  id: string;
  type: 'function';
  function: { name: string; arguments: string };
  extra_content?: object;
}

export interface ChatMessage {
  role: 'system' | 'user' | 'assistant' | 'tool';
  content: string | ContentPart[] | null;
  tool_calls?: ChatToolCall[];
  tool_call_id?: string;
  reasoning_content?: string;
  reasoning_details?: unknown[];
}

export interface MessageOptions {
  /** Content is one text: pictures are left out, and the model is told. */
  textOnly: boolean;
  reasoningBack: boolean;
}

/** What a `state` of this provider holds. */
interface ChatState {
  reasoning?: string;
  details?: unknown[];
  /** Of the next call. */
  extra?: object;
}

const NO_PICTURE = '[A picture that was sent here could not be passed on to you. Say so if it matters.]';

/**
 * The messages of a turn in the order that the strictest of servers want: one system message first, no two of a role in a
 * row, outputs right behind their calls, and never a user's message right behind an output.
 */
export function chatMessages(
  { instructions, items }: Pick<PlainTurn, 'instructions' | 'items'>,
  options: MessageOptions,
): { messages: ChatMessage[]; parts: SentPart[] } {
  const made = new Messages(options);
  if (instructions !== '') made.system(instructions);
  for (const item of items) made.add(item);
  return { messages: made.messages, parts: made.parts };
}

class Messages {
  readonly messages: ChatMessage[] = [];
  readonly parts: SentPart[] = [];
  readonly #options: MessageOptions;
  readonly #ids = new Map<string, string>();
  #state: ChatState = {};

  constructor(options: MessageOptions) {
    this.#options = options;
  }

  system(text: string): void {
    this.messages.push({ role: 'system', content: text });
    this.parts.push(...instructionParts(text));
  }

  add(item: PlainItem): void {
    switch (item.type) {
      case 'message':
        this.#message(item);
        break;
      case 'call':
        this.#call(item);
        break;
      case 'output':
        this.messages.push({ role: 'tool', tool_call_id: this.#id(item.callId), content: item.output });
        this.parts.push({ kind: item.kind, value: item.output });
        break;
      case 'state':
        if ('chat' in item.state) Object.assign(this.#state, item.state.chat);
        break;
    }
  }

  #message({ role, content, kind }: Extract<PlainItem, { type: 'message' }>): void {
    const parts = content.map((part) => this.#part(part));
    this.parts.push(
      ...parts.map((part) => ({ kind: part.type === 'text' ? kind : 'picture', value: sentValue(part) }) as const),
    );
    const last = this.messages.at(-1);
    if (role === 'assistant') {
      if (last?.role === 'assistant' && !last.tool_calls) last.content = joined(last.content, parts);
      else this.messages.push({ role, content: joined(null, parts) });
      return;
    }
    // What the app itself has to say stands with the user: a second system message is refused by many.
    if (last?.role === 'tool') this.messages.push({ role: 'assistant', content: '(No answer was given.)' });
    if (last?.role === 'user') last.content = joined(last.content, parts);
    else this.messages.push({ role: 'user', content: joined(null, parts) });
  }

  #part(part: PlainContent): ContentPart {
    if (part.type === 'text') return part;
    if (this.#options.textOnly) return { type: 'text', text: NO_PICTURE };
    if (part.type === 'link') return { type: 'image_url', image_url: { url: part.url } };
    const { mediaType, bytes } = part.picture;
    return {
      type: 'image_url',
      image_url: { url: `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}` },
    };
  }

  #call({ callId, name, arguments: args, kind }: Extract<PlainItem, { type: 'call' }>): void {
    const { extra, ...thought } = this.#state;
    this.#state = {};
    const call: ChatToolCall = {
      id: this.#id(callId),
      type: 'function',
      function: { name, arguments: asObject(args) },
      ...(extra ? { extra_content: extra } : {}),
    };
    const message = this.#calling();
    message.tool_calls = [...(message.tool_calls ?? []), call];
    // Those who give details take them back; bare text is refused by some.
    if (thought.details) message.reasoning_details = thought.details;
    if (this.#options.reasoningBack) message.reasoning_content ??= thought.reasoning ?? '';
    this.parts.push({ kind, value: call });
  }

  /** The message that a call belongs to: what was said just before it, or one of its own. */
  #calling(): ChatMessage {
    const last = this.messages.at(-1);
    if (last?.role === 'assistant') return last;
    const message: ChatMessage = { role: 'assistant', content: null };
    this.messages.push(message);
    return message;
  }

  /** Nine letters and digits, which is what the strictest ask for; the same in each request of a thread. */
  #id(callId: string): string {
    const known = this.#ids.get(callId);
    if (known !== undefined) return known;
    const id = `call${String(this.#ids.size + 1).padStart(5, '0')}`;
    this.#ids.set(callId, id);
    return id;
  }
}

const sentValue = (part: ContentPart): unknown => (part.type === 'text' ? part.text : part);

/** Text alone is one string, which every server takes. */
function joined(before: ChatMessage['content'], parts: ContentPart[]): string | ContentPart[] {
  const earlier: ContentPart[] =
    before === null ? [] : typeof before === 'string' ? [{ type: 'text', text: before }] : before;
  const all = [...earlier, ...parts];
  return all.every((part) => part.type === 'text') ? all.map((part) => part.text).join('\n\n') : all;
}

/** Servers read arguments again to show them to the model, and fail where they are no object. */
function asObject(args: string): string {
  try {
    const value: unknown = JSON.parse(args);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return args;
  } catch {
    // As the model wrote it.
  }
  return JSON.stringify({ input: args });
}
