/** A piece of markdown that stands on its own, and where it begins in the whole text. */
export interface Block {
  text: string;
  start: number;
}

const NESTED = /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*){30}|^[ \t]{120}|[[(*_~`]{200}/m;
/** A block longer than this is shown as plain text. */
export const PLAIN_FROM = 60_000;

/**
 * Splits markdown at blank lines outside code fences, so that while an answer streams only its last block is read anew.
 */
export function splitBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let start = 0;
  let fence: string | null = null;
  let end = 0;
  for (const line of text.split('\n')) {
    const mark = line.match(/^\s{0,3}(`{3,}|~{3,})/)?.[1];
    if (mark && fence === null) fence = mark;
    else if (mark && fence !== null && mark[0] === fence[0] && mark.length >= fence.length) fence = null;
    if (fence === null && line.trim() === '' && end > start) {
      blocks.push({ text: text.slice(start, end), start });
      start = end + line.length + 1;
    } else if (fence === null && line.trim() === '' && end === start) {
      start += line.length + 1;
    }
    end += line.length + 1;
  }
  if (start < text.length) blocks.push({ text: text.slice(start), start });
  return blocks;
}

/** True for text that is nested deeper than any reader could follow; parsers take very long over it. */
export function isTooDeep(text: string): boolean {
  return NESTED.test(text);
}

/** What stands within a block that is one code fence; null for any other. The end of the fence may still be on its way. */
export function fencedText(block: string): string | null {
  const open = block.match(/^ {0,3}(`{3,}|~{3,})[^\n`]*\n/);
  if (!open) return null;
  const rest = block.slice(open[0].length).trimEnd();
  const end = rest.lastIndexOf('\n') + 1;
  const closed = rest
    .slice(end)
    .trim()
    .startsWith(open[1] ?? '');
  return (closed ? rest.slice(0, end) : rest).trimEnd();
}
