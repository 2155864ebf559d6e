import { documentKindOf } from './document-kinds';
import type { Citation } from './threads';

/** Places in documents as data; `placeText` of `#words` says them. Plain functions: the window may import them. */

/** Where words stand: the page or slide by its number from 1, the sheet by its name, the line of the text from 1. */
export type PlaceInDocument = { code: 'page' | 'slide' | 'line'; number: number } | { code: 'sheet'; name: string };

/** What is known of the place in a document of that name; null where nothing is. */
export function placeIn(
  name: string,
  place: Pick<NonNullable<Citation['place']>, 'page' | 'sheet' | 'line'> | null,
): PlaceInDocument | null {
  if (!place) return null;
  if (place.page !== null) return { code: documentKindOf(name) === 'pptx' ? 'slide' : 'page', number: place.page };
  return place.sheet === null ? { code: 'line', number: place.line } : { code: 'sheet', name: place.sheet };
}
