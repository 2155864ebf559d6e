import { type Quirk, type Quirks, sessionQuirks } from '../../../../../src/main/engine/models/quirks';
import { type ResponsesOptions, responsesModel } from '../../../../../src/main/engine/models/responses';
import { type ModelProvider, unknownAbilities } from '../../../../../src/main/engine/ports';
import { type Script, ScriptedUpstream, type UpstreamOptions } from '../../../../support/upstream';
import { connectionTo, type TestConnection } from '../../../../support/upstream/connection';

export interface TestProvider {
  upstream: ScriptedUpstream;
  connection: TestConnection;
  provider: ModelProvider;
  quirks: Quirks;
  /** The body of the last request. */
  // biome-ignore lint/suspicious/noExplicitAny: looked at key by key
  sent(): any;
}

/** A model whose server says what is scripted. */
export function providerOf(
  script: readonly Script[],
  {
    server = {},
    known = [],
    idleMs,
    ...over
  }: Partial<ResponsesOptions> & { server?: UpstreamOptions; known?: readonly Quirk[]; idleMs?: number } = {},
): TestProvider {
  const upstream = new ScriptedUpstream(server).script(...script);
  const connection = connectionTo(upstream, idleMs === undefined ? {} : { idleMs });
  const quirks = sessionQuirks(known);
  const provider = responsesModel({
    // Whatever stands in for the server, or for time, later is asked.
    upstream: {
      ...connection,
      fetch: (url, init) => (connection.fetch ?? upstream.fetch)(url, init),
      wait: async (ms, signal) => connection.wait?.(ms, signal),
    },
    answerer: 'conn_1/scripted',
    abilities: unknownAbilities,
    quirks,
    hostedCode: true,
    ...over,
  });
  return { upstream, connection, provider, quirks, sent: () => upstream.turns.at(-1)?.json };
}
