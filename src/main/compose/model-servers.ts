import type { ConnectionPreset, ModelProblemCode } from '#contract';
import { AppError } from '#contract/result';
import { abilitiesOf, listedModels, moneyOf } from '../engine/models/abilities';
import { PRESETS, probeTools, signIn } from '../engine/models/chat';
import { sessionQuirks } from '../engine/models/quirks';
import {
  type AddressFault,
  endingOf,
  type Fetch,
  faultOf,
  isLoopback,
  json,
  type Ledger,
  NO_BYTES,
  type Upstream,
  urlBelow,
} from '../engine/models/upstream';
import { ModelFailure } from '../engine/ports';
import type { Log } from '../log';
import type { ModelServer, ModelServers } from '../services/ports';

const OPENAI: ConnectionPreset = {
  id: 'openai',
  name: 'OpenAI',
  api: 'responses',
  baseUrl: 'https://api.openai.com/v1',
  keyNeeded: true,
  keyPrefixes: ['sk-proj-', 'sk-svcacct-', 'sk-admin-'],
  local: false,
};

/** How keys begin that can be told apart. */
const KEY_PREFIXES = new Map<string, string[]>(
  Object.entries({
    anthropic: ['sk-ant-'],
    openrouter: ['sk-or-'],
    groq: ['gsk_'],
    xai: ['xai-'],
    gemini: ['AIza'],
  }),
);

/** What is answered for what is not there. */
const GONE = [404, 410];

const FAULTS: Record<AddressFault, string> = {
  no_address: 'This is no address of a server. It begins with https:// and ends, as a rule, with /v1.',
  plain_http: 'Plain http would send the key and the data unencrypted. Use https, or allow http for this connection.',
  metadata_address: 'This address hands out a computer’s own keys. Assay never asks it.',
  password_in_address: 'The address holds a password. Leave it out, and give the key in its own field.',
};

interface Sending {
  log: Log;
  fetch: Fetch;
}

/** How a connection is spoken to. */
export function upstreamOf(
  server: ModelServer,
  model: string,
  ledger: Ledger | null,
  { log, fetch }: Sending,
): Upstream {
  const header = PRESETS.find(({ id }) => id === server.preset)?.header ?? 'authorization';
  return {
    connection: server.id,
    baseUrl: server.baseUrl,
    model,
    headers: async () => signIn(header, await server.key()),
    ledger,
    allowHttp: server.allowHttp,
    log,
    fetch,
  };
}

/** The servers of models as the services see them. */
export function modelServers(sending: Sending, probed: () => Ledger | null): ModelServers {
  return {
    presets: () => [OPENAI, ...PRESETS.map(shownPreset)],
    address,
    localAddresses: () =>
      PRESETS.flatMap(({ id, name, ports }) =>
        ports.map((port) => ({ preset: id, name, baseUrl: `http://127.0.0.1:${port}/v1` })),
      ),
    models: (server, signal) =>
      problemOf(async () => {
        const upstream = upstreamOf(server, '', null, sending);
        const models = listedModels(await json(upstream, { method: 'GET', path: '/models' }, signal));
        return models === null ? { problem: { code: 'bad_endpoint' as const, message: null } } : { models };
      }),
    probe: (server, model, signal) =>
      problemOf(async () => {
        // All that speak it call tools; it is made for that.
        if (server.api === 'responses') return { calling: 'native' as const };
        const upstream = upstreamOf(server, model, probed(), sending);
        return { calling: await probeTools({ upstream, quirks: sessionQuirks() }, signal) };
      }),
    delete: async (server, { path, model, run, isGoingOn }, signal) => {
      const upstream = upstreamOf(server, model, probed(), sending);
      const entry = { bytes: { ...NO_BYTES }, expected: { input: 0, output: 0 }, run };
      const answer = await problemOf(async () => {
        // One that is over refuses to be cancelled.
        if (isGoingOn)
          await json(upstream, { method: 'POST', path: `${path}/cancel`, body: {} }, signal).catch(() => null);
        await json(upstream, { method: 'DELETE', path, entry }, signal).catch((error: unknown) => {
          if (!GONE.includes(endingOf(error)?.status ?? 0)) throw error;
        });
        return {};
      });
      return 'problem' in answer ? answer.problem : null;
    },
    abilities: abilitiesOf,
    money: moneyOf,
  };
}

/** As it is kept: without blanks and slashes around it. */
function address(given: string, allowHttp: boolean): { baseUrl: string; local: boolean } {
  const url = urlBelow(given.trim(), '');
  const fault = faultOf(url, allowHttp);
  if (fault || !url) throw new AppError('invalid_input', FAULTS[fault ?? 'no_address']);
  return { baseUrl: url.href.replace(/\/+$/, ''), local: isLoopback(url) };
}

function shownPreset({ id, name, baseUrl, key, ports }: (typeof PRESETS)[number]): ConnectionPreset {
  return {
    id,
    name,
    api: 'chat',
    baseUrl: baseUrl.replace('<', '{').replace('>', '}'),
    keyNeeded: key === 'needed',
    keyPrefixes: KEY_PREFIXES.get(id) ?? [],
    local: ports.length > 0,
  };
}

/** What a server answers, or why it does not. */
async function problemOf<T>(
  work: () => Promise<T>,
): Promise<T | { problem: { code: ModelProblemCode; message: string | null } }> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error;
    return { problem: { code: error.code, message: endingOf(error)?.message ?? null } };
  }
}
