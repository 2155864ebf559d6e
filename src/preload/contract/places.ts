import { documentKindOf } from './document-kinds';
import type { Citation, Message } from './threads';

/** Places in documents as words. Plain functions: the window may import them. */

type Place = Pick<NonNullable<Citation['place']>, 'page' | 'sheet' | 'line'>;
type Source = Pick<Citation, 'number' | 'name'> & { place: Place | null };

/** Where words stand in a document of that name: `page 3`, `slide 2`, `sheet Costs`, `line 12`. Empty when unknown. */
export function placeWords(name: string, place: Place | null): string {
  if (!place) return '';
  if (place.page !== null) return `${documentKindOf(name) === 'pptx' ? 'slide' : 'page'} ${place.page}`;
  return place.sheet === null ? `line ${place.line.toLocaleString('en-US')}` : `sheet ${place.sheet}`;
}

/** What the numbers of an answer stand for, a line each. */
export function sourceLines(citations: Message['citations']): string[] {
  return [...new Map(citations.map((citation) => [citation.number, citation])).values()].map(sourceLine);
}

/** One source as it is listed: `[1] handbook.pdf, page 2`. */
export function sourceLine({ number, name, place }: Source): string {
  return `[${number}] ${[name, placeWords(name, place)].filter(Boolean).join(', ')}`;
}
