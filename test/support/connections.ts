import type {
  ConnectedModel,
  Connection,
  ConnectionPreset,
  ThreadChoices,
  Verification,
} from '../../src/preload/contract';
import { AnswererId, ConnectionId } from '../../src/preload/contract/ids';
import { unknownAbilities } from '../../src/preload/contract/models';

export const connectionId = (id: string): Connection['id'] => ConnectionId.parse(`con_${id}`);

export const verification = (changes: Partial<Verification> = {}): Verification => ({
  at: 1_000,
  ms: 240,
  models: 2,
  problem: null,
  tools: null,
  ...changes,
});

/** One to OpenAI that was tried and can be used. */
export const connection = (id: string, changes: Partial<Connection> = {}): Connection => ({
  id: connectionId(id),
  name: 'OpenAI',
  preset: 'openai',
  api: 'responses',
  baseUrl: 'https://api.openai.com/v1',
  local: false,
  keyState: { where: 'keychain', detail: null },
  boundary: 'results',
  rowsAtMost: 100,
  allowHttp: false,
  hostedCode: false,
  hostedSearch: false,
  verification: verification(),
  quirks: [],
  createdAt: 1_000,
  ...changes,
});

export const preset = (id: string, changes: Partial<ConnectionPreset> = {}): ConnectionPreset => ({
  id,
  name: id,
  api: 'chat',
  baseUrl: `https://api.${id}.example/v1`,
  keyNeeded: true,
  keyPrefixes: [],
  local: false,
  ...changes,
});

export const answerer = (id: string): ConnectedModel['answerer'] => AnswererId.parse(id);

/** A model of the connection of {@link connection}. */
export const connectedModel = (name: string, changes: Partial<ConnectedModel> = {}): ConnectedModel => ({
  answerer: answerer(`con_1/${name}`),
  connection: { id: connectionId('1'), name: 'OpenAI', local: false },
  name,
  abilities: { ...unknownAbilities, contextTokens: 400_000, price: { input: 0.1, cached: 0.01, output: 0.5 } },
  edited: [],
  calling: 'native',
  listed: true,
  usedAt: null,
  ...changes,
});

/** A thread in which a model of that connection answers. */
export const choicesOf = (
  threadId: ThreadChoices['threadId'],
  changes: Partial<ThreadChoices> = {},
): ThreadChoices => ({
  threadId,
  model: {
    answerer: answerer('con_1/gpt-6-luna'),
    connection: 'OpenAI',
    name: 'gpt-6-luna',
    local: false,
    chosen: true,
    there: true,
  },
  boundary: { value: 'results', chosen: false },
  assistantId: null,
  ...changes,
});
