import type { AnswererId, AssistantId, AssistantTraits, DataBoundary, ThreadChoices, ThreadId } from '#contract';
import { answererParts } from '#contract/models';
import { AppError } from '#contract/result';
import type { RunOrder } from '../api';
import type { Library, SavedChoices } from '../library';
import type { ModelConnections } from './connections';
import type { Emit } from './hub';
import type { ConnectedModels } from './models';

export interface ChoicesOptions {
  library: Library;
  connections: ModelConnections;
  models: ConnectedModels;
  emit: Emit;
}

/** What is chosen in the composer, which comes before what the thread has. */
export interface GivenChoices {
  answerer?: AnswererId | undefined;
  boundary?: DataBoundary | undefined;
  assistantId?: AssistantId | undefined;
  /** What is done again, by its key: the built-in analyst does it, this once. Null: it answers by itself. */
  recorded?: string | null | undefined;
}

const NOTHING: SavedChoices = { answerer: null, boundary: null, assistantId: null };

/** Who answers in a thread, by which assistant, and with how much of the data. */
export class KeptChoices {
  readonly #options: ChoicesOptions;

  constructor(options: ChoicesOptions) {
    this.#options = options;
  }

  of(threadId: ThreadId | null): ThreadChoices {
    const saved = this.#saved(threadId);
    const answerer = this.#answerer(saved);
    const model = this.#options.models.get(answerer);
    return {
      threadId,
      model: {
        answerer,
        connection: model.connection?.name ?? null,
        name: model.name,
        local: model.connection?.local ?? true,
        chosen: saved.answerer === answerer,
        there: saved.answerer === null || saved.answerer === answerer,
      },
      boundary: { value: saved.boundary ?? this.#usualBoundary(answerer), chosen: saved.boundary !== null },
      assistantId: saved.assistantId,
    };
  }

  /** @throws AppError `not_found` for a model whose connection is gone */
  change(threadId: ThreadId, changes: Partial<SavedChoices>): ThreadChoices {
    if (!this.#options.library.threads.get(threadId))
      throw new AppError('not_found', 'This thread is no longer there.');
    this.save(threadId, changes);
    if (changes.answerer) this.#options.models.noteUse(changes.answerer);
    return this.publish(threadId);
  }

  /** Without a word to the window: for what is saved together with something else. */
  save(threadId: ThreadId, changes: Partial<SavedChoices>): void {
    if (changes.answerer) this.#options.models.get(changes.answerer);
    this.#options.library.choices.save(threadId, changes);
  }

  publish(threadId: ThreadId): ThreadChoices {
    const data = this.of(threadId);
    this.#options.emit({ name: 'threads.choicesChanged', data });
    return data;
  }

  /** How the next run of a thread is to be made. The assistant's own model answers where no other was chosen. */
  order(
    threadId: ThreadId | null,
    given: GivenChoices,
    assistant: AssistantTraits,
  ): RunOrder & { answerer: AnswererId } {
    const saved = this.#saved(threadId);
    const own = assistant.model === null ? null : this.#options.models.answererNamed(assistant.model);
    const answerer = this.#answerer({ ...saved, answerer: given.answerer ?? saved.answerer ?? own });
    const connection = this.#connectionOf(answerer);
    const code = assistant.code === 'own' ? { code: 'own' as const } : {};
    if (!connection) return { answerer, ...code };
    const boundary = given.boundary ?? saved.boundary ?? connection.boundary;
    const canHost = connection.api === 'responses';
    const hosted = canHost && assistant.code === 'hosted' && connection.hostedCode;
    const searched = canHost && assistant.search === 'hosted' && connection.hostedSearch;
    return {
      ...{ answerer, boundary, rowsAtMost: connection.rowsAtMost },
      ...(hosted ? { code: 'hosted' } : code),
      ...(searched ? { search: 'hosted' } : {}),
      ...(canHost && assistant.background ? { background: true } : {}),
    };
  }

  #saved(threadId: ThreadId | null): SavedChoices {
    return threadId === null ? NOTHING : this.#options.library.choices.get(threadId);
  }

  #answerer({ answerer }: SavedChoices): AnswererId {
    return answerer !== null && this.#options.models.isThere(answerer) ? answerer : this.#options.models.usual();
  }

  #usualBoundary(answerer: AnswererId): DataBoundary {
    return this.#connectionOf(answerer)?.boundary ?? 'results';
  }

  #connectionOf(answerer: AnswererId) {
    const { connectionId } = answererParts(answerer);
    return connectionId === null ? undefined : this.#options.connections.named(connectionId);
  }
}
