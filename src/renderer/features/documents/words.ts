import type { Document } from '#contract';
import type { Words } from '#words';
import { formatBytes } from '../../ui';

/** What a document is, in a few words: `PDF · 12 pages · 1.4 MB`. */
export function factsOf({ kind, parts, bytes }: Document, words: Words['ui']['documents']): string {
  const size = parts && parts.unit !== 'text' ? [words.parts[parts.unit](parts.count)] : [];
  return [words.kinds[kind], ...size, formatBytes(bytes)].join(' · ');
}
