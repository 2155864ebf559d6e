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
    ...over
  }: Partial<ResponsesOptions> & { server?: UpstreamOptions; known?: readonly Quirk[] } = {},
): TestProvider {
  const upstream = new ScriptedUpstream(server).script(...script);
  const connection = connectionTo(upstream);
  const quirks = sessionQuirks(known);
  const provider = responsesModel({
    upstream: connection,
    answerer: 'conn_1/scripted',
    abilities: unknownAbilities,
    quirks,
    hostedCode: true,
    ...over,
  });
  return { upstream, connection, provider, quirks, sent: () => upstream.turns.at(-1)?.json };
}
