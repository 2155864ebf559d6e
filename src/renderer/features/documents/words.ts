import type { Document, DocumentKind, DocumentParts, DocumentPlace } from '#contract';
import { formatBytes, formatCount, plural } from '../../ui';

const KINDS: Record<DocumentKind, string> = {
  pdf: 'PDF',
  docx: 'Word',
  pptx: 'PowerPoint',
  xlsx: 'Excel',
  html: 'Web page',
  markdown: 'Markdown',
  text: 'Text',
  code: 'Source code',
};

/** What a document is, in a few words: `PDF · 12 pages · 1.4 MB`. */
export function factsOf({ kind, parts, bytes }: Document): string {
  const size = parts && parts.unit !== 'text' ? [plural(parts.count, parts.unit)] : [];
  return [KINDS[kind], ...size, formatBytes(bytes)].join(' · ');
}

/** Where words stand: `page 3`, `sheet Costs`, `line 12`. */
export function placeWords(place: DocumentPlace | null, unit: DocumentParts['unit'] = 'page'): string {
  if (!place) return '';
  if (place.page !== null) return `${unit === 'slide' ? 'slide' : 'page'} ${formatCount(place.page)}`;
  return place.sheet === null ? `line ${formatCount(place.line)}` : `sheet ${place.sheet}`;
}
