import { attribute } from '../../../../xml';

/** Notes are numbered as they come, whatever their ids; a comment knows the words it is about. */
export class WordReferences {
  readonly #notes = new Map<string, number>();
  readonly #subjects = new Map<string, string>();
  readonly #open = new Set<string>();

  /** The mark of a note in the text, the same where it is written again. */
  markOf(kind: 'footnote' | 'endnote', id: string): string {
    const key = `${kind} ${id}`;
    if (!this.#notes.has(key)) this.#notes.set(key, this.#notes.size + 1);
    return `[${this.#notes.get(key)}]`;
  }

  beginComment(attributes: string): void {
    this.#open.add(idOf(attributes));
  }

  endComment(attributes: string): void {
    this.#open.delete(idOf(attributes));
  }

  /** Words of the text, in their order. */
  hear(text: string): void {
    for (const id of this.#open) {
      const subject = this.#subjects.get(id) ?? '';
      if (subject.length < SUBJECT_AT_MOST) this.#subjects.set(id, subject + text);
    }
  }

  subjectOf(id: string): string {
    const subject = (this.#subjects.get(id) ?? '').replaceAll(/\s+/g, ' ').trim();
    if (subject === '') return '';
    return subject.length > SUBJECT_AT_MOST ? `“${subject.slice(0, SUBJECT_AT_MOST)}…”` : `“${subject}”`;
  }
}

/** More of what a comment is about is in the text anyway. */
const SUBJECT_AT_MOST = 120;

export const idOf = (attributes: string): string => attribute(attributes, 'id') ?? '';
