import OpenAI, { APIConnectionError, toFile } from 'openai';
import type { CallId, MessageId, RunId, ThreadId } from '#contract';
import { ThreadId as ThreadIdSchema } from '#contract/ids';
import { type AppFunction, AssistantServer } from './assistant-server';
import { DocumentServer } from './document-server';
import { apiError, unlessNotFound } from './errors';
import { readHistory, type ServerHistory } from './history';
import { type RawThread, readRawThread } from './raw-thread';
import { orderMetadata, type RunOrder } from './run-origin';
import {
  FOLLOWS,
  KEY,
  type ServerMessage,
  type ServerRun,
  type ServerStep,
  START,
  serverMessage,
  serverRun,
  serverStep,
} from './server-objects';
import { INCLUDE } from './server-passages';
import { type RunUpdate, translate } from './updates';

/** The assistant every thread of the app talks to. */
export interface AssistantDefinition {
  name: string;
  model: string;
  instructions: string;
  tools: AppFunction[];
  /** Whether it may run Python. */
  codeInterpreter: boolean;
  /** Whether it may search documents. */
  fileSearch: boolean;
}

export interface UserMessage {
  text: string;
  key: string;
  /** Server's ids of the files to be searched from this message on. */
  searched: readonly string[];
  /** The same of files that its code may read. */
  read: readonly string[];
  /** The question it is asked after, where that is not simply the last; null for none. */
  follows?: MessageId | null | undefined;
}

export interface RunSnapshot {
  run: ServerRun;
  steps: ServerStep[];
  messages: ServerMessage[];
}

/** The one client of an Assistants v2 server; which server, its `fetch` and base URL decide. Throws AppErrors. */
export class AssistantsClient {
  readonly documents: DocumentServer;
  readonly assistants: AssistantServer;
  readonly #openai: OpenAI;

