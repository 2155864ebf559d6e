import { segmentsOf } from '../../../../segments';
import { listOf } from '../lexicon/lists';
import { DEEDS } from '../lexicon/synonyms';
import { stemOf } from '../reader/stems';

const STOP = new Set(listOf('small'));

/** The words that tell what a name or a sentence is about, in one form. */
export function tellingWords(text: string): string[] {
  const parted = text.replaceAll(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, ' ').toLowerCase();
  const words = [...segmentsOf(parted), ...(parted.match(/[+*]/g) ?? [])];
  const known = (word: string) => DEEDS.get(word) ?? DEEDS.get(word.replace(/s$/, '')) ?? word;
  return words.filter((word) => !STOP.has(word)).map((word) => stemOf(known(word)));
}
