import type { Abilities, ConnectionId, DataBoundary, ToolCalling } from '#contract';
import { ConnectionId as ConnectionIdSchema } from '#contract/ids';
import type { SavedConnection } from '../../library';
import type { ModelServer, ModelServers } from '../ports';
import type { NewConnection } from './new-connection';
import { PROBE_MS } from './verify';

/** A connection of one process, for one model. */
export interface TemporaryConnection extends Omit<NewConnection, 'preset' | 'boundary'> {
  model: string;
  preset?: string | null;
  boundary?: DataBoundary;
  /** What is known of the model, as the analyst has set it. */
  abilities?: Partial<Abilities>;
}

/** The model of such a connection, and what is known of it. */
export interface TemporaryModel {
  connectionId: ConnectionId;
  name: string;
  abilities: Partial<Abilities>;
  /** Null where nobody has looked, or it could not be asked. */
  calling: ToolCalling | null;
}

interface Entry {
  saved: SavedConnection;
  model: TemporaryModel;
}

/** Connections that are kept in memory alone. */
export class TemporaryConnections {
  readonly #entries = new Map<string, Entry>();

  add(made: SavedConnection, { model: name, abilities = {} }: TemporaryConnection): ConnectionId {
    const id = ConnectionIdSchema.parse(idOf(made));
    const saved = { ...made, id, keyKept: 'session' as const };
    this.#entries.set(id, { saved, model: { connectionId: id, name, abilities, calling: null } });
    return id;
  }

  get(id: string): SavedConnection | undefined {
    return this.#entries.get(id)?.saved;
  }

  all(): SavedConnection[] {
    return [...this.#entries.values()].map(({ saved }) => saved);
  }

  models(): TemporaryModel[] {
    return [...this.#entries.values()].map(({ model }) => model);
  }

  async probe(id: ConnectionId, servers: ModelServers, server: ModelServer): Promise<void> {
    const entry = this.#entries.get(id);
    if (!entry) return;
    const probed = await servers.probe(server, entry.model.name, AbortSignal.timeout(PROBE_MS)).catch(() => null);
    if (probed && 'calling' in probed) entry.model = { ...entry.model, calling: probed.calling };
  }
}

/** The same in each process that names the same server: a run that one has left is taken up by the next. */
function idOf({ api, baseUrl }: SavedConnection): string {
  let hash = 5_381;
  for (const character of `${api} ${baseUrl}`) hash = (hash * 33 + (character.codePointAt(0) ?? 0)) % 2 ** 40;
  return `cli_${hash.toString(36)}`;
}
