import { resolve } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Language } from '#contract';
import { LANGUAGES } from '#contract/languages';
import { AppError } from '#contract/result';
import { MODEL_OPTIONS, MODEL_USAGE, type ModelOptions, modelOptionsOf } from './model-options';
import { appFolders } from './root';

export interface CommonOptions {
  dataFolder: string;
  withEngine: boolean;
  port: number;
  open: boolean;
  /** The file that holds the key scripts sign in with; `serve` alone takes it. */
  keyFile: string | null;
  /** What is said to clients; `serve` alone takes it. */
  language?: Language;
  /** Who answers to names that nobody has; `serve` alone takes it. */
  model: ModelOptions | null;
}

const OPTIONS = {
  data: { type: 'string' },
  port: { type: 'string' },
  browser: { type: 'boolean' },
  'no-open': { type: 'boolean' },
  'no-engine': { type: 'boolean' },
} as const;

const SERVED = { ...MODEL_OPTIONS, 'key-file': { type: 'string' }, language: { type: 'string' } } as const;
const OPTIONS_OF = { start: OPTIONS, serve: { ...OPTIONS, ...SERVED } } as const;

const FLAGS = '[--port N] [--data DIR] [--no-engine]';
const USAGES = {
  start: `Usage: npm start -- [--browser] [--no-open] ${FLAGS}`,
  serve: `Usage: npm run -s serve -- [--port N] [--data DIR] [--key-file FILE] [--language en|de] ${MODEL_USAGE}`,
};

/** The options every shell takes. Unknown ones are refused with a hint rather than passed over. */
export function readOptions(argv: readonly string[], command: keyof typeof USAGES): CommonOptions {
  return toOptions(parseCommand({ args: [...argv], options: OPTIONS_OF[command] }, USAGES[command]).values);
}

/** What a command line says; `--help` prints `help` and ends the process. */
export function parseCommand<T extends ParseArgsConfig & { args: string[] }>(config: T, usage: string, help = usage) {
  const flags = config.args.includes('--') ? config.args.slice(0, config.args.indexOf('--')) : config.args;
  if (flags.includes('--help')) {
    process.stdout.write(`${help}\n`);
    process.exit(0);
  }
  try {
    return parseArgs(config);
  } catch (error) {
    const [reason] = error instanceof Error ? error.message.split(/\.\s/) : [];
    throw new AppError('invalid_input', `${reason ?? 'Unknown option'}. ${usage}`);
  }
}

/** The language of `--language`, where it is given. */
export function languageOf(given: unknown): { language?: Language } {
  if (given === undefined) return {};
  const language = LANGUAGES.find((known) => known === given);
  if (!language)
    throw new AppError(
      'invalid_input',
      `There are no words in ${String(given)}. Give --language ${LANGUAGES.join(' or ')}.`,
    );
  return { language };
}

/** The data folder of `--data`, or the usual one. */
export function dataFolderOf(given: string | undefined): string {
  if (given === '') throw new AppError('invalid_input', 'Name a folder after --data, or leave it out.');
  return given === undefined ? appFolders.data : resolve(given);
}

/** The same among arguments that are not ours, as Electron's own. */
export function findOptions(argv: readonly string[]): CommonOptions {
  const { values } = parseArgs({ args: [...argv], options: OPTIONS, strict: false, allowPositionals: true });
  const textOf = (value: string | boolean | undefined) => (typeof value === 'string' ? value : undefined);
  return toOptions({ ...values, data: textOf(values.data), port: textOf(values.port) });
}

function toOptions(values: {
  data?: string | undefined;
  port?: string | undefined;
  [flag: string]: unknown;
}): CommonOptions {
  return {
    dataFolder: dataFolderOf(values.data),
    withEngine: values['no-engine'] !== true,
    port: readPort(values.port ?? '0'),
    open: values['no-open'] !== true,
    keyFile: keyFileOf(values['key-file']),
    ...languageOf(values.language),
    model: modelOptionsOf(values),
  };
}

function keyFileOf(given: unknown): string | null {
  if (given === '') throw new AppError('invalid_input', 'Name a file after --key-file, or leave it out.');
  return typeof given === 'string' ? resolve(given) : null;
}

function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new AppError('invalid_input', `${text} is not a port. Give 0 (any free port) to 65535.`);
  return port;
}
