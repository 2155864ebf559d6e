import { SENT_KINDS } from '../../../src/main/engine/models/tools/plain';
import {
  type Arrival,
  events,
  type Ledger,
  type Outgoing,
  type Upstream,
  type UpstreamRequest,
} from '../../../src/main/engine/models/upstream';
import { ModelFailure } from '../../../src/main/engine/ports';
import { type Script, ScriptedUpstream } from '.';

export const KEY = 'sk-test-Zq81LmNcVb72RtYpWsXe';

/** A ledger in memory; `order` tells what came after what. */
export class TestLedger implements Ledger {
  readonly rows: (Outgoing & { arrival: Arrival | null })[] = [];
  async open(request: Outgoing): Promise<{ close(arrival: Arrival): void }> {
    const row: Outgoing & { arrival: Arrival | null } = { ...request, arrival: null };
    this.rows.push(row);
    return {
      close: (arrival) => {
        if (row.arrival) throw new Error('closed twice');
        row.arrival = arrival;
      },
    };
  }
}

export interface TestConnection extends Upstream {
  ledger: TestLedger;
  /** Milliseconds of the waits that were asked for; none of them takes any time. */
  waits: number[];
}

/** A connection to a scripted server, without a socket. */
export function connectionTo(upstream: ScriptedUpstream, over: Partial<Upstream> = {}): TestConnection {
  const waits: number[] = [];
  return {
    connection: 'conn_1',
    baseUrl: 'http://127.0.0.1/v1',
    model: 'scripted',
    headers: async () => ({ authorization: `Bearer ${KEY}` }),
    allowHttp: false,
    log: null,
    fetch: upstream.fetch,
    wait: async (ms, signal) => {
      signal.throwIfAborted();
      waits.push(ms);
    },
    ...over,
    ledger: new TestLedger(),
    waits,
  };
}

export const RUN = { id: 'run_1', threadId: 'thread_1' };

export function requestOf(over: Partial<UpstreamRequest> = {}): UpstreamRequest {
  const body = over.body ?? { model: 'scripted', input: 'hello', stream: true };
  const bytes = Object.fromEntries(SENT_KINDS.map((kind) => [kind, 0])) as UpstreamRequest['bytes'];
  return { path: '/responses', body, bytes, expected: { input: 10, output: null }, run: RUN, ...over };
}

/** Reads an answer to its end: the types of what came, and how it failed. */
export async function ask(
  connection: Upstream,
  { signal = new AbortController().signal, ...over }: Partial<UpstreamRequest> & { signal?: AbortSignal } = {},
): Promise<{ types: string[]; failure: ModelFailure | null }> {
  const types: string[] = [];
  try {
    for await (const arrived of events(connection, requestOf(over), signal))
      types.push(...arrived.map(({ data }) => JSON.parse(data).type));
    return { types, failure: null };
  } catch (error) {
    if (error instanceof ModelFailure) return { types, failure: error };
    throw error;
  }
}

export function scripted(...script: Script[]): { upstream: ScriptedUpstream; connection: TestConnection } {
  const upstream = new ScriptedUpstream().script(...script);
  return { upstream, connection: connectionTo(upstream) };
}
