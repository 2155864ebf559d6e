import type { Abilities, AbilityName, AnswererId, ConnectedModel, ConnectionId, ModelProblemCode } from '#contract';
import { AnswererId as AnswererIdSchema } from '#contract/ids';
import { answererParts, unknownAbilities } from '#contract/models';
import { AppError } from '#contract/result';
import type { Library, SavedConnection, SavedModel } from '../library';
import type { ModelConnections, TemporaryConnection } from './connections';
import type { Emit } from './hub';
import type { ModelServers } from './ports';
import type { AppSettings } from './settings';

export const BUILT_IN = AnswererIdSchema.parse('built-in');
/** How many of those used lately come before all others. */
const RECENT = 8;

export interface ModelsOptions {
  library: Library;
  connections: ModelConnections;
  servers: ModelServers;
  settings: AppSettings;
  emit: Emit;
  now: () => number;
}

/** What can be asked: the built-in analyst, and the models of all connections as their servers last listed them. */
export class ConnectedModels {
  readonly #options: ModelsOptions;
  readonly #library: Library;
  #usual: AnswererId | null = null;

  constructor(options: ModelsOptions) {
    this.#options = options;
    this.#library = options.library;
  }

  list(): ConnectedModel[] {
    const { connections } = this.#options;
    const temporary = connections.temporaryModels();
    const models = connections.all().flatMap((connection) => {
      const named = temporary.filter(({ connectionId }) => connectionId === connection.id);
      const saved = this.#library.models.ofConnection(connection.id);
      const listed = named.map(({ name, abilities: edited, calling }) => ({
        ...unlisted(connection.id, name),
        edited,
        calling,
        listed: true,
      }));
      return [...saved, ...listed].map((model) => this.#shown(connection, model));
    });
    const recent = models
      .filter(({ usedAt }) => usedAt !== null)
      .toSorted((a, b) => (b.usedAt ?? 0) - (a.usedAt ?? 0))
      .slice(0, RECENT);
    return [builtIn, ...recent, ...models.filter((model) => !recent.includes(model))];
  }

  edit(input: { answerer: AnswererId; abilities: EditedAbilities }): ConnectedModel {
    const { connection, model } = this.#find(input.answerer);
    const before = this.#library.models.get(connection.id, model)?.edited ?? {};
    const edits = Object.entries({ ...before, ...input.abilities });
    const kept = Object.fromEntries(edits.filter(([, value]) => value !== null && value !== undefined));
    this.#library.models.edit(connection.id, model, kept);
    this.#emitChanged(connection.id);
    return this.get(input.answerer);
  }

  lastProblem(input: { answerer: AnswererId }): { code: ModelProblemCode; at: number } | null {
    const { connectionId, model } = answererParts(input.answerer);
    const last = connectionId === null ? undefined : this.#library.transmissions.lastOf(connectionId, model);
    return last?.problem ? { code: last.problem, at: last.at } : null;
  }

  /** @throws AppError `not_found` where its connection is gone */
  get(answerer: AnswererId): ConnectedModel {
    if (answererParts(answerer).connectionId === null) return builtIn;
    const { connection, model } = this.#find(answerer);
    const temporary = this.#temporary(connection.id, model);
    const known = temporary
      ? { calling: temporary.calling, edited: temporary.abilities }
      : this.#library.models.get(connection.id, model);
    return this.#shown(connection, { ...unlisted(connection.id, model), ...known });
  }

  /** Who answers to a name as scripts ask for it: whoever has it, or was given it by the analyst; null where there is nobody. */
  answererNamed(name: string): AnswererId | null {
    const { connections } = this.#options;
    if (name === BUILT_IN) return BUILT_IN;
    const [listed] = [...connections.temporaryModels(), ...this.#library.models.named(name)].filter(
      (model) => model.name === name && connections.named(model.connectionId) !== undefined,
    );
    if (listed) return answererOf(listed.connectionId, name);
    const { connectionId, model } = answererParts(name);
    const connection = connectionId === null ? undefined : connections.named(connectionId);
    return connection ? answererOf(connection.id, model) : this.#aliased(name);
  }

  /** As the analyst has set it. */
  #aliased(name: string): AnswererId | null {
    const alias = this.#options.settings.get().models.aliases.find((known) => known.name === name);
    return alias && this.isThere(alias.answerer) ? alias.answerer : null;
  }

  answererOf(connectionId: ConnectionId, model: string): AnswererId {
    return answererOf(connectionId, model);
  }

