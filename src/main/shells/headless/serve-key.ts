import { randomBytes } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { AppError } from '#contract/result';

/** Long enough not to be guessed, and of characters that a header takes. */
const KEY = /^[\x21-\x7e]{16,512}$/;
const READABLE_BY_OTHERS = 0o077;

export interface KeySources {
  keyFile: string | null;
  /** ASSAY_API_KEY. */
  fromEnvironment: string | undefined;
  /** The one in the keychain; null where there is none. */
  kept(): Promise<string | null>;
  /** Says something to whoever started the command. */
  warn(text: string): void;
}

/**
 * The key scripts sign in with: the one in the file, which is made with a new key where there is none, else that of the
 * environment, else that of the keychain, else a new one for this time.
 * @throws AppError `invalid_input` for a key that is too short or cannot be sent, `read_only` for a file that cannot be used
 */
export async function serveKey({ keyFile, fromEnvironment, kept, warn }: KeySources): Promise<string> {
  if (keyFile !== null) return keyIn(keyFile, warn);
  if (fromEnvironment) return checked(fromEnvironment, 'ASSAY_API_KEY');
  return (await kept()) ?? newKey();
}

const newKey = (): string => `assay-${randomBytes(24).toString('base64url')}`;

function keyIn(file: string, warn: KeySources['warn']): string {
  try {
    const fresh = newKey();
    writeFileSync(file, `${fresh}\n`, { flag: 'wx', mode: 0o600 });
    return fresh;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw unusable(file, error);
  }
  try {
    if (process.platform !== 'win32' && (statSync(file).mode & READABLE_BY_OTHERS) !== 0)
      warn(`Other users of this computer may read ${file}. To keep the key to yourself: chmod 600 ${file}`);
    return checked(readFileSync(file, 'utf8').trim(), file);
  } catch (error) {
    throw error instanceof AppError ? error : unusable(file, error);
  }
}

function checked(key: string, source: string): string {
  if (KEY.test(key)) return key;
  throw new AppError(
    'invalid_input',
    `The key in ${source} cannot be used: a key has 16 to 512 letters, digits and signs on one line, without spaces.`,
  );
}

function unusable(file: string, cause: unknown): AppError {
  const why = cause instanceof Error ? cause.message : 'unknown reason';
  return new AppError('read_only', `The key file ${file} cannot be used (${why}). Name another one after --key-file.`, {
    cause,
  });
}
