import type { Citation, Message } from '#contract';
import { placeIn } from '#contract/places';
import { wordOf } from './by-code';
import type { Words } from './words';

type Place = Parameters<typeof placeIn>[1];
type Cited = Pick<Citation, 'name'> & { place: Place };
type CatalogueOfPlaces = Pick<Words, 'document'>;

/** Where words stand in a document of that name: `page 3`, `slide 2`, `sheet Costs`, `line 12`. Empty where it is not known. */
export function placeText({ document }: CatalogueOfPlaces, name: string, place: Place): string {
  const known = placeIn(name, place);
  return known === null ? '' : wordOf(document.place, known);
}

/** A document with the place in it: `handbook.pdf, page 2`. */
export const citedText = (words: CatalogueOfPlaces, { name, place }: Cited): string =>
  [name, placeText(words, name, place)].filter(Boolean).join(', ');

/** One source as it is listed: `[1] handbook.pdf, page 2`. */
export const sourceLine = (words: CatalogueOfPlaces, source: Cited & Pick<Citation, 'number'>): string =>
  `[${source.number}] ${citedText(words, source)}`;

/** What the numbers of an answer stand for, a line each. */
export const sourceLines = (words: CatalogueOfPlaces, citations: Message['citations']): string[] =>
  [...new Map(citations.map((citation) => [citation.number, citation])).values()].map((cited) =>
    sourceLine(words, cited),
  );
