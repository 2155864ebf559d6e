import {
  type ExportedMessage,
  type ExportedRun,
  type ExportedStep,
  THREAD_EXPORT_FORMAT,
  type ThreadExport,
} from '../../exchange';
import { LossCounts } from '../types';
import { AnswerWriter, contentOf } from './answer';
import { shownParts } from './content';
import { idFrom } from './ids';
import { ChatConversation, nodesOf } from './shapes';
import { type AnsweredQuestion, questionsOf } from './tree';

const TITLE_AT_MOST = 200;

export interface ReadConversation {
  title: string | null;
  /** Null where nothing was said in it. */
  thread: ThreadExport | null;
  losses: LossCounts;
}

/** One conversation of ChatGPT as a thread of the protocol. `source` is what can be told apart by nothing else. */
export function readConversation(value: unknown, source: string): ReadConversation | null {
  const mapping: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'mapping') : null;
  const read = ChatConversation.safeParse(value).data;
  if (!read || typeof mapping !== 'object' || mapping === null) return null;
  const losses = new LossCounts();
  const questions = questionsOf(nodesOf(mapping), read.current_node, losses);
  const writer = new ConversationWriter(read, read.id ?? read.conversation_id ?? source, questions, losses);
  return { title: writer.title, thread: writer.thread(), losses };
}

/** Whether it was meant as one, also where what was said in it is missing. */
export const isConversation = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  ['mapping', 'conversation_id', 'current_node'].some((key) => Object.hasOwn(value, key));

class ConversationWriter {
  readonly title: string | null;
  readonly #conversation: ChatConversation;
  readonly #questions: readonly AnsweredQuestion[];
  readonly #losses: LossCounts;
  readonly #threadId: string;
  readonly #isBranched: boolean;
  readonly #messages: ExportedMessage[] = [];
  readonly #runs: ExportedRun[] = [];
  readonly #steps: ExportedStep[] = [];
  readonly #files = new Map<string, string | null>();
  /** Of each question itself, or of an empty one what it was asked after. */
  readonly #written = new Map<string, string | null>();
  #at: number;

  constructor(conversation: ChatConversation, id: string, questions: readonly AnsweredQuestion[], losses: LossCounts) {
    this.#conversation = conversation;
    this.#questions = questions;
    this.#losses = losses;
    this.#threadId = idFrom('thread_', 'chatgpt', id);
    this.#at = Math.floor(conversation.create_time ?? 0);
    this.title = conversation.title?.replaceAll(/\s+/g, ' ').trim().slice(0, TITLE_AT_MOST) || null;
    const asked = questions.filter(({ question }) => question !== null);
    this.#isBranched = asked.some(({ follows }, at) => follows !== (asked[at - 1]?.question?.id ?? null));
  }

  thread(): ThreadExport | null {
    for (const question of this.#questions) this.#write(question);
    if (this.#messages.length === 0) return null;
    const { is_archived, is_starred, create_time } = this.#conversation;
    const created_at = Math.floor(create_time ?? Number(this.#messages[0]?.created_at ?? 0));
    return {
      format: THREAD_EXPORT_FORMAT,
      exported_at: Math.max(created_at, this.#at),
      ...(this.title === null
        ? {}
        : { about: { title: this.title, tags: [], pinned: is_starred === true, archived: is_archived } }),
      thread: { id: this.#threadId, object: 'thread', created_at, metadata: {} },
      messages: this.#messages,
      runs: this.#runs,
      run_steps: this.#steps,
      assistants: [],
      files: [...this.#files].map(([id, name]) => ({
        object: { id, object: 'file', filename: name ?? id, created_at, purpose: 'assistants' },
      })),
    };
  }

  #write({ question, follows, answers }: AnsweredQuestion): void {
    if (question) this.#question(question.id, follows, question.message);
    let main: string | null = null;
    for (const answer of answers) {
      const runId = idFrom('run_', this.#threadId, answer[0]?.id ?? '');
      const assistantId = idFrom('asst_', 'chatgpt');
      const context = { threadId: this.#threadId, runId, assistantId, at: this.#at, losses: this.#losses };
      const writer = new AnswerWriter(context);
      writer.write(answer);
      if (writer.messages.length + writer.steps.length === 0) continue;
      for (const id of writer.fileIds) this.#file(id, null);
      this.#messages.push(...writer.messages);
      this.#steps.push(...writer.steps);
      const model = answer.find(({ message }) => message.metadata.model_slug)?.message.metadata.model_slug;
      this.#runs.push({
        ...{ id: runId, object: 'thread.run', thread_id: this.#threadId, assistant_id: assistantId },
        ...{ status: 'completed', model: (model ?? this.#conversation.default_model_slug ?? 'chatgpt').slice(0, 200) },
        ...{ created_at: this.#at, started_at: this.#at, completed_at: writer.at },
        metadata: main === null ? {} : { assay_beside: main },
      });
      main ??= runId;
      this.#at = writer.at;
    }
  }

  #question(nodeId: string, follows: string | null, message: Parameters<typeof shownParts>[0]): void {
    const fileIds = new Set<string>();
    const parts = shownParts(message, this.#losses);
    const content = contentOf(parts, fileIds);
    for (const id of fileIds) this.#file(id, null);
    const attached = message.metadata.attachments.filter(
      ({ id }) => /^[A-Za-z0-9_-]{1,80}$/.test(id) && !fileIds.has(id),
    );
    for (const { id, name } of message.metadata.attachments) this.#file(id, name);
    const above = follows === null ? null : (this.#written.get(follows) ?? null);
    const isEmpty = content.length === 0 && attached.length === 0;
    this.#written.set(nodeId, isEmpty ? above : nodeId);
    if (isEmpty) return;
    this.#at = Math.max(this.#at, Math.floor(message.create_time ?? 0));
    const id = this.#messageId(nodeId);
    const before = above === null ? 'start' : this.#messageId(above);
    this.#messages.push({
      ...{ id, object: 'thread.message', created_at: this.#at, assistant_id: null, thread_id: this.#threadId },
      ...{ run_id: null, role: 'user', status: 'completed', content },
      attachments: attached.map((attachment) => ({ file_id: attachment.id, tools: [] })),
      metadata: this.#isBranched ? { assay_follows: before } : {},
    });
  }

  #messageId(nodeId: string): string {
    return idFrom('msg_', this.#threadId, nodeId);
  }

  #file(id: string, name: string | null): void {
    if (!/^[A-Za-z0-9_-]{1,80}$/.test(id)) return;
    this.#files.set(id, name ?? this.#files.get(id) ?? null);
  }
}
