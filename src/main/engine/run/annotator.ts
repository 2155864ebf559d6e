import type { TextAnnotation } from '../store/records';

/** Where the things that an answer points to come from. */
export interface Sources {
  /** The file behind a marker `【search:passage†…】`; null when there was no such passage. */
  cited(search: number, passage: number): string | null;
  /** Files made by code, by their name under /mnt/data. */
  made(): ReadonlyMap<string, string>;
}

export interface Piece {
  value: string;
  annotations: TextAnnotation[];
}

const MARKER = /【(\d{1,6}):(\d{1,6})†[^【】]{0,200}】/g;
const MARKER_BEGUN = /【(?:\d{0,6}|\d{1,6}:\d{0,6}|\d{1,6}:\d{1,6}†[^【】]{0,200})$/;
const LINK = 'sandbox:/mnt/data/';

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
  #links: { text: string; fileId: string }[] | null = null;
  #held = '';
  #before = 0;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  add(delta: string): Piece[] {
    return this.#pieces(this.#held + delta, false);
  }

  /** The text is over: what is held back is what it is. */
  end(): Piece[] {
    return this.#held === '' ? [] : this.#pieces(this.#held, true);
  }

  #pieces(text: string, ended: boolean): Piece[] {
    const until = ended ? text.length : this.#doubtful(text);
    const pieces: Piece[] = [];
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
      const file_id = this.#sources.cited(Number(search), Number(passage));
      const annotation = file_id && ({ type: 'file_citation', ...span, file_citation: { file_id } } as const);
      return { start: index, end: index + marker.length, annotation: annotation || null };
    });
    return [...markers, ...this.#linked(text)].toSorted((a, b) => a.start - b.start);
  }

  #linked(text: string): Match[] {
    const matches: Match[] = [];
    for (let start = text.indexOf(LINK); start >= 0; start = text.indexOf(LINK, start + 1)) {
      const link = this.#known().find((one) => text.startsWith(one.text, start));
      if (!link) continue;
      const annotation = { ...this.#span(link.text, start), file_path: { file_id: link.fileId } };
      matches.push({ start, end: start + link.text.length, annotation: { type: 'file_path', ...annotation } });
    }
    return matches;
  }

  #span(text: string, index: number) {
    return { text, start_index: this.#before + index, end_index: this.#before + index + text.length };
  }

  /** From where on the text may still become a marker or a link, or a longer link than it already is. */
  #doubtful(text: string): number {
    const marker = MARKER_BEGUN.exec(text)?.index ?? text.length;
    const longest = Math.max(0, ...this.#known().map((link) => link.text.length));
    for (let start = Math.max(0, text.length - longest + 1); start < marker; start += 1) {
      const rest = text.slice(start);
      if (this.#known().some((link) => link.text.length > rest.length && link.text.startsWith(rest))) return start;
    }
    return marker;
  }

  /** Longest first, so that `a.csv.gz` is not taken for `a.csv`. */
  #known(): { text: string; fileId: string }[] {
    this.#links ??= [...this.#sources.made()]
      .flatMap(([name, fileId]) => [...new Set([name, encodeURI(name)])].map((path) => ({ text: LINK + path, fileId })))
      .toSorted((a, b) => b.text.length - a.text.length);
    return this.#links;
  }
}
