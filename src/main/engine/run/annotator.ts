import type { TextAnnotation } from '../store/records';

/** Where the things that an answer points to come from. */
export interface Sources {
  /** The file behind a marker `【search:passage†…】`; null when there was no such passage. */
  cited(search: number, passage: number): string | null;
  /** Files made by code, by their name under /mnt/data. */
  made(): ReadonlyMap<string, string>;
}

export interface AnnotatedText {
  value: string;
  annotations: TextAnnotation[];
}

const MARKER = /【(\d{1,6}):(\d{1,6})†[^【】]{0,200}】/g;
const MARKER_BEGUN = /【(?:\d{0,6}|\d{1,6}:\d{0,6}|\d{1,6}:\d{1,6}†[^【】]{0,200})$/;
const LINK = 'sandbox:/mnt/data/';

/** Links of a text that is over to files that are known by now. */
export function linksIn(text: string, sources: Sources): TextAnnotation[] {
  if (!text.includes(LINK)) return [];
  const annotator = new Annotator(sources);
  const pieces = [...annotator.add(text), ...annotator.end()];
  return pieces.flatMap((piece) => piece.annotations).filter((annotation) => annotation.type === 'file_path');
}

/** Links to what code has made. */
interface Links {
  fileIds: ReadonlyMap<string, string>;
  /** How long they are, the longest first, so that `a.csv.gz` is not taken for `a.csv`. */
  lengths: readonly number[];
}

interface Match {
  start: number;
  end: number;
  /** Null for a marker that leads nowhere; it stays as it is. */
  annotation: TextAnnotation | null;
}

/**
 * Finds the markers and links in a text that comes in pieces. What may turn out to be the beginning of one is held back
 * until that is clear, so that nobody ever reads half of it. Offsets count UTF-16 units, as `slice` does.
 */
export class Annotator {
  readonly #sources: Sources;
  readonly #citedFiles = new Map<string, string | null>();
  #links: Links | null = null;
  #held = '';
  #before = 0;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  add(delta: string): AnnotatedText[] {
    return this.#pieces(this.#held + delta, false);
  }

  /** The text is over: what is held back is what it is. */
  end(): AnnotatedText[] {
    return this.#held === '' ? [] : this.#pieces(this.#held, true);
  }

  #pieces(text: string, ended: boolean): AnnotatedText[] {
    const until = ended ? text.length : this.#doubtful(text);
    const pieces: AnnotatedText[] = [];
    let at = 0;
    for (const match of this.#matches(text)) {
      if (match.start >= until) break;
      if (match.start < at || !match.annotation) continue;
      if (match.start > at) pieces.push({ value: text.slice(at, match.start), annotations: [] });
      pieces.push({ value: text.slice(match.start, match.end), annotations: [match.annotation] });
      at = match.end;
    }
    if (until > at) pieces.push({ value: text.slice(at, until), annotations: [] });
    this.#held = text.slice(Math.max(until, at));
    this.#before += text.length - this.#held.length;
    return pieces;
  }

  #matches(text: string): Match[] {
    const markers = [...text.matchAll(MARKER)].map(({ 0: marker, 1: search, 2: passage, index }): Match => {
      const span = this.#span(marker, index);
      const file_id = this.#cited(Number(search), Number(passage));
      const annotation = file_id && ({ type: 'file_citation', ...span, file_citation: { file_id } } as const);
      return { start: index, end: index + marker.length, annotation: annotation || null };
    });
    return [...markers, ...this.#linked(text)].toSorted((a, b) => a.start - b.start);
  }

  #cited(search: number, passage: number): string | null {
    const key = `${search}:${passage}`;
    const known = this.#citedFiles.get(key);
    if (known !== undefined) return known;
    const fileId = this.#sources.cited(search, passage);
    this.#citedFiles.set(key, fileId);
    return fileId;
  }

  #linked(text: string): Match[] {
    const matches: Match[] = [];
    const { fileIds, lengths } = this.#known();
    for (let start = text.indexOf(LINK); start >= 0; start = text.indexOf(LINK, start + 1)) {
      const length = lengths.find((length) => fileIds.has(text.slice(start, start + length)));
      if (length === undefined) continue;
      const link = text.slice(start, start + length);
      const annotation = { ...this.#span(link, start), file_path: { file_id: fileIds.get(link) ?? '' } };
      matches.push({ start, end: start + length, annotation: { type: 'file_path', ...annotation } });
    }
    return matches;
  }

  #span(text: string, index: number) {
    return { text, start_index: this.#before + index, end_index: this.#before + index + text.length };
  }

  /** From where on the text may still become a marker or a link, or a longer link than it already is. */
  #doubtful(text: string): number {
    const marker = MARKER_BEGUN.exec(text)?.index ?? text.length;
    const { fileIds, lengths } = this.#known();
    for (let start = Math.max(0, text.length - (lengths[0] ?? 0) + 1); start < marker; start += 1) {
      if (text[start] !== LINK[0]) continue;
      const rest = text.slice(start);
      for (const link of fileIds.keys()) if (link.length > rest.length && link.startsWith(rest)) return start;
    }
    return marker;
  }

  #known(): Links {
    if (this.#links) return this.#links;
    const fileIds = new Map<string, string>();
    for (const [name, fileId] of this.#sources.made())
      for (const path of [name, encodeURI(name)]) fileIds.set(LINK + path, fileId);
    const lengths = [...new Set([...fileIds.keys()].map((link) => link.length))].toSorted((a, b) => b - a);
    this.#links = { fileIds, lengths };
    return this.#links;
  }
}
