import { english, type Words } from '../../src/preload/words';

/** A catalogue in which every sentence is the same, and means nothing: whatever still works was not told by its wording. */
export const nonsense: Words = withoutSense(english);

function withoutSense<T>(words: T): T {
  if (typeof words === 'function') return (() => 'Blorp.') as T;
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([name, word]) => [name, withoutSense(word)])) as T;
}
