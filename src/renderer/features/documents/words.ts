import type { Document, DocumentKind } from '#contract';
import { formatBytes, plural } from '../../ui';

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
