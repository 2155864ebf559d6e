import type { DatasetId, DocumentId, Draft, Message, MessageId, ThreadId } from '#contract';
import { AppError } from '#contract/result';
import type { AssistantsClient, ServerMessage, ServerRun } from '../../api';
import type { Intent, Library } from '../../library';
import type { Log } from '../../log';
import { newId } from '../../new-id';
import type { Documents } from '../documents';
import type { ConnectedModels } from '../models';
import type { GivenChoices, KeptChoices } from '../thread-choices';
import type { CodeFiles } from './code-files';
import { toMessage } from './streamed-message';
import { titleFrom } from './title';

/** A question as it is asked; without a thread it begins one. */
export interface Asked extends GivenChoices {
  threadId: ThreadId | null;
  prompt: string;
  datasetIds: DatasetId[];
  documentIds: DocumentId[];
  follows?: MessageId | null | undefined;
}

/** One that has its thread on the server. */
export type Placed = Intent & { threadId: ThreadId };

export interface QuestionsOptions {
  library: Library;
  client: () => Promise<AssistantsClient>;
  documents: Documents;
  codeFiles: CodeFiles;
  choices: KeptChoices;
  models: ConnectedModels;
  log: Log;
  now: () => number;
}

/** Questions on their way to the server: noted before anything is sent, so that none is lost and none is asked twice. */
export class Questions {
  readonly #options: QuestionsOptions;

  constructor(options: QuestionsOptions) {
    this.#options = options;
  }

  /** @throws AppError `not_found` for files, and a model, that are gone */
  assertAskable({ threadId, datasetIds, documentIds, follows, answerer }: Asked): void {
    const { library, models } = this.#options;
    const gone =
      datasetIds.some((id) => !library.datasets.get(id)) || documentIds.some((id) => !library.documents.get(id));
    if (gone) throw new AppError('not_found', 'An attached file is no longer there. Remove it and attach it again.');
    if (follows && library.messages.get(follows)?.threadId !== threadId)
      throw new AppError('not_found', 'The question that this one was to follow is no longer there.');
    if (answerer) models.get(answerer);
  }

  note(asked: Asked): Intent {
    // Once there are versions, the one before in time need not be the one before in the conversation.
    const last = asked.threadId === null ? undefined : this.#options.library.messages.lastOfVersions(asked.threadId);
    const { follows = last } = asked;
    const intent: Intent = {
      ...asked,
      ...(follows === undefined ? {} : { follows }),
      key: newId('key_'),
      at: this.#options.now(),
    };
    this.#options.library.notes.saveIntent(intent);
    return intent;
  }

  async place(intent: Intent): Promise<Placed> {
    const client = await this.#options.client();
    const placed = { ...intent, threadId: intent.threadId ?? (await client.createThread(intent.key)) };
    this.#options.library.notes.saveIntent(placed);
    return placed;
  }

  /** Sends its files, then the question itself. */
  async send(placed: Placed): Promise<ServerMessage> {
    const { threadId, prompt, key, datasetIds, documentIds, follows } = placed;
    const { documents, codeFiles, choices } = this.#options;
    // The built-in analyst runs the code of questions only.
    const isModel =
      choices.order(threadId, placed, { model: null, code: 'here', search: 'here', background: false }).boundary !==
      undefined;
    const client = await this.#options.client();
    const searched = await documents.searchable(documentIds);
    const read = await codeFiles.forQuestion(prompt, threadId, datasetIds, isModel);
    const serverMessage = await client.addMessage(threadId, { text: prompt, key, searched, read, follows });
    if (searched.length > 0) await this.#keepStores(client, threadId);
    return serverMessage;
  }

  /** What became of a question on the server; null where it never got there, and then it is forgotten. */
  async find(
    intent: Intent,
  ): Promise<{ placed: Placed; serverMessage: ServerMessage; latest: ServerRun | undefined } | null> {
    const { threadId } = intent;
    const client = threadId === null ? null : await this.#options.client();
    const serverMessage = threadId === null ? undefined : await client?.findMessage(threadId, intent.key);
    if (threadId === null || !client || !serverMessage) {
      this.#options.library.notes.deleteIntent(intent.key);
      return null;
    }
    return { placed: { ...intent, threadId }, serverMessage, latest: await client.latestRun(threadId) };
  }

  /** Saves the message with all that came along; the question is then no longer on its way. Call it in a transaction. */
  save(intent: Placed, serverMessage: ServerMessage): Message {
    const { library } = this.#options;
    library.threads.add({ id: intent.threadId, title: titleFrom(intent.prompt), at: intent.at });
    this.#saveChoices(intent);
    for (const id of intent.datasetIds) library.datasets.attach(intent.threadId, id);
    for (const id of intent.documentIds) library.documents.attach(intent.threadId, id);
    const message = toMessage(serverMessage, library.messages.get(serverMessage.id), new Map(), intent.at);
    message.attachments = attachmentsOf(library, intent);
    library.messages.save(message);
    library.threads.touch(intent.threadId, intent.at);
    this.#clearDraft(intent);
    library.notes.deleteIntent(intent.key);
    return message;
  }

  #saveChoices({ threadId, answerer, boundary, assistantId }: Placed): void {
    const given = Object.entries({ answerer, boundary, assistantId }).filter(([, value]) => value !== undefined);
    if (given.length > 0) this.#options.choices.save(threadId, Object.fromEntries(given));
  }

  #clearDraft(intent: Placed): void {
    for (const threadId of [intent.threadId, null]) {
      if (this.#options.library.notes.draft(threadId).text.trim() === intent.prompt)
        this.#options.library.notes.saveDraft({
          threadId,
          text: '',
          ...unsent(this.#options.library, threadId, intent),
        });
    }
  }

  /** The question can be answered now all the same; it is only that the server forgets the documents sooner. */
  async #keepStores(client: AssistantsClient, threadId: ThreadId): Promise<void> {
    await client.documents.keepStores(threadId).catch((error: unknown) => {
      this.#options.log.warn({ err: error }, 'documents of a thread could not be kept on the server for longer');
    });
  }
}

/** What could not be read was not sent along; it stays until the window takes it away. */
function unsent(
  library: Library,
  threadId: ThreadId | null,
  intent: Intent,
): Pick<Draft, 'datasetIds' | 'documentIds'> {
  const draft = library.notes.draft(threadId);
  return {
    datasetIds: draft.datasetIds.filter((id) => !intent.datasetIds.includes(id)),
    documentIds: draft.documentIds.filter((id) => !intent.documentIds.includes(id)),
  };
}

function attachmentsOf(library: Library, { datasetIds, documentIds }: Intent): Message['attachments'] {
  const named = <I extends object>(id: I, named: { name: string } | undefined) =>
    named ? [{ ...id, name: named.name }] : [];
  return [
    ...datasetIds.flatMap((datasetId) => named({ datasetId }, library.datasets.get(datasetId))),
    ...documentIds.flatMap((documentId) => named({ documentId }, library.documents.get(documentId))),
  ];
}
