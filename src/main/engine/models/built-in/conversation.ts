import type { Scope } from './language/scope';
import { addsOnly, isBareStatistic, type Joined, joined, toldAs } from './question/follow-up';
import { type Read, read } from './question/read';

/** Openings of a question that goes on from the one before. */
const GOES_ON = /^\W*(?:and|now|what about|how about|only|just|instead|also|same|the same|but)\b/i;
const MAY_GO_ON = /^\W*(?:for|in|by|as|without|excluding|with|per|split|since|from|before|after)\b/i;
const LEAVES_OUT = /^\W*(?:without|excluding|except)\b/i;
const WORDS_OF_A_WHOLE = 5;
/** "Q2?" after a question is about that question. */
const WORDS_OF_A_SCRAP = 3;
const REMEMBERED = 10;

export interface Understood {
  read: Read;
  /** The earlier question this one was read with, if any. */
  with: string | null;
  /** What was said earlier and was replaced by something that does not say so itself. */
  instead: string | null;
}

/** Reads the last of the analyst's messages; one that only goes on ("only 2024") is read together with those before. */
export function understand(scope: Scope, messages: readonly string[]): Understood {
  let context: string | null = null;
  let found: Understood = { read: { kind: 'decline', decline: { reason: 'empty' } }, with: null, instead: null };
  let lost: string | null = null;
  for (const text of messages.slice(-REMEMBERED)) {
    const alone = read(scope, text);
    const together: Joined | null =
      context !== null && (goesOn(text, alone) || isBareStatistic(scope, text)) ? joined(scope, context, text) : null;
    const both: Read | null = together === null ? null : read(scope, together.text);
    if (together !== null && both?.kind === 'question') {
      found = { read: both, with: toldAs(context ?? ''), instead: together.instead };
      context = together.text;
    } else if (alone.kind === 'question' && (lost ?? context) !== null && isScrap(scope, text)) {
      // What it goes on from is not there, and on its own it would ask for something else.
      found = { read: unattached(text, lost ?? toldAs(context ?? '')), with: null, instead: null };
    } else {
      found = { read: alone, with: null, instead: null };
      if (alone.kind === 'question') context = text;
    }
    lost = found.read.kind === 'decline' ? (lost ?? text) : null;
  }
  return found;
}

/** "by carrier", "only 2024", "median?": how to look at something that was asked before, and nothing to look at. */
const isScrap = (scope: Scope, text: string): boolean =>
  isBareStatistic(scope, text) ||
  ((GOES_ON.test(text) || MAY_GO_ON.test(text) || LEAVES_OUT.test(text)) && addsOnly(scope, text));

const unattached = (text: string, before: string): Read => ({
  kind: 'decline',
  decline: {
    reason: 'ask',
    sentence: `“${shortened(text)}” goes on from “${shortened(before)}”, and the two cannot be answered together. Ask the whole question.`,
    options: [],
  },
});

const QUOTED_AT_MOST = 80;

const shortened = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > QUOTED_AT_MOST ? `${line.slice(0, QUOTED_AT_MOST - 1)}…` : line;
};

function goesOn(text: string, alone: Read): boolean {
  if (alone.kind === 'help') return false;
  const words = text.trim().split(/\s+/).length;
  if (alone.kind === 'decline' && alone.decline.reason === 'ask' && words <= WORDS_OF_A_SCRAP) return true;
  if (GOES_ON.test(text)) return alone.kind !== 'question' || words < WORDS_OF_A_WHOLE;
  if (LEAVES_OUT.test(text) && words < WORDS_OF_A_WHOLE) return true;
  if (MAY_GO_ON.test(text) && words <= WORDS_OF_A_SCRAP) return true;
  return MAY_GO_ON.test(text) && alone.kind !== 'question';
}
