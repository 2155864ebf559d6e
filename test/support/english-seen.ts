import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { inlineTexts } from './inline-texts';

/** Words that English has in nearly every sentence, and German has not at all. */
const ENGLISH_WORDS =
  /(?<![\p{L}\p{N}_])(?:the|of|and|with|from|by|are|is|this|that|these|those|it|its|not|you|your|has|have|had|could|cannot|can|be|been|or|which|what|when|where|there|here|they|them|their|to|for|no|rows?|read|ran|drew|drawn|drawing|called|computed|described|queried|searched|again|question|answer|chart|table|column|columns|unknown|started|stopped|added|removed|something|went|wrong|try|choose|give)(?![\p{L}\p{N}_])/iu;

const CATALOGUES = 'src/preload/words';
const LETTERS = /\p{L}{2,}/gu;

const textsOf = (language: string): string[] =>
  readdirSync(`${CATALOGUES}/${language}`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .flatMap((entry) => inlineTexts(readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8'), false));

/** What is written in one language and not in the other: whole texts, and what stands in them between values. */
function onlyEnglish(): { whole: ReadonlySet<string>; pieces: readonly string[] } {
  const german = textsOf('german');
  const texts = textsOf('english').filter((text) => !german.includes(text));
  const pieces = texts
    .flatMap((text) => text.split('{}').map((piece) => piece.trim()))
    .filter((piece) => (piece.match(LETTERS)?.length ?? 0) > 1 && !german.some((text) => text.includes(piece)));
  return { whole: new Set(texts), pieces: [...new Set(pieces)] };
}

/** Everything on the page that people read or hear, but code and what they have written themselves. */
const SHOWN = `(() => {
  const UNREAD = 'pre, code, .cm-editor, kbd, script, style, textarea, [lang=en]';
  const READ = ['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'title', 'placeholder', 'alt'];
  const texts = [];
  for (const element of document.querySelectorAll('body, body *')) {
    if (element.closest(UNREAD) && !element.matches('textarea')) continue;
    if (element.checkVisibility && !element.checkVisibility({ visibilityProperty: true })) continue;
    for (const name of READ) texts.push(element.getAttribute(name) ?? '');
    if (element.matches('textarea')) continue;
    const children = [...element.childNodes];
    // What is marked within a sentence belongs to it.
    const isSentence = children.some((node) => node.nodeType === 3 && node.textContent.trim() !== '');
    if (!isSentence) continue;
    const copy = element.cloneNode(true);
    for (const unread of copy.querySelectorAll(UNREAD)) unread.remove();
    texts.push(copy.textContent);
  }
  return texts;
})()`;

/**
 * Texts of the page that are English where the window is German.
 * @param own names of the analyst's data and questions, which are as they were written
 */
export function englishSeen(own: readonly RegExp[]): (page: Page) => Promise<string[]> {
  const { whole, pieces } = onlyEnglish();
  const without = (text: string): string => own.reduce<string>((rest, name) => rest.replaceAll(name, '·'), text);
  const isEnglish = (text: string): boolean =>
    whole.has(text) || pieces.some((piece) => text.includes(piece)) || ENGLISH_WORDS.test(text);
  return async (page) => {
    const texts = ((await page.evaluate(SHOWN)) as string[]).map((text) => text.replaceAll(/\s+/g, ' ').trim());
    return [...new Set(texts.filter((text) => text !== '' && isEnglish(without(text))))];
  };
}
