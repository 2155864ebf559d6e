/** Lines between fences that begin at the margin: only those are code wherever else they may stand. */
const FENCE = /^(`{3,})[^`]*$|^(~{3,})/;

/** Those that are kept in the cell itself are left alone. */
const PICTURE = /!\[(?!(?:Chart|Picture)\]\(attachment:)/g;

/**
 * Markdown that loads nothing where it is opened: pictures stay as they are written, and HTML is text. Programs that
 * show notebooks fetch pictures from anywhere, with all that an address can carry away.
 */
export function inert(markdown: string): string {
  let open: RegExp | null = null;
  return markdown
    .split(/\r\n?|\n/)
    .map((line) => {
      if (open !== null) {
        if (open.test(line)) open = null;
        return line;
      }
      const [, ticks, tildes] = FENCE.exec(line) ?? [];
      const fence = ticks ?? tildes;
      if (fence === undefined) return line.replaceAll(PICTURE, '!\\[').replaceAll(/<(?=[a-z!/?])/gi, '\\<');
      open = new RegExp(`^ {0,3}${fence}${fence[0]}*[ \\t]*$`);
      return line;
    })
    .join('\n');
}