  constructor(options: {
    baseUrl: string;
    apiKey: string;
    fetch?: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
    /** The tools by which an assistant is known to be one for the data of threads. */
    dataTools?: readonly AppFunction[];
  }) {
    this.#openai = new OpenAI({
      apiKey: options.apiKey,
      baseURL: options.baseUrl,
      ...(options.fetch ? { fetch: options.fetch } : {}),
    });
    this.documents = new DocumentServer(this.#openai, (work) => this.#call(work));
    this.assistants = new AssistantServer(this.#openai, (work) => this.#call(work), options.dataTools ?? []);
  }

  /** Brings the assistant to the given definition, or creates it where there is none of that id; returns its id. */
  async ensureAssistant(known: string | undefined, definition: AssistantDefinition): Promise<string> {
    const body = {
      name: definition.name,
      model: definition.model,
      instructions: definition.instructions,
      tools: [
        ...definition.tools.map((tool) => ({ type: 'function' as const, function: tool })),
        ...(definition.codeInterpreter ? [{ type: 'code_interpreter' as const }] : []),
        ...(definition.fileSearch ? [{ type: 'file_search' as const }] : []),
      ],
    };
    return this.#call(async () => {
      if (known) {
        const updated = await this.#openai.beta.assistants.update(known, body).catch((error: unknown) => {
          if (error instanceof OpenAI.NotFoundError) return null;
          throw error;
        });
        if (updated) return updated.id;
      }
      return (await this.#openai.beta.assistants.create(body)).id;
    });
  }

  async createThread(key: string): Promise<ThreadId> {
    return this.#call(async () => {
      const thread = await this.#openai.beta.threads.create({ metadata: { [KEY]: key } });
      return ThreadIdSchema.parse(thread.id);
    });
  }

  /** One that is not there is deleted already. */
  async deleteThread(threadId: string): Promise<void> {
    await this.#call(async () => {
      await this.#openai.beta.threads.delete(threadId).catch(unlessNotFound);
    });
  }

  /** Adds a user message once, even when the answer to the first try is lost: `key` finds it again. */
  async addMessage(threadId: ThreadId, message: UserMessage): Promise<ServerMessage> {
    const attachments = [
      ...message.searched.map((file_id) => ({ file_id, tools: [{ type: 'file_search' as const }] })),
      ...message.read.map((file_id) => ({ file_id, tools: [{ type: 'code_interpreter' as const }] })),
    ];
    const body = {
      role: 'user' as const,
      content: message.text,
      metadata: {
        [KEY]: message.key,
        ...(message.follows === undefined ? {} : { [FOLLOWS]: message.follows ?? START }),
      },
      ...(attachments.length === 0 ? {} : { attachments }),
    };
    const create = () => this.#openai.beta.threads.messages.create(threadId, body, { maxRetries: 0 });
    return this.#call(async () => {
      try {
        return serverMessage(await create());
      } catch (error) {
        if (!(error instanceof APIConnectionError)) throw error;
        return (await this.#find(threadId, message.key)) ?? serverMessage(await create());
      }
    });
  }

  /** The message marked with `key`, if the server has it. */
  async findMessage(threadId: ThreadId, key: string): Promise<ServerMessage | undefined> {
    return this.#call(() => this.#find(threadId, key));
  }

  async *startRun(
    threadId: ThreadId,
    assistantId: string,
    signal: AbortSignal,
    order: RunOrder = {},
  ): AsyncGenerator<RunUpdate> {
    const body = {
      assistant_id: assistantId,
      ...(order.answerer ? { model: order.answerer } : {}),
      ...(order.outline ? { additional_instructions: order.outline } : {}),
      metadata: orderMetadata(order),
      include: INCLUDE,
      stream: true as const,
    };
    yield* this.#stream(() => this.#openai.beta.threads.runs.create(threadId, body, { signal, maxRetries: 0 }));
  }

  async *submitOutputs(
    run: { id: RunId; threadId: ThreadId },
    outputs: { callId: CallId; output: string }[],
    signal: AbortSignal,
  ): AsyncGenerator<RunUpdate> {
    const tool_outputs = outputs.map(({ callId, output }) => ({ tool_call_id: callId, output }));
    yield* this.#stream(() =>
      this.#openai.beta.threads.runs.submitToolOutputs(
        run.id,
        { thread_id: run.threadId, tool_outputs, stream: true },
        { signal, maxRetries: 0, query: { include: INCLUDE } },
      ),
    );
  }

  async cancel(run: { id: RunId; threadId: ThreadId }): Promise<ServerRun> {
    return this.#call(async () =>
      serverRun(await this.#openai.beta.threads.runs.cancel(run.id, { thread_id: run.threadId })),
    );
  }

  async run(run: { id: RunId; threadId: ThreadId }): Promise<ServerRun> {
    return this.#call(async () =>
      serverRun(await this.#openai.beta.threads.runs.retrieve(run.id, { thread_id: run.threadId })),
    );
  }

  /** The run with all it has produced so far, oldest first: how a lost stream is caught up with. */
  async snapshot(run: { id: RunId; threadId: ThreadId }): Promise<RunSnapshot> {
    return this.#call(async () => {
      const { threads } = this.#openai.beta;
      const steps = await collect(
        threads.runs.steps.list(run.id, { thread_id: run.threadId, order: 'asc', limit: 100, include: INCLUDE }),
      );
      const messages = await collect(threads.messages.list(run.threadId, { run_id: run.id, order: 'asc', limit: 100 }));
      return { run: await this.run(run), steps: steps.map(serverStep), messages: messages.map(serverMessage) };
    });
  }

  /** All of a thread, as for whoever has lost their own record of it. */
  async history(threadId: ThreadId): Promise<ServerHistory> {
    return this.#call(() => readHistory(this.#openai, threadId));
  }

  /** The same as the protocol's own objects, for whoever takes them elsewhere. */
  async rawThread(threadId: ThreadId): Promise<RawThread> {
    return this.#call(() => readRawThread(this.#openai, threadId));
  }

  async latestRun(threadId: ThreadId): Promise<ServerRun | undefined> {
    return this.#call(async () => {
      const page = await this.#openai.beta.threads.runs.list(threadId, { limit: 1, order: 'desc' });
      const latest = page.data[0];
      return latest && serverRun(latest);
    });
  }

  /** Puts a picture next to the thread, so that messages can show it anywhere; returns the server's file id. */
  async uploadPicture(name: string, png: Uint8Array): Promise<string> {
    return this.#call(async () => {
      const file = await toFile(new Blob([Uint8Array.from(png)], { type: 'image/png' }), name);
      return (await this.#openai.files.create({ file, purpose: 'vision' })).id;
    });
  }

  async download(remoteFileId: string): Promise<{ name: string; bytes: AsyncIterable<Uint8Array> }> {
    return this.#call(async () => {
      const about = await this.#openai.files.retrieve(remoteFileId);
      const response = await this.#openai.files.content(remoteFileId);
      return { name: about.filename, bytes: chunks(response) };
    });
  }

  async #find(threadId: ThreadId, key: string): Promise<ServerMessage | undefined> {
    const page = await this.#openai.beta.threads.messages.list(threadId, { limit: 20, order: 'desc' });
    return page.data.map(serverMessage).find((message) => message.key === key);
  }

  async *#stream(
    open: () => Promise<AsyncIterable<OpenAI.Beta.Assistants.AssistantStreamEvent>>,
  ): AsyncGenerator<RunUpdate> {
    try {
      for await (const event of await open()) yield* translate(event);
    } catch (error) {
      throw apiError(error);
    }
  }

  async #call<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw apiError(error);
    }
  }
}

async function collect<T>(pages: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of pages) all.push(item);
  return all;
}

/** Whoever stops reading lets go of the connection. */
async function* chunks({ body }: Response): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  try {
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) yield next.value;
  } finally {
    await reader?.cancel().catch(() => undefined);
  }
}
