import { renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';

/** What rooms may say to the log. Never keys, never file contents, never the analyst's words. */
export type Log = Pick<Logger, 'info' | 'warn' | 'error' | 'debug'>;

const ROTATE_AT_BYTES = 5 * 1024 * 1024;
const SECRETS = ['apiKey', 'api_key', 'authorization', 'token', 'key', 'password'];

/** Writes into a folder that is there: one JSON object a line, which also keeps terminal escapes from foreign text inert. The last 5–10 MB are kept. */
export function openLog(folder: string): Log {
  const file = join(folder, 'assay.log');
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > ROTATE_AT_BYTES)
    renameSync(file, join(folder, 'assay.old.log'));
  return pino(
    {
      base: { pid: process.pid },
      redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`]), censor: '[hidden]' },
    },
    pino.destination({ dest: file, sync: true, mode: 0o600 }),
  );
}

/** For tests. */
export const silentLog: Log = pino({ level: 'silent' });
