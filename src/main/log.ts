import { closeSync, fchmodSync, fstatSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';

/** What rooms may say to the log. Never keys, never file contents, never the analyst's words. */
export type Log = Pick<Logger, 'info' | 'warn' | 'error' | 'debug'>;

const ROTATE_AT_BYTES = 5 * 1024 * 1024;
const SECRETS = ['apiKey', 'api_key', 'authorization', 'token', 'key', 'password'];

/** What JSON leaves as it is and a terminal acts on: controls of eight bits, and marks that turn the text after them around. */
const ACTING = /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;
const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** What the log needs of the file system; tests put one in its place that fails. */
export interface LogDisk {
  open(path: string): number;
  /** Returns how many of the bytes were written. */
  write(file: number, bytes: Uint8Array): number;
}

const disk: LogDisk = {
  open: (path) => {
    const file = openSync(path, 'a', 0o600);
    fchmodSync(file, 0o600);
    return file;
  },
  write: (file, bytes) => writeSync(file, bytes),
};

/**
 * Writes into a folder that is there: one JSON object a line, which also keeps terminal escapes from foreign text inert. The
 * last 5–10 MB are kept. Logging never throws and ends nothing: lines that cannot be written are counted, and the first that
 * can be says how many are missing.
 */
export function openLog(folder: string, on: LogDisk = disk): Log {
  return pino(
    {
      base: { pid: process.pid },
      redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`]), censor: '[hidden]' },
    },
    new LogFile(folder, on),
  );
}

class LogFile {
  readonly #path: string;
  readonly #old: string;
  readonly #disk: LogDisk;
  #file: number | null = null;
  #size = 0;
  #missing = 0;
  /** The last line was written in part. */
  #torn = false;

  constructor(folder: string, on: LogDisk) {
    this.#path = join(folder, 'assay.log');
    this.#old = join(folder, 'assay.old.log');
    this.#disk = on;
  }

  write(line: string): void {
    try {
      const file = this.#opened();
      if (this.#missing > 0) this.#append(file, `{"level":40,"time":${Date.now()},"missing":${this.#missing}}\n`);
      this.#missing = 0;
      this.#append(file, line.replaceAll(ACTING, escaped));
    } catch {
      this.#missing += 1;
    }
  }

  #opened(): number {
    if (this.#file !== null && this.#size > ROTATE_AT_BYTES) this.#rotate(this.#file);
    if (this.#file !== null) return this.#file;
    this.#file = this.#disk.open(this.#path);
    this.#size = fstatSync(this.#file).size;
    return this.#size > ROTATE_AT_BYTES ? this.#opened() : this.#file;
  }

  #rotate(file: number): void {
    this.#file = null;
    closeSync(file);
    renameSync(this.#path, this.#old);
  }

  #append(file: number, line: string): void {
    const bytes = Buffer.from(this.#torn ? `\n${line}` : line);
    for (let at = 0; at < bytes.length; ) {
      const written = this.#disk.write(file, bytes.subarray(at));
      at += written;
      this.#size += written;
      this.#torn = at < bytes.length;
    }
  }
}

/** For tests. */
export const silentLog: Log = pino({ level: 'silent' });
