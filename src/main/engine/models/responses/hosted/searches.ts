import { type HostedSearch, wordsOf } from '../../../ports';
import { listOf, textOf, type Wire } from '../wire';
import type { StoreState } from './memory';
import { unreadIn } from './stores';

/** How many passages of one search are kept at most. */
const MOST_PASSAGES = 50;

/** What one search has found, by its number in the marks. */
export interface FoundPassages {
  number: number;
  passages: HostedSearch['passages'];
}

/** The searches that the server makes in one turn, and the marks by which an answer points to what they found. */
export class Searches {
  #next: number;
  readonly #found: FoundPassages[];
  readonly #words = new Map<string, ReadonlySet<string>>();

  /** `next`: the number of the first in the marks; `results`: what earlier ones of the turn have found. */
  constructor(next: number, results: readonly FoundPassages[] = []) {
    this.#next = next;
    this.#found = [...results];
  }

  get results(): readonly FoundPassages[] {
    return this.#found;
  }

  /** What a `file_search_call` has come to, in terms of our own files. */
  add(call: Wire, store: StoreState): { queries: string[]; result: HostedSearch } {
    const passages = listOf(call.results)
      .slice(0, MOST_PASSAGES)
      .flatMap(({ file_id: remoteId, text, score }) => {
        const file = store.files.find((file) => file.remoteId === remoteId);
        const words = textOf(text);
        return file && words
          ? [{ fileId: file.fileId, text: words, score: typeof score === 'number' ? score : 0 }]
          : [];
      });
    this.#found.push({ number: this.#next, passages });
    this.#next += 1;
    const queries = Array.isArray(call.queries) ? call.queries.filter((query) => typeof query === 'string') : [];
    return { queries, result: { passages, unread: unreadIn(store) } };
  }

  /** The mark of the passage of a file that says most of what stands before it; empty where nothing of the file was found. */
  mark(remoteId: string, before: string, store: StoreState): string {
    const files = store.files.filter((file) => file.remoteId === remoteId).map(({ fileId }) => fileId);
    const words = wordsOf(lastSentence(before));
    let best = { mark: '', known: -1 };
    for (const { number, passages } of this.#found)
      for (const [index, { fileId, text }] of passages.entries()) {
        if (!files.includes(fileId)) continue;
        const known = [...words].filter((word) => this.#wordsIn(text).has(word)).length;
        if (known > best.known) best = { mark: `【${number}:${index}†source】`, known };
      }
    return best.mark;
  }

  #wordsIn(text: string): ReadonlySet<string> {
    const words = this.#words.get(text) ?? wordsOf(text);
    this.#words.set(text, words);
    return words;
  }
}

const lastSentence = (text: string): string => /[^.!?\n]*[.!?\s]*$/.exec(text)?.[0] ?? text;
