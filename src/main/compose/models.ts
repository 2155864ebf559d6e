import type { ConnectionId } from '#contract';
import type { Words } from '#words';
import type { builtInAnalyst } from '../engine/models/built-in';
import type { Fetch, Ledger } from '../engine/models/upstream';
import { ModelFailure } from '../engine/ports';
import type { Library } from '../library';
import type { Log } from '../log';
import { ModelConnections } from '../services/connections';
import type { Emit } from '../services/hub';
import { BudgetExceeded, Budgets, KeptRequests, RequestRetention, SentLedger } from '../services/ledger';
import { ConnectedModels } from '../services/models';
import type { BlobFiles, Keychain, ShellServices } from '../services/ports';
import { RemoteObjects } from '../services/remote-objects';
import type { AppSettings } from '../services/settings';
import { KeptChoices } from '../services/thread-choices';
import { UsageReports } from '../services/usage';
import { ModelRegistry } from './model-registry';
import { modelServers } from './model-servers';

export interface ModelParts {
  connections: ModelConnections;
  models: ConnectedModels;
  choices: KeptChoices;
  ledger: SentLedger;
  usage: UsageReports;
  remoteObjects: RemoteObjects;
  retention: RequestRetention;
  /** Who answers in the engine. */
  registry: ModelRegistry;
}

/** All that has to do with models of servers: which there are, who answers, what is sent and what it costs. */
export function composeModels(parts: {
  library: Library;
  blobs: BlobFiles;
  settings: AppSettings;
  keychain: Keychain;
  patienceMs?: number;
  /** Of servers that say nothing. */
  idleMs?: number;
  /** How what is sent to servers gets there. */
  fetch: Fetch;
  shell: ShellServices;
  words: Words;
  analyst: ReturnType<typeof builtInAnalyst>;
  emit: Emit;
  log: Log;
  now: () => number;
}): ModelParts {
  const { library, log, fetch } = parts;
  // A probe is written down like every other request.
  const servers = modelServers({ log, fetch }, () => requests);
  const serverOf = (id: ConnectionId) => {
    const connection = connections.named(id);
    return connection ? connections.server(connection) : null;
  };
  const remoteObjects = new RemoteObjects({ ...parts, servers, serverOf });
  const connections: ModelConnections = new ModelConnections({ ...parts, servers, remote: remoteObjects });
  const models = new ConnectedModels({ ...parts, servers, connections });
  const budgets = new Budgets(parts);
  const contacted = (id: ConnectionId) => remoteObjects.contacted(id);
  const requests = ledgerOf(new KeptRequests({ ...parts, servers, connections, models, budgets, contacted }));
  const retention = new RequestRetention(parts);
  const choices = new KeptChoices({ ...parts, connections, models });
  const registry = new ModelRegistry({
    ...parts,
    connections,
    models,
    remoteObjects,
    retention,
    ledger: requests,
    usual: () => models.usual(),
  });
  library.transmissions.loseOpen();
  remoteObjects.resume();
  retention.begin();
  return {
    connections,
    models,
    choices,
    ledger: new SentLedger({ ...parts, retention }),
    usage: new UsageReports({ ...parts, budgets }),
    remoteObjects,
    retention,
    registry,
  };
}

/** A budget that is spent is a failure of the model to the engine. */
function ledgerOf(kept: KeptRequests): Ledger {
  return {
    open: (request) =>
      kept.open(request).catch((error: unknown) => {
        if (!(error instanceof BudgetExceeded)) throw error;
        const { connection, model } = request;
        throw new ModelFailure('budget', error.message, { cause: error, ending: { connection, model, message: null } });
      }),
  };
}
