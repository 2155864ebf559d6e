import type { ConnectionId, ToolCalling } from '#contract';
import { ThreadId } from '#contract/ids';
import { answererParts } from '#contract/models';
import { factWords, type Words } from '#words';
import type { builtInAnalyst } from '../engine/models/built-in';
import { type ChatModelOptions, chatModel, PRESETS } from '../engine/models/chat';
import { type Quirk, type Quirks, sessionQuirks } from '../engine/models/quirks';
import { responsesModel } from '../engine/models/responses';
import { cannotCall } from '../engine/models/tools';
import type { Fetch, Ledger, Upstream } from '../engine/models/upstream';
import { wordedAnalyst } from '../engine/models/worded';
import { type ModelCard, ModelFailure, type ModelProvider, type Models } from '../engine/ports';
import type { Library, SavedConnection } from '../library';
import type { Log } from '../log';
import type { ModelConnections } from '../services/connections';
import type { RequestRetention } from '../services/ledger';
import { answererOf, type ConnectedModels } from '../services/models';
import type { RemoteObjects } from '../services/remote-objects';
import { hostedMemory } from './hosted-memory';
import { upstreamOf } from './model-servers';

export interface ModelRegistryOptions {
  analyst: ReturnType<typeof builtInAnalyst>;
  library: Library;
  connections: ModelConnections;
  models: ConnectedModels;
  words: Words;
  /** Who answers to names that nobody has. */
  usual: () => string;
  remoteObjects: RemoteObjects;
  retention: RequestRetention;
  now: () => number;
  ledger: Ledger;
  fetch: Fetch;
  log: Log;
  /** How long a server may say nothing; the provider's own limit when left out. */
  idleMs?: number;
}

/**
 * Names of models, and who answers to them: `built-in`; `<connection>/<model>`, the connection by its id or its name; a model's
 * own name, of the oldest connection that has it; a name that the analyst has given to a model; any other goes to the usual one.
 */
export class ModelRegistry implements Models {
  readonly #options: ModelRegistryOptions;
  /** Kept, as what is known of a server's pace goes with them. */
  readonly #upstreams = new Map<string, Upstream>();
  readonly #quirks = new Map<string, Quirks>();

  constructor(options: ModelRegistryOptions) {
    this.#options = options;
  }

  resolve(name: string): ModelProvider {
    return this.#named(name) ?? this.#named(this.usual()) ?? this.#gone(name);
  }

