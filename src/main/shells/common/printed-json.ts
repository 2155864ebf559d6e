import { AppError } from '#contract/result';
import { explainAndExit } from './open-app';

let isPrinted = false;

/** What came of a command, once: the one JSON object on its stdout. */
export function printJson(result: object): void {
  isPrinted = true;
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

/** Ends a command whose reader waits for JSON: what went wrong is the object, unless there was one, and a sentence on stderr. */
export function explainInJsonAndExit(error: unknown): never {
  const code = error instanceof AppError ? error.code : 'internal';
  if (!isPrinted) printJson({ error: { code, message: error instanceof Error ? error.message : String(error) } });
  return explainAndExit(error);
}

/** The same where JSON was asked for, also by a command line that is wrong elsewhere; a sentence alone otherwise. */
export function explainAsAskedAndExit(error: unknown): never {
  const typed = process.argv.slice(2);
  const flags = typed.includes('--') ? typed.slice(0, typed.indexOf('--')) : typed;
  return flags.includes('--json') ? explainInJsonAndExit(error) : explainAndExit(error);
}
