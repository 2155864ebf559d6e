import type { ScoreParts } from './types';
import { isTelling, type Word, wordsIn } from './words';

/** A query as it is compared: the words that tell something, each with how rare it is among all passages. */
export interface WeightedQuery {
  words: Word[];
  weights: Map<string, number>;
}

export interface Candidate {
  title: string;
  text: string;
  /** As SQLite gives it: lower is better. */
  bm25: number;
}

/** What each part of a passage's fit counts for beside bm25. */
const COVERAGE = 1.4;
const PHRASE = 0.5;
const TITLE = 0.35;
/** Raw score at which the normalised one is a half. */
const HALF = 6;
/** The score that a passage with all words of the question, in its order, has at least. */
const WHOLE = 0.6;
/** How much bm25 counts for in a passage that has next to nothing else of the question. */
const RARE_ALONE = 0.25;
/** How much of `WHOLE` the words alone are worth, without their order. */
const WORDS_ALONE = 0.7;
/** The score of a passage that shares no word with the question and means the very same. */
const MEANING = 0.6;

/** @param rarity of a stem among all passages; null when none has it */
export function queryOf(text: string, rarity: (stem: string) => number | null): WeightedQuery {
  const all = wordsIn(text);
  const telling = all.filter(isTelling);
  const words = telling.length > 0 ? telling : all;
  return { words, weights: weightsOf(new Set(words.map(({ stem }) => stem)), rarity) };
}

/** A word that no passage has tells nothing apart; it counts for as much as the others do on average. */
function weightsOf(stems: ReadonlySet<string>, rarity: (stem: string) => number | null): Map<string, number> {
  const known = new Map([...stems].map((stem) => [stem, rarity(stem)]));
  const there = [...known.values()].filter((weight) => weight !== null);
  const average = there.length === 0 ? 1 : there.reduce((sum, weight) => sum + weight, 0) / there.length;
  return new Map([...known].map(([stem, weight]) => [stem, weight ?? average]));
}

/** How well a passage fits: bm25, raised by how much of the query it covers, and how much of it in order. */
export function judge(candidate: Candidate, query: WeightedQuery): { score: number; why: ScoreParts } {
  const passage = wordsIn(candidate.text);
  const stems = new Set(passage.map((word) => word.stem));
  const title = new Set(wordsIn(candidate.title).map((word) => word.stem));
  const terms = [...query.weights.keys()].filter((stem) => stems.has(stem));
  const coverage = shareOf(query, (stem) => stems.has(stem));
  const titled = shareOf(query, (stem) => title.has(stem));
  const phrase = phraseShare(passage, query.words);
  const bm25 = -candidate.bm25;
  const raw = Math.max(0, bm25) * (1 + COVERAGE * coverage ** 2 + PHRASE * phrase + TITLE * titled);
  const order = query.words.length < 2 ? coverage : phrase;
  // In a store of a few passages all words are common to it, and bm25 is next to nothing however well a passage fits.
  const whole = WHOLE * coverage ** 2 * (WORDS_ALONE + (1 - WORDS_ALONE) * order);
  const rare = (raw / (raw + HALF)) * (RARE_ALONE + (1 - RARE_ALONE) * coverage);
  return { score: either(rare, whole), why: { bm25, terms, coverage, phrase, title: titled } };
}

/**
 * A passage is good by its words or by its meaning: either raises the score, neither lowers it. Squared, as the cosine of
 * texts that have nothing to do with each other is well above zero.
 */
export function blend(score: number, similarity: number | null): number {
  return either(score, MEANING * Math.max(0, similarity ?? 0) ** 2);
}

/** Two reasons to be good, each from 0 to 1: together better than either alone. */
const either = (a: number, b: number): number => a + (1 - a) * b;

function shareOf({ weights }: WeightedQuery, has: (stem: string) => boolean): number {
  let [covered, all] = [0, 0];
  for (const [stem, weight] of weights) {
    all += weight;
    if (has(stem)) covered += weight;
  }
  return all === 0 ? 0 : covered / all;
}

/** Of the query's neighbouring words, how many stand close together in the passage. */
function phraseShare(passage: readonly Word[], words: readonly Word[]): number {
  if (words.length < 2) return 0;
  const places = new Map<string, number[]>();
  for (const [index, { stem }] of passage.entries()) {
    const known = places.get(stem);
    if (known) known.push(index);
    else places.set(stem, [index]);
  }
  const pairs = words.slice(1).map((word, index) => [words[index]?.stem ?? '', word.stem] as const);
  const close = pairs.filter(([first, second]) => follows(places.get(first) ?? [], places.get(second) ?? []));
  return close.length / pairs.length;
}

/** Whether one of `seconds` comes within four words after one of `firsts`; both ascend. */
function follows(firsts: readonly number[], seconds: readonly number[]): boolean {
  let next = 0;
  return firsts.some((at) => {
    while ((seconds[next] ?? Number.POSITIVE_INFINITY) <= at) next += 1;
    return (seconds[next] ?? Number.POSITIVE_INFINITY) - at <= 4;
  });
}

/** Shingles of a passage, to tell that two say the same. */
export function isNearDuplicate(a: string, b: string): boolean {
  const [first, second] = [shingles(a), shingles(b)];
  const smaller = Math.min(first.size, second.size);
  if (smaller === 0) return false;
  let shared = 0;
  for (const gram of first) if (second.has(gram)) shared += 1;
  return shared / smaller > 0.9;
}

function shingles(text: string): Set<string> {
  const words = wordsIn(text).map((token) => token.word);
  return new Set(words.slice(0, -2).map((_, index) => words.slice(index, index + 3).join(' ')));
}
