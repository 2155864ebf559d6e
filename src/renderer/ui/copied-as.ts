import { type RefObject, useEffect, useRef } from 'react';

/** What of a page is copied in another form than it is drawn in: HTML, by its element. */
const known = new WeakMap<Element, () => Promise<string>>();

/** Has an element copied as HTML of its own: a table with all of its rows, a chart as a picture. */
export function useCopiedAs(element: RefObject<Element | null>, html: () => Promise<string>): void {
  const latest = useRef(html);
  useEffect(() => {
    latest.current = html;
    if (element.current) known.set(element.current, () => latest.current());
  });
}

export const copiedAs = (element: Element): (() => Promise<string>) | undefined => known.get(element);

/** Marks what is not copied along with what it stands in, … */
export const UNCOPIED = { 'data-uncopied': '' };
/** … a button whose words are, … */
export const COPIED = { 'data-copied': '' };
/** … and what is copied as these words. */
export const copiedText = (text: string) => ({ 'data-copied': text });