  /** Of a connection the model of that name, or else the one that was used last, or the first that it lists. */
  usualOf(connectionId: ConnectionId, name: string | null): AnswererId {
    const ofConnection = this.list().filter(({ connection, listed }) => connection?.id === connectionId && listed);
    const model = name ?? ofConnection[0]?.name;
    if (model === undefined)
      throw new AppError('not_found', 'It is not known which models this connection has. Name one after --model.');
    return answererOf(connectionId, model);
  }

  /** The default; for a command, what its command line names. The built-in analyst where the connection is gone. */
  usual(): AnswererId {
    const usual = this.#usual ?? this.#options.settings.get().models.default;
    return this.isThere(usual) ? usual : BUILT_IN;
  }

  setUsual(answerer: AnswererId): void {
    this.#usual = answerer;
  }

  isThere(answerer: AnswererId): boolean {
    const { connectionId } = answererParts(answerer);
    return connectionId === null || this.#options.connections.named(connectionId) !== undefined;
  }

  /** All that is known of what a model can. */
  abilities(connectionId: string, model: string): Abilities {
    const saved = this.#saved(connectionId, model);
    return this.#options.servers.abilities(model, saved?.told ?? {}, saved?.edited ?? {});
  }

  /** It was learned, or the analyst says, that it can be given no tools. */
  cannotCall(answerer: AnswererId): boolean {
    const { connectionId, model } = answererParts(answerer);
    if (connectionId === null) return false;
    const learned = this.#library.models.quirks(connectionId).filter((saved) => saved.model === model);
    return (
      learned.some(({ quirk }) => quirk.code === 'no_tools') ||
      this.#temporary(connectionId, model)?.calling === 'none' ||
      this.abilities(connectionId, model).tools === false
    );
  }

  /** Chosen, or asked. */
  noteUse(answerer: AnswererId): void {
    const { connectionId, model } = answererParts(answerer);
    const connection = connectionId === null ? undefined : this.#library.connections.get(connectionId);
    if (!connection) return;
    this.#library.models.touch(connection.id, model, this.#options.now());
    this.#emitChanged(connection.id);
  }

  /** A model with all that another process needs to ask it: the key as well, which is for a command alone. */
  async serverOf(answerer: AnswererId): Promise<TemporaryConnection> {
    const { connection, model } = this.#find(answerer);
    const { name, api, preset, baseUrl, allowHttp, boundary } = connection;
    const key = await this.#options.connections.server(connection).key();
    const saved = this.#saved(connection.id, model);
    const abilities = { ...saved?.told, ...saved?.edited };
    return { name, api, preset, baseUrl, allowHttp, boundary, model, abilities, ...(key === null ? {} : { key }) };
  }

  #saved(connectionId: string, model: string): Pick<SavedModel, 'told' | 'edited'> | undefined {
    const named = this.#temporary(connectionId, model);
    return named ? { told: {}, edited: named.abilities } : this.#library.models.get(connectionId, model);
  }

  #temporary(connectionId: string, model: string) {
    const temporary = this.#options.connections.temporaryModels();
    return temporary.find((of) => of.connectionId === connectionId && of.name === model);
  }

  #emitChanged(connectionId: ConnectionId): void {
    this.#options.emit({ name: 'models.changed', data: { connectionId } });
  }

  #find(answerer: AnswererId): { connection: SavedConnection; model: string } {
    const { connectionId, model } = answererParts(answerer);
    if (connectionId === null)
      throw new AppError('invalid_input', 'The built-in analyst has nothing that could be set.');
    const connection = this.#options.connections.named(connectionId);
    if (!connection) throw new AppError('not_found', 'The connection of this model is no longer there.');
    return { connection, model };
  }

  #shown(connection: SavedConnection, saved: SavedModel): ConnectedModel {
    const { servers, connections } = this.#options;
    return {
      answerer: answererOf(connection.id, saved.name),
      connection: { id: connection.id, name: connection.name, local: connections.isLocal(connection) },
      name: saved.name,
      abilities: servers.abilities(saved.name, saved.told, saved.edited),
      edited: Object.keys(saved.edited) as AbilityName[],
      calling: saved.calling,
      listed: saved.listed,
      usedAt: saved.usedAt,
    };
  }
}

export const answererOf = (connectionId: string, model: string): AnswererId =>
  AnswererIdSchema.parse(`${connectionId}/${model}`);

type EditedAbilities = { [A in AbilityName]?: Abilities[A] | undefined };

const unlisted = (connectionId: ConnectionId, name: string): SavedModel => ({
  connectionId,
  name,
  listed: false,
  told: {},
  edited: {},
  calling: null,
  usedAt: null,
});

const builtIn: ConnectedModel = {
  answerer: BUILT_IN,
  connection: null,
  name: 'built-in',
  abilities: unknownAbilities,
  edited: [],
  calling: null,
  listed: true,
  usedAt: null,
};
