const SEPARATOR = /^\s{0,3}\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;
const FENCE = /^\s{0,3}(`{3,}|~{3,})/;

/** The markdown before, between and behind the tables that it writes; one piece where it writes none. */
export function withoutTables(markdown: string): string[] {
  const lines = markdown.split('\n');
  const pieces: string[][] = [[]];
  let fence: string | null = null;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const mark = FENCE.exec(line)?.[1];
    if (mark && (fence === null || mark.startsWith(fence))) fence = fence === null ? mark : null;
    const isHead =
      fence === null && line.includes('|') && SEPARATOR.test(lines[at + 1] ?? '') && lines[at + 1]?.includes('-');
    if (!isHead) {
      pieces.at(-1)?.push(line);
      continue;
    }
    while (at + 1 < lines.length && (lines[at + 1] ?? '').includes('|')) at += 1;
    pieces.push([]);
  }
  return pieces.map((piece) => piece.join('\n'));
}
