import type { Why } from './types';
import { isTelling, type Word, wordsIn } from './words';

/** A query as it is compared: the words that tell something, each with how rare it is among all passages. */
export interface Query {
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
/** The score of a passage that shares no word with the question and means the very same. */
const MEANING = 0.6;

export function queryOf(text: string, rarity: (stem: string) => number): Query {
  const all = wordsIn(text);
  const telling = all.filter(isTelling);
  const words = telling.length > 0 ? telling : all;
  return { words, weights: new Map(words.map(({ stem }) => [stem, rarity(stem)])) };
}

/** How well a passage fits: bm25, raised by how much of the query it covers, and how much of it in order. */
export function judge(candidate: Candidate, query: Query): { score: number; why: Why } {
  const passage = wordsIn(candidate.text);
  const stems = new Set(passage.map((one) => one.stem));
  const title = new Set(wordsIn(candidate.title).map((one) => one.stem));
  const terms = [...query.weights.keys()].filter((stem) => stems.has(stem));
  const coverage = shareOf(query, (stem) => stems.has(stem));
  const titled = shareOf(query, (stem) => title.has(stem));
  const phrase = phraseShare(passage, query.words);
  const bm25 = -candidate.bm25;
  const raw = Math.max(0, bm25) * (1 + COVERAGE * coverage ** 2 + PHRASE * phrase + TITLE * titled);
  return { score: raw / (raw + HALF), why: { bm25, terms, coverage, phrase, title: titled } };
}

/**
 * A passage is good by its words or by its meaning: either raises the score, neither lowers it. Squared, as the cosine of
 * texts that have nothing to do with each other is well above zero.
 */
export function blend(score: number, similarity: number | null): number {
  return score + (1 - score) * MEANING * Math.max(0, similarity ?? 0) ** 2;
}

function shareOf({ weights }: Query, has: (stem: string) => boolean): number {
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
  for (const [index, { stem }] of passage.entries()) places.set(stem, [...(places.get(stem) ?? []), index]);
  const pairs = words.slice(1).map((word, index) => [words[index]?.stem ?? '', word.stem] as const);
  const close = pairs.filter(([first, second]) => {
    const seconds = places.get(second) ?? [];
    return (places.get(first) ?? []).some((at) => seconds.some((other) => other > at && other - at <= 4));
  });
  return close.length / pairs.length;
}

/** Shingles of a passage, to tell that two say the same. */
export function isNearDuplicate(a: string, b: string): boolean {
  const [first, second] = [shingles(a), shingles(b)];
  const smaller = Math.min(first.size, second.size);
  if (smaller === 0) return false;
  let shared = 0;
  for (const one of first) if (second.has(one)) shared += 1;
  return shared / smaller > 0.9;
}

function shingles(text: string): Set<string> {
  const words = wordsIn(text).map((one) => one.word);
  return new Set(words.slice(0, -2).map((_, index) => words.slice(index, index + 3).join(' ')));
}
