import type { AnswerFact, CodeEnding, Declined, RunEnding } from '#contract/facts';

type FactOf<C extends AnswerFact['code']> = Extract<AnswerFact, { code: C }>;

/** A sentence, or a few, for each fact of an answer. */
export type AnswerWords = { [C in Exclude<AnswerFact['code'], 'declined'>]: (fact: FactOf<C>) => string };

export type DeclinedWords = { [R in Declined['reason']]: (fact: Extract<Declined, { reason: R }>) => string };

export type RunWords = { [C in RunEnding['code']]: (ending: Extract<RunEnding, { code: C }>) => string };

export interface CodeWords {
  /** How code ended, where Python's own error does not say it. */
  ended: { [E in Exclude<CodeEnding['ended'], 'done' | 'error'>]: () => string };
  /** Code that ended with an error which is not known. */
  failed: () => string;
  missing: (missing: NonNullable<CodeEnding['missing']>) => string;
  startedAnew: () => string;
  printedNothing: () => string;
}

/**
 * A catalogue: how one language says what the contract knows as data. Sentences are plain text on one line; whoever puts
 * one into markdown escapes it. Nothing may depend on what they say.
 */
export interface Words {
  answer: AnswerWords;
  declined: DeclinedWords;
  code: CodeWords;
  run: RunWords;
}

/** The sentence for any fact of an answer. */
export function factWords(words: Words, fact: AnswerFact): string {
  // Each entry takes the facts of its own key, which is the one that is looked up.
  const word = (fact.code === 'declined' ? words.declined[fact.reason] : words.answer[fact.code]) as (
    fact: AnswerFact,
  ) => string;
  return word(fact);
}

/** The sentence for how a run ended. */
export function endingWords(words: Words, ending: RunEnding): string {
  const word = words.run[ending.code] as (ending: RunEnding) => string;
  return word(ending);
}

/** How code ended, in one sentence; null where it ran to its end, or raised an error, which says it itself. */
export function codeEndedWords(words: Words, ended: CodeEnding['ended']): string | null {
  return ended === 'done' || ended === 'error' ? null : words.code.ended[ended]();
}
