import type { AnswererId, ServerApi } from '#contract';
import { AppError } from '#contract/result';
import type { App } from '../../compose';

/** Who is to answer, as a command line says it: options of `parseArgs`, and how a usage line shows them. */
export const MODEL_OPTIONS = {
  'base-url': { type: 'string' },
  api: { type: 'string' },
  model: { type: 'string' },
  'key-env': { type: 'string' },
  connection: { type: 'string' },
} as const;

export const MODEL_USAGE =
  '[--connection NAME [--model NAME] | --base-url URL --api responses|chat --model NAME [--key-env VARIABLE]]';

export type ModelOptions =
  | { connection: string; model: string | null }
  | { baseUrl: string; api: ServerApi; model: string; keyEnv: string | null };

/** Null where nothing is said of it. Throws AppError `invalid_input` for what does not go together. */
export function modelOptionsOf(values: Readonly<Record<string, unknown>>): ModelOptions | null {
  const [baseUrl, api, model, keyEnv, connection] = ['base-url', 'api', 'model', 'key-env', 'connection'].map((name) =>
    optionOf(values, name),
  );
  if (connection) {
    if (baseUrl || api || keyEnv) throw refused('--connection names all of a connection: give no address beside it.');
    return { connection, model: model ?? null };
  }
  if (!baseUrl) {
    if (api || model || keyEnv)
      throw refused('Name the server after --base-url, or a saved connection after --connection.');
    return null;
  }
  if (!model) throw refused('Name the model after --model.');
  if (api !== 'responses' && api !== 'chat')
    throw refused('Say after --api how the server is spoken to: responses or chat.');
  return { baseUrl, api, model, keyEnv: keyEnv ?? null };
}

function optionOf(values: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = values[name];
  if (value === '') throw refused(`Give a value after --${name}, or leave it out.`);
  return typeof value === 'string' ? value : undefined;
}

/**
 * The key of `--key-env`. The variable is gone afterwards, so that nothing that is started inherits it; call it before anything
 * is.
 */
export function takeKey(options: ModelOptions | null, environment: NodeJS.ProcessEnv): string | null {
  if (!options || !('keyEnv' in options) || options.keyEnv === null) return null;
  const { keyEnv } = options;
  const key = Object.hasOwn(environment, keyEnv) && environment[keyEnv]?.trim();
  delete environment[keyEnv];
  if (!key) throw refused(`The environment has no key in ${keyEnv}.`);
  return key;
}

/**
 * Has the app know the server that was named, and gives who answers; null where the app's own choice holds. Of a server on
 * this computer it is looked at how its model calls tools, which is waited for unless `waits` is false.
 */
export async function answererFrom(
  { services }: Pick<App, 'services'>,
  options: ModelOptions | null,
  key: string | null,
  { waits = true }: { waits?: boolean } = {},
): Promise<AnswererId | null> {
  if (!options) return null;
  if ('baseUrl' in options) {
    const { baseUrl, api, model } = options;
    const given = key === null ? {} : { key };
    const id = services.connections.addTemporary({ baseUrl, api, model, allowHttp: false, ...given });
    const probed = api === 'chat' ? services.connections.probeTemporary(id) : null;
    if (waits) await probed;
    return services.models.answererOf(id, model);
  }
  const connection = services.connections.named(options.connection);
  if (!connection) {
    const names = services.connections.list().map(({ name }) => name);
    const known = names.length > 0 ? `There are: ${names.join(', ')}.` : 'There is none yet; make one in Settings.';
    throw new AppError('not_found', `There is no connection called ${options.connection}. ${known}`);
  }
  return services.models.usualOf(connection.id, options.model);
}

const refused = (message: string): AppError => new AppError('invalid_input', message);
