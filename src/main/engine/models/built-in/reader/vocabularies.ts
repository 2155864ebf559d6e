import type { Definitions } from '#contract/definitions';
import { Vocabulary } from './vocabulary';

const REMEMBERED = 4;
const known = new Map<string, Vocabulary>();
const same = new WeakMap<readonly Definitions[], Vocabulary>();

/**
 * The vocabulary of these definitions. It is put together once: each turn of a run, and each question of a thread, brings the
 * same definitions anew, and thousands of columns take longer to look through than a question to read.
 */
export function vocabularyOf(definitions: readonly Definitions[]): Vocabulary {
  const before = same.get(definitions);
  if (before) return before;
  const key = JSON.stringify(definitions);
  const vocabulary = known.get(key) ?? new Vocabulary(definitions);
  same.set(definitions, vocabulary);
  // What was used last stands last.
  known.delete(key);
  known.set(key, vocabulary);
  const [oldest] = known.keys();
  if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest);
  return vocabulary;
}
