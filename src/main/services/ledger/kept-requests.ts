import type { BudgetState, CallUsage, ConnectionId, ModelProblemCode, RunId, SentBytes, ThreadId } from '#contract';
import { ConnectionId as ConnectionIdSchema, RunId as RunIdSchema, ThreadId as ThreadIdSchema } from '#contract/ids';
import type { Library, RequestBody } from '../../library';
import type { ModelConnections } from '../connections';
import type { Emit } from '../hub';
import type { ConnectedModels } from '../models';
import type { BlobFiles, ModelServers } from '../ports';
import type { Budgets, ExpectedCost } from './budgets';

/** Characters of a request that is kept with its row; a larger one has a file of its own, which more writes must wait for. */
const BESIDE_ROW = 200_000;
const BODY_LIMIT = 512 * 1024 ** 2;
/** Of an answer that may be as long as the model likes. */
const USUAL_ANSWER = 4_096;

/** A request as it is about to leave. */
export interface RequestToSend {
  run: { id: string; threadId: string };
  /** The connection's id. */
  connection: string;
  model: string;
  host: string;
  path: string;
  body: string;
  bytes: SentBytes;
  expected: { input: number; output: number | null };
}

export interface RequestOutcome {
  status: number | null;
  failure: ModelProblemCode | null;
  usage: (Omit<CallUsage, 'estimated'> & { estimated?: boolean }) | null;
  ms: number;
}

/** The analyst's own budget does not allow a call. */
export class BudgetExceeded extends Error {
  readonly budget: BudgetState;
  readonly cost: ExpectedCost;

  constructor(budget: BudgetState, cost: ExpectedCost) {
    super('The budget does not allow this call.');
    this.budget = budget;
    this.cost = cost;
  }
}

export interface KeptRequestsOptions {
  library: Library;
  blobs: BlobFiles;
  connections: ModelConnections;
  models: ConnectedModels;
  servers: ModelServers;
  budgets: Budgets;
  /** Told when a connection's server has answered something. */
  contacted?: (id: ConnectionId) => void;
  emit: Emit;
  now: () => number;
}

/** Where every request to a model is written down before it is sent, and its answer after it. */
export class KeptRequests {
  readonly #options: KeptRequestsOptions;

  constructor(options: KeptRequestsOptions) {
    this.#options = options;
  }

  /**
   * Resolves once the request is on disk.
   * @throws BudgetExceeded where it may not be made
   */
  async open(request: RequestToSend): Promise<{ close(outcome: RequestOutcome): void }> {
    const { library } = this.#options;
    const body = await this.#body(request.body);
    const threadId = ThreadIdSchema.parse(request.run.threadId);
    const runId = RunIdSchema.parse(request.run.id);
    const cost = this.#expected(request);
    // From here on without a pause, so that calls made at the same time count one another.
    const exceeded = carriesNothing(request) ? null : this.#options.budgets.exceededBy(cost, threadId);
    if (exceeded) throw new BudgetExceeded(exceeded, cost);
    const before = this.#options.budgets.states(threadId);
    const id = library.transmissions.add({ ...this.#sent(request, { runId, threadId }), ...costs(cost), body });
    this.#emit(id, threadId, before);
    return { close: (outcome) => this.#close(id, request, outcome) };
  }

  async #body(text: string): Promise<RequestBody> {
    if (text.length <= BESIDE_ROW) return { text };
    const { key } = await this.#options.blobs.put([new TextEncoder().encode(text)], BODY_LIMIT);
    return { blob: key };
  }

  #close(id: number, request: RequestToSend, outcome: RequestOutcome): void {
    const { library, models, servers, budgets, contacted } = this.#options;
    const { connection, model } = request;
    const { status, failure, ms } = outcome;
    const usage = outcome.usage && { ...outcome.usage, estimated: outcome.usage.estimated ?? false };
    const price = usage && servers.money(model, models.abilities(connection, model), usage);
    const money = usage ? price : carriesNothing(request) ? 0 : refusedMoney(outcome);
    const sent = library.transmissions.get(id);
    if (!sent) return;
    const before = budgets.states(sent.threadId);
    library.transmissions.close(id, { status, problem: failure, usage, ms, money });
    this.#emit(id, sent.threadId, before);
    if (status !== null) contacted?.(sent.connectionId);
  }

  #sent(request: RequestToSend, of: { runId: RunId; threadId: ThreadId }) {
    const { connections, library, now } = this.#options;
    const { host, path, model, bytes } = request;
    const connection = connections.named(request.connection);
    // What lies at its server is still deleted when it is not there any more.
    const earlier = connection ? undefined : library.transmissions.connectionCalled(request.connection);
    const connectionId: ConnectionId = connection?.id ?? ConnectionIdSchema.parse(request.connection);
    return {
      ...of,
      at: now(),
      connectionId,
      connection: connection?.name ?? earlier?.name ?? request.connection,
      local: connection ? connections.isLocal(connection) : (earlier?.local ?? false),
      host,
      path,
      model,
      bytes,
    };
  }

  #expected({ connection, model, expected }: RequestToSend): ExpectedCost {
    const { models, servers } = this.#options;
    const output = expected.output ?? USUAL_ANSWER;
    const usage = { promptTokens: expected.input, cachedTokens: 0, completionTokens: output };
    const money = servers.money(model, models.abilities(connection, model), usage);
    return { tokens: expected.input + output, money };
  }

  #emit(id: number, threadId: ThreadId, before: readonly BudgetState[]): void {
    const { library, budgets, emit } = this.#options;
    const sent = library.transmissions.get(id);
    if (!sent) return;
    emit({ name: 'ledger.changed', data: { transmission: sent, totals: library.transmissions.totals(threadId) } });
    for (const state of budgets.states(threadId)) {
      const earlier = before.find(({ scope, unit }) => scope === state.scope && unit === state.unit);
      if (state.level !== 'ok' && state.level !== earlier?.level) emit({ name: 'usage.budgetReached', data: state });
    }
  }
}

/** Such as a deletion. It costs nothing, and no budget speaks against it. */
const carriesNothing = ({ bytes, expected }: RequestToSend): boolean =>
  expected.input === 0 && expected.output === 0 && Object.values(bytes).every((count) => count === 0);

const costs = ({ tokens, money }: ExpectedCost) => ({ expectedTokens: tokens, expectedMoney: money });

/** What was refused, or never got there, costs nothing; what broke off may have. */
function refusedMoney({ status, failure }: RequestOutcome): number | null {
  return (status !== null && status >= 400) || failure === 'unreachable' ? 0 : null;
}
