import type { DocumentKind, DocumentParts } from '#contract';
import type { TextSection } from '../../library';

const NAMES_AT_MOST = 200;
const UNITS: Partial<Record<DocumentKind, DocumentParts['unit']>> = { pdf: 'page', pptx: 'slide', xlsx: 'sheet' };

/** What a document is divided into, for its card and for turning its pages. */
export function partsOf(kind: DocumentKind, sections: readonly TextSection[]): DocumentParts {
  return {
    unit: UNITS[kind] ?? 'text',
    count: Math.max(1, sections.length),
    names: sections.flatMap((section) => (section.sheet === undefined ? [] : [section.sheet])).slice(0, NAMES_AT_MOST),
  };
}
