/** Something to paste, as rich text and as plain text. */
export interface Copied {
  html: string;
  text: string;
}

/** Puts on the clipboard what is still being made: the browser lets it be written because of the click that asked for it. */
export async function writeClipboard(made: Promise<Copied>): Promise<void> {
  const as = async (type: 'text/html' | 'text/plain') => {
    const { html, text } = await made;
    return new Blob([type === 'text/html' ? html : text], { type });
  };
  await navigator.clipboard.write([
    new ClipboardItem({ 'text/html': as('text/html'), 'text/plain': as('text/plain') }),
  ]);
}
