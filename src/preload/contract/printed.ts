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

/** Where a traceback of a notebook's cell begins: Python's own format, the same in every language. */
const FRAMES = /^(?:Traceback \(most recent call last\):| {2}File "<cell \d+>", line \d+)/;
const RAISED = /^([\p{L}_][\p{L}\p{N}_.]*)(?:: ?(.*))?$/su;

/**
 * What was raised, told from a traceback; null for any other text. Only for code that ran elsewhere, or before endings were
 * kept: of all other code it is known as data.
 */
export function errorInTraceback(text: string): { type: string; message: string } | null {
  const lines = text.trimEnd().split('\n');
  if (!FRAMES.test(lines[0] ?? '')) return null;
  const raised = lines.findLast((line, at) => at > 0 && RAISED.test(line) && /^\s/.test(lines[at - 1] ?? ''));
  const [, type, message = ''] = RAISED.exec(raised ?? '') ?? [];
  return type === undefined ? null : { type, message };
}
