/** Reading what programs print. Plain functions: every side may import them. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters it is about
const CODES = /\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-Z\\^-~])/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters it is about
const UNSEEN = /[\x00-\x07\x0b\x0c\x0e-\x1f\x7f]/g;

/** Colours and cursor codes gone; of a line that was written over, what stood there last. */
export function plainPrint(text: string): string {
  return text
    .replace(CODES, '')
    .replace(/\r+\n/g, '\n')
    .split('\n')
    .map((line) => (/[\r\b]/.test(line) ? overwritten(line) : line))
    .join('\n')
    .replace(UNSEEN, '');
}

function overwritten(line: string): string {
  const shown: string[] = [];
  let at = 0;
  for (const character of line) {
    if (character === '\r') at = 0;
    else if (character === '\b') at = Math.max(0, at - 1);
    else {
      shown[at] = character;
      at += 1;
    }
  }
  return shown.join('');
}

/** What stands under the prints of code that was ended, by how it ended; the embedded engine says the same. */
const CUT_SHORT: Readonly<Record<string, string>> = {
  timeout: 'The code was stopped because it took too long.',
  memory: 'The code was stopped because it needed too much memory.',
  crashed: 'Python ended unexpectedly; its variables are gone.',
  output_limit: 'The code was stopped because it printed too much.',
};
const NOTES = [...Object.values(CUT_SHORT), 'Code cannot be run here.'];
const FRAMES = /^(?:Traceback \(most recent call last\):| {2}File "<cell \d+>", line \d+)/;
const LACKING = /^(?:ModuleNotFound|Import)Error\b/;
const RAISED = /^[\p{L}_][\p{L}\p{N}_.]*(?::|$)/u;

/** Null for code that ran to its end or was stopped by hand. */
export const cutShort = (ended: string): string | null => CUT_SHORT[ended] ?? null;

/**
 * Why code did not end well, in one line; null when it did. The protocol has no word for it: the last output is a
 * traceback and nothing before it, or the server's own note.
 */
export function codeFailure(outputs: readonly { type: string; text?: string }[]): string | null {
  const last = lastLogs(outputs);
  if (last === null) return null;
  if (NOTES.some((note) => last.startsWith(note))) return last;
  return errorLine(last)?.line ?? null;
}

/** What to do about a package that is not here: the first line of what the error says below itself. */
export function codeAdvice(outputs: readonly { type: string; text?: string }[]): string | null {
  const last = lastLogs(outputs);
  const error = last === null ? null : errorLine(last);
  if (!last || !error || !LACKING.test(error.line)) return null;
  return last.split('\n')[error.at + 1]?.trim() || null;
}

function lastLogs(outputs: readonly { type: string; text?: string }[]): string | null {
  const last = outputs.at(-1);
  return last?.type === 'logs' && last.text !== undefined ? last.text.trimEnd() : null;
}

/** The line of a traceback that says what was raised, and which line that is. */
function errorLine(text: string): { line: string; at: number } | null {
  const lines = text.split('\n');
  if (!FRAMES.test(lines[0] ?? '')) return null;
  const at = lines.findLastIndex((line, at) => at > 0 && RAISED.test(line) && /^\s/.test(lines[at - 1] ?? ''));
  return at === -1 ? null : { line: lines[at] ?? '', at };
}

/** What a session that was ended, or idle for too long, has to be told about code that counts on it. */
export const STARTED_ANEW =
  'Python was started anew, so variables of earlier steps are not there. Run those steps again first if this needs them.';
