import type { Locator } from 'playwright-core';

/**
 * Writes over what an editor of code holds, as people do. `fill` would have the browser do it behind the editor's back, with
 * styles of its own that the page's policy refuses.
 */
export async function writeOver(editor: Locator, text: string): Promise<void> {
  await editor.focus();
  await editor.page().keyboard.press('Control+a');
  await editor.page().keyboard.insertText(text);
}
