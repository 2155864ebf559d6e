/** Something to paste, as rich text and as plain text. */
export interface Copied {
  html: string;
  text: string;
}

/**
 * Puts both forms on the clipboard as they are. The newer `clipboard.write` would take the styles out of the rich text, by
 * which spreadsheets tell numbers from texts.
 */
export async function writeClipboard(made: Promise<Copied>): Promise<void> {
  const { html, text } = await made;
  let written = false;
  const onCopy = (event: ClipboardEvent) => {
    if (!event.clipboardData) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData.setData('text/html', html);
    event.clipboardData.setData('text/plain', text);
    written = true;
  };
  document.addEventListener('copy', onCopy, { capture: true, once: true });
  try {
    // Not every browser has it any more.
    document.execCommand?.('copy');
  } finally {
    document.removeEventListener('copy', onCopy, { capture: true });
  }
  // Where the page may not copy so, plain text is better than nothing.
  if (!written) await navigator.clipboard.writeText(text);
}
