import type { Connection, ConnectionId, ConnectionPreset, DataBoundary, LocalServer, ServerApi } from '#contract';
import { ConnectionId as ConnectionIdSchema } from '#contract/ids';
import { AppError } from '#contract/result';
import type { Library, SavedConnection, SavedQuirk } from '../../library';
import type { Log } from '../../log';
import { newId } from '../../new-id';
import type { Emit } from '../hub';
import type { Keychain, ModelServer, ModelServers } from '../ports';
import { discoverServers } from './discover';
import { ConnectionKeys } from './keys';
import { freeName } from './names';
import type { NewConnection } from './new-connection';
import { type TemporaryConnection, TemporaryConnections, type TemporaryModel } from './temporary';
import { verifyServer } from './verify';

export type { TemporaryConnection } from './temporary';

const REMOVED_KEYS = 'keys_to_remove';

export interface ConnectionsOptions {
  library: Library;
  servers: ModelServers;
  keychain: Keychain;
  remote: {
    /** Deletes what lies at a server that is to hold nothing from here on; resolves once the key is not needed any more. */
    leave(server: ModelServer): Promise<void>;
    /** Told when a server has answered. */
    contacted(id: ConnectionId): void;
  };
  emit: Emit;
  log: Log;
  now: () => number;
  /** Milliseconds that the keychain may take before a key is held for the session. */
  patienceMs?: number;
}

/** Servers that are asked, how to sign in to them, and what was learned of them. */
export class ModelConnections {
  readonly #options: ConnectionsOptions;
  readonly #library: Library;
  readonly #keys: ConnectionKeys;
  /** Of this process only, as a command line names them. */
  readonly #temporary = new TemporaryConnections();

