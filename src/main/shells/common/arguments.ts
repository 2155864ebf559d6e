import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AppError } from '#contract/result';
import { appFolders } from './root';

export interface CommonOptions {
  dataFolder: string;
  withEngine: boolean;
  port: number;
  open: boolean;
}

const OPTIONS = {
  data: { type: 'string' },
  port: { type: 'string' },
  browser: { type: 'boolean' },
  'no-open': { type: 'boolean' },
  'no-engine': { type: 'boolean' },
} as const;

/** The options every shell takes. Unknown ones are refused with a hint rather than passed over. */
export function readOptions(argv: readonly string[]): CommonOptions {
  return toOptions(parse(argv));
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
    dataFolder: values.data ? resolve(values.data) : appFolders.data,
    withEngine: values['no-engine'] !== true,
    port: readPort(values.port ?? '0'),
    open: values['no-open'] !== true,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS }).values;
  } catch (error) {
    throw new AppError(
      'invalid_input',
      `${error instanceof Error ? error.message : 'Unknown option'}. Known: --browser --no-open --no-engine --port N --data DIR.`,
    );
  }
}

function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new AppError('invalid_input', `${text} is not a port. Give 0 (any free port) to 65535.`);
  return port;
}