  answerer(id: string): ModelProvider | null {
    if (id === this.#options.analyst.answerer) return this.#options.analyst;
    const { connectionId, model } = answererParts(id);
    const connection = connectionId === null ? undefined : this.#options.connections.named(connectionId);
    return connection ? this.#provider(connection, model) : null;
  }

  abandonAnswers(exceptRuns: readonly string[]): void {
    this.#options.library.remoteObjects.dropAnswers(exceptRuns);
  }

  forget(deleted: { threadId: string } | { fileId: string }): void {
    const { remoteObjects, retention, library } = this.#options;
    if ('fileId' in deleted) {
      remoteObjects.fileDeleted(deleted.fileId);
      return;
    }
    remoteObjects.threadDeleted(deleted.threadId);
    const id = ThreadId.parse(deleted.threadId);
    // The app's own stays in its list, with what was sent for it.
    if (!library.threads.get(id)) retention.threadDeleted(id);
  }

  usual(): string {
    return this.#options.usual();
  }

  async list(): Promise<readonly ModelCard[]> {
    const seen = new Set<string>();
    return this.#options.models.list().flatMap(({ answerer, connection, name, listed, abilities }) => {
      if (!listed) return [];
      // Of models of the same name, that of the oldest connection answers to it; the others have their connection before it.
      const id = connection === null || !seen.has(name) ? name : answerer;
      seen.add(name);
      return [{ id, ownedBy: connection?.name ?? 'assay', created: 0, shutdownDate: abilities.shutdownDate }];
    });
  }

  #named(name: string): ModelProvider | null {
    const answerer = this.#options.models.answererNamed(name);
    if (answerer !== null) return this.answerer(answerer);
    return OF_CONNECTION.test(name) ? this.#gone(name) : null;
  }

  #gone(name: string): never {
    throw new ModelFailure('model_not_found', `The connection of the model ${name} is not there any more.`);
  }

  #provider(connection: SavedConnection, model: string): ModelProvider {
    const answerer = answererOf(connection.id, model);
    const options = {
      upstream: this.#upstream(connection, model),
      answerer,
      abilities: this.#options.models.abilities(connection.id, model),
      quirks: this.#quirksOf(connection, model),
    };
    const provider = this.#spokenTo(connection, options);
    if (!cannotCall(options.abilities, options.quirks)) return provider;
    const { analyst, words } = this.#options;
    return wordedAnalyst({ analyst, model: provider, say: (fact) => factWords(words, fact) });
  }

  #spokenTo(connection: SavedConnection, options: ChatModelOptions): ModelProvider {
    if (connection.api === 'responses') {
      const { id: connectionId, baseUrl, hostedCode, hostedSearch } = connection;
      const memory = hostedMemory(this.#options.library, { connectionId, baseUrl }, this.#options.now);
      return responsesModel({ ...options, hostedCode, hostedSearch, memory });
    }
    return chatModel({ ...options, native: presetOf(connection)?.native ?? null });
  }

  #upstream(connection: SavedConnection, model: string): Upstream {
    const { connections, ledger, idleMs } = this.#options;
    const { id, baseUrl, allowHttp } = connection;
    const key = JSON.stringify([id, model, baseUrl, allowHttp]);
    const known = this.#upstreams.get(key);
    if (known) return known;
    // What signs in is looked up for each request, as the key may be another by then.
    const server = { ...connections.server(connection), key: () => currentKey(connections, id) };
    const upstream = {
      ...upstreamOf(server, model, ledger, this.#options),
      ...(idleMs === undefined ? {} : { idleMs }),
    };
    this.#upstreams.set(key, upstream);
    return upstream;
  }

  /** Of a model that is kept nowhere; how it calls tools may be found out while it answers already. */
  #sessionQuirks({ id }: SavedConnection, name: string, preset: readonly Quirk[]): Quirks {
    const quirks = sessionQuirks(preset);
    const ofCalling = () => {
      const models = this.#options.connections.temporaryModels();
      const calling = models.find((model) => model.connectionId === id && model.name === name)?.calling;
      return calling ? OF_CALLING[calling] : [];
    };
    return { ...quirks, known: () => [...quirks.known(), ...ofCalling()] };
  }

  /** What the server's kind is known for, and what was learned of this model: kept with the connection. */
  #quirksOf(connection: SavedConnection, model: string): Quirks {
    const { connections, library } = this.#options;
    const preset = presetOf(connection)?.quirks ?? [];
    if (!library.connections.get(connection.id)) {
      const key = answererOf(connection.id, model);
      const quirks = this.#quirks.get(key) ?? this.#sessionQuirks(connection, model, preset);
      this.#quirks.set(key, quirks);
      return quirks;
    }
    const learned = () =>
      library.models.quirks(connection.id).flatMap((saved) => (saved.model === model ? [saved.quirk as Quirk] : []));
    return {
      known: () => [...preset, ...learned()],
      learn: (quirk) => connections.learn(connection.id, model, quirk),
      forget: (code) => library.models.forget(connection.id, model, code),
    };
  }
}

/** What the way in which a model calls tools tells of it. */
const OF_CALLING: Record<ToolCalling, Quirk[]> = {
  native: [],
  as_text: [{ code: 'calls_as_text' }],
  none: [{ code: 'no_tools' }],
};

/** What only a connection's own id looks like. */
const OF_CONNECTION = /^con_[A-Za-z0-9]{24}\//;

const presetOf = ({ preset }: SavedConnection) => PRESETS.find(({ id }) => id === preset);

async function currentKey(connections: ModelConnections, id: ConnectionId): Promise<string | null> {
  const connection = connections.named(id);
  return connection ? connections.server(connection).key() : null;
}
