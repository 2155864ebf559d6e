import type { Citation, FoundPassage, MessagePart } from '#contract';
import { CITATION_MARK } from '#contract/conventions';
import { findLoosely } from '#contract/quotes';
import type { ServerMessage } from '../../api';
import type { Library } from '../../library';

/** Quotations behind which no mark stands so close are not its own. */
const QUOTED = /[“"]([^“”"]{3,2000})[”"]\s*$/;
const QUOTE_AT_MOST = 20_000;
/** How far before a mark the words are looked for that it stands behind. */
const LOOKED_BACK = 4_000;
/** Nobody presses more; the marks beyond stay as they were written. */
const CITATIONS_AT_MOST = 1_000;

/** What is known of a mark: the passage, or at least the file. */
export type Cited = Pick<FoundPassage, 'documentId' | 'name' | 'text' | 'place'>;

/** What the marks of a message point to, as far as its server says that they point to anything. */
export function citedBy(message: ServerMessage, library: Library): (marker: string) => Cited | undefined {
  const cited = message.parts.flatMap((part) => (part.type === 'text' ? part.cited : []));
  const files = new Map(cited.map((citation) => [citation.marker, citation.remoteFileId]));
  return (marker) => {
    const remoteFileId = files.get(marker);
    if (remoteFileId === undefined) return undefined;
    const passage = library.passages.marked(message.threadId, marker);
    if (passage) return passage;
    const document = library.documents.byRemoteFile(remoteFileId);
    return { documentId: document?.id ?? null, name: document?.name ?? 'A file', text: '', place: null };
  };
}

/** Ties each mark in an answer to the words it rests on. `cited` answers for marks that the server ties to a file. */
export function citationsIn(parts: readonly MessagePart[], cited: (marker: string) => Cited | undefined): Citation[] {
  const numbers = new Map<string, number>();
  return parts.flatMap((part, index) => {
    if (part.type !== 'text') return [];
    return [...part.text.matchAll(CITATION_MARK)].slice(0, CITATIONS_AT_MOST).flatMap((match): Citation[] => {
      const source = cited(match[0]);
      if (!source) return [];
      const words = wordsBehind(source, part.text.slice(Math.max(0, match.index - LOOKED_BACK), match.index));
      const key = `${source.documentId ?? source.name}:${words.place?.start}:${words.quote}`;
      const number = numbers.get(key) ?? numbers.size + 1;
      numbers.set(key, number);
      const { documentId, name } = source;
      const end = match.index + match[0].length;
      return [{ part: index, start: match.index, end, number, documentId, name, ...words }];
    });
  });
}

/** The sentence that was quoted before the mark, where it is in the passage; else the passage. */
function wordsBehind({ text, place }: Cited, before: string): Pick<Citation, 'quote' | 'place'> {
  const quoted = QUOTED.exec(before.replaceAll(CITATION_MARK, ''))?.[1]?.replaceAll(/\\([\\`*[\]<>|~#$_&])/g, '$1');
  const span = quoted === undefined ? null : findLoosely(text, quoted);
  if (!span) return { quote: text.slice(0, QUOTE_AT_MOST), place };
  const quote = text.slice(span.start, span.end);
  if (!place) return { quote, place };
  const line = place.line + text.slice(0, span.start).split('\n').length - 1;
  return { quote, place: { ...place, line, start: place.start + span.start, end: place.start + span.end } };
}
