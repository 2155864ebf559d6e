import type { Abilities, ToolCalling, Verification } from '#contract';
import type { ModelServer, ModelServers } from '../ports';

/** A local model may have to be loaded first. */
const LIST_MS = 30_000;
export const PROBE_MS = 120_000;

export interface Verified {
  verification: Verification;
  /** What the server lists; null where it does not. */
  models: { name: string; told: Partial<Abilities> }[] | null;
  calling: ToolCalling | null;
}

/** Asks a server for its models, and one of them for a call of a tool where that is wanted. Never rejects. */
export async function verifyServer(
  { servers, server, now }: { servers: ModelServers; server: ModelServer; now: () => number },
  { probe, model }: { probe: boolean; model?: string | undefined },
): Promise<Verified> {
  const at = now();
  const began = performance.now();
  const listed = await outcome(servers.models(server, AbortSignal.timeout(LIST_MS)));
  const models = 'models' in listed ? listed.models : null;
  const asked = model ?? (models && cheapest(servers, models)) ?? null;
  // A server that answers questions need not have a list of models.
  const mayAnswer = models !== null || (problemOf(listed)?.code === 'bad_endpoint' && model !== undefined);
  const probed =
    probe && asked !== null && mayAnswer
      ? await outcome(servers.probe(server, asked, AbortSignal.timeout(PROBE_MS)))
      : null;
  const calling = probed && 'calling' in probed ? probed.calling : null;
  const problem = probed ? problemOf(probed) : problemOf(listed);
  const tools = asked !== null && calling ? { model: asked, calling } : null;
  const ms = performance.now() - began;
  return { verification: { at, ms, models: models?.length ?? null, problem, tools }, models, calling };
}

/** Of those whose price is known the cheapest, else the first. */
function cheapest(servers: ModelServers, models: { name: string; told: Partial<Abilities> }[]): string | null {
  const priced = models
    .map(({ name, told: abilities }) => ({
      name,
      cost: servers.abilities(name, abilities, {}).price?.output ?? Number.POSITIVE_INFINITY,
    }))
    .toSorted((a, b) => a.cost - b.cost);
  return priced[0]?.name ?? null;
}

type Problem = { problem: NonNullable<Verification['problem']> };

const problemOf = (answer: object): Verification['problem'] =>
  'problem' in answer ? (answer as Problem).problem : null;

/** A time limit is the one way in which they reject. */
function outcome<T extends object>(answer: Promise<T | Problem>): Promise<T | Problem> {
  return answer.catch(() => ({ problem: { code: 'timeout' as const, message: null } }));
}