  constructor(options: ConnectionsOptions) {
    this.#options = options;
    this.#library = options.library;
    this.#keys = new ConnectionKeys({
      keychain: options.keychain,
      ...(options.patienceMs === undefined ? {} : { patienceMs: options.patienceMs }),
      changed: (id, keyKept) => {
        const saved = this.#library.connections.get(id);
        if (saved) this.#save({ ...saved, keyKept });
      },
    });
  }

  list(): Connection[] {
    return this.#library.connections.list().map((saved) => this.#shown(saved));
  }

  presets(): ConnectionPreset[] {
    return this.#options.servers.presets();
  }

  async create(input: NewConnection): Promise<Connection> {
    const { id } = this.#save(this.#made(input));
    if (input.key !== undefined) await this.#keys.put(id, input.key);
    return this.#shown(this.#find(id));
  }

  async update(input: {
    connectionId: ConnectionId;
    name?: string | undefined;
    api?: ServerApi | undefined;
    baseUrl?: string | undefined;
    boundary?: DataBoundary | undefined;
    rowsAtMost?: number | undefined;
    allowHttp?: boolean | undefined;
    hostedCode?: boolean | undefined;
    hostedSearch?: boolean | undefined;
  }): Promise<Connection> {
    const { connectionId, ...changes } = input;
    const before = this.#find(connectionId);
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    const saved: SavedConnection = { ...before, ...given };
    saved.baseUrl = this.#options.servers.address(saved.baseUrl, saved.allowHttp).baseUrl;
    this.#assertFree(saved.name, connectionId);
    const moved = new URL(saved.baseUrl).origin !== new URL(before.baseUrl).origin;
    const withdrawn = (before.hostedCode && !saved.hostedCode) || (before.hostedSearch && !saved.hostedSearch);
    if (saved.baseUrl !== before.baseUrl || withdrawn) await this.#options.remote.leave(this.server(before));
    if (moved && before.keyKept !== 'none') await this.#forgetKey(connectionId);
    const spokenToOtherwise = saved.baseUrl !== before.baseUrl || saved.api !== before.api;
    if (spokenToOtherwise) this.#library.models.forget(connectionId, null);
    return this.#save({
      ...saved,
      ...(moved ? { keyKept: 'none', hostedCode: false, hostedSearch: false } : {}),
      ...(spokenToOtherwise ? { verification: null } : {}),
    });
  }

  async verify(input: { connectionId: ConnectionId; probe: boolean; model?: string | undefined }): Promise<Connection> {
    const { verification, models, calling } = await verifyServer(
      { ...this.#options, server: this.server(this.#find(input.connectionId)) },
      { probe: input.probe, model: input.model ?? this.#likelyModel(input.connectionId) },
    );
    const saved = this.#find(input.connectionId);
    const { id } = saved;
    if (!verification.problem) this.#options.remote.contacted(id);
    if (models) this.#library.models.saveListed(id, models);
    if (verification.tools && calling) this.#library.models.setCalling(id, verification.tools.model, calling);
    if (verification.tools && calling === 'as_text')
      this.learn(id, verification.tools.model, { code: 'calls_as_text' });
    if (verification.tools && calling === 'none') this.learn(id, verification.tools.model, { code: 'no_tools' });
    this.#options.emit({ name: 'models.changed', data: { connectionId: id } });
    return this.#save({ ...saved, verification });
  }

  async rotateKey(input: { connectionId: ConnectionId; key: string }): Promise<Connection> {
    this.#save({ ...this.#find(input.connectionId), verification: null });
    await this.#keys.put(input.connectionId, input.key);
    return this.#shown(this.#find(input.connectionId));
  }

  async remove(input: { connectionId: ConnectionId }): Promise<Record<string, never>> {
    const saved = this.#find(input.connectionId);
    await this.#options.remote.leave(this.server(saved));
    this.#library.connections.remove(saved.id);
    this.#options.emit({ name: 'connections.removed', data: { connectionId: saved.id } });
    this.#options.emit({ name: 'models.changed', data: { connectionId: saved.id } });
    if (saved.keyKept !== 'none') await this.#forgetKey(saved.id);
    return {};
  }

  discover(): Promise<LocalServer[]> {
    return discoverServers(this.#options.servers, this.#library.connections.list());
  }

  forgetQuirks(input: { connectionId: ConnectionId; model?: string | undefined }): Connection {
    const saved = this.#find(input.connectionId);
    this.#library.models.forget(saved.id, input.model ?? null);
    return this.#save(saved);
  }

  /** A connection of this process alone: nothing of it is kept but what is sent to it. */
  addTemporary(input: TemporaryConnection): ConnectionId {
    const id = this.#temporary.add(this.#made({ preset: null, boundary: 'results', ...input }), input);
    if (input.key !== undefined) this.#keys.hold(id, input.key);
    return id;
  }

  /** Looks at how its model calls tools where it runs on this computer, as `verify` does for those that are kept. Never rejects. */
  async probeTemporary(id: ConnectionId): Promise<void> {
    const saved = this.#temporary.get(id);
    if (saved && this.isLocal(saved)) await this.#temporary.probe(id, this.#options.servers, this.server(saved));
  }

  /** The models of connections of this process alone. */
  temporaryModels(): TemporaryModel[] {
    return this.#temporary.models();
  }

  /** By id, or by the analyst's name for it. */
  named(name: string): SavedConnection | undefined {
    return this.#temporary.get(name) ?? this.#library.connections.get(name) ?? this.#library.connections.byName(name);
  }

  /** Those that are kept, then those of this process. */
  all(): SavedConnection[] {
    return [...this.#library.connections.list(), ...this.#temporary.all()];
  }

  server(saved: SavedConnection): ModelServer {
    const { id, api, preset, baseUrl, allowHttp } = saved;
    return { id, api, preset, baseUrl, allowHttp, key: () => this.#keys.get(id, saved.keyKept) };
  }

  isLocal({ baseUrl, allowHttp }: SavedConnection): boolean {
    return this.#options.servers.address(baseUrl, allowHttp).local;
  }

  quirks(id: ConnectionId): SavedQuirk[] {
    return this.#library.models.quirks(id);
  }

  /** Takes the place of what was learned before under the same code; of refusals there are many. */
  learn(id: ConnectionId, model: string, quirk: { code: string }): void {
    if (quirk.code !== 'refuses') this.#library.models.forget(id, model, quirk.code);
    const isNew = this.#library.models.learn(id, { model, quirk, learnedAt: this.#options.now() });
    const saved = this.#library.connections.get(id);
    if (isNew && saved) this.#options.emit({ name: 'connections.changed', data: this.#shown(saved) });
  }

  /** What an earlier process could not remove from the keychain. */
  async resume(): Promise<void> {
    for (const id of this.#keysToRemove()) await this.#forgetKey(id);
  }

  #made({ name, preset, api, baseUrl, boundary, allowHttp }: NewConnection): SavedConnection {
    const { servers, now } = this.#options;
    const address = servers.address(baseUrl, allowHttp);
    const known = servers.presets().find(({ id }) => id === preset);
    const taken = (candidate: string) => this.named(candidate) !== undefined;
    if (name !== undefined) this.#assertFree(name, null);
    return {
      id: ConnectionIdSchema.parse(newId('con_')),
      name: name ?? freeName(known?.name ?? new URL(address.baseUrl).host, taken),
      preset: known?.id ?? null,
      api,
      baseUrl: address.baseUrl,
      keyKept: 'none',
      boundary,
      rowsAtMost: 100,
      allowHttp,
      hostedCode: false,
      hostedSearch: false,
      verification: null,
      createdAt: now(),
    };
  }

  #assertFree(name: string, but: ConnectionId | null): void {
    const other = this.named(name);
    if (other && other.id !== but)
      throw new AppError('invalid_input', `There is a connection called ${other.name} already. Choose another name.`, {
        reason: { code: 'connection_taken', name: other.name },
      });
  }

  #find(id: ConnectionId): SavedConnection {
    const saved = this.#library.connections.get(id);
    if (!saved) throw new AppError('not_found', 'This connection is no longer there.');
    return saved;
  }

  #save(saved: SavedConnection): Connection {
    this.#library.connections.save(saved);
    const data = this.#shown(saved);
    this.#options.emit({ name: 'connections.changed', data });
    return data;
  }

  #shown(saved: SavedConnection): Connection {
    const { keyKept, ...rest } = saved;
    return {
      ...rest,
      local: this.isLocal(saved),
      keyState: this.#keys.state(saved.id, keyKept),
      quirks: this.quirks(saved.id).map(({ model, quirk, learnedAt }) => ({ model, ...shownQuirk(quirk), learnedAt })),
    };
  }

  /** The one that was used last. */
  #likelyModel(id: ConnectionId): string | undefined {
    const used = this.#library.models.ofConnection(id).filter(({ usedAt }) => usedAt !== null);
    return used.toSorted((a, b) => (b.usedAt ?? 0) - (a.usedAt ?? 0))[0]?.name;
  }

  async #forgetKey(id: ConnectionId): Promise<void> {
    const others = this.#keysToRemove().filter((other) => other !== id);
    const removed = await this.#keys.remove(id);
    this.#library.notes.setValue(REMOVED_KEYS, JSON.stringify(removed ? others : [...others, id]));
  }

  #keysToRemove(): ConnectionId[] {
    const ids: unknown = JSON.parse(this.#library.notes.getValue(REMOVED_KEYS) ?? '[]');
    return ConnectionIdSchema.array().catch([]).parse(ids);
  }
}

function shownQuirk({ code, ...about }: { code: string }): { code: string; detail: string | null } {
  const [detail] = Object.values(about);
  return { code, detail: detail === undefined ? null : String(detail) };
}
