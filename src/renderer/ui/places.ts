import type { DocumentPlace } from '#contract';
import { documentKindOf } from '#contract/document-kinds';
import { formatCount } from './format';

/** Where words stand in a document of that name: `page 3`, `slide 2`, `sheet Costs`, `line 12`. Empty when unknown. */
export function placeWords(name: string, place: DocumentPlace | null): string {
  if (!place) return '';
  if (place.page !== null) return `${documentKindOf(name) === 'pptx' ? 'slide' : 'page'} ${place.page}`;
  return place.sheet === null ? `line ${formatCount(place.line)}` : `sheet ${place.sheet}`;
}
