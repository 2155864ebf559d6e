import { deedAt } from './deeds';
import { isFixed } from './fixed';
import { areOpposite } from './opposites';
import { nounAt, type Scope } from './scope';
import { stemOf } from './stems';
import { isBusinessWord } from './synonyms';
import { type Token, tokenise } from './tokens';

const SHORTEST = 5;
const LONG = 8;

export interface Corrected {
  tokens: Token[];
  /** What was taken for what, each a plain sentence. */
  notes: string[];
}

/** Misspelt names of columns and values put right where only one name is near; everything else stays as it is. */
export function correct(scope: Scope, tokens: readonly Token[]): Corrected {
  const notes: string[] = [];
  const corrected = tokens.flatMap((token, at) => {
    if (!mayBeMisspelt(scope, tokens, at, token)) return [token];
    const name = nearest(scope, token.word);
    if (name === null) return [token];
    notes.push(`“${token.text}” was taken for “${name}”.`);
    return tokenise(name);
  });
  return { tokens: corrected, notes };
}

function mayBeMisspelt(scope: Scope, tokens: readonly Token[], at: number, token: Token): boolean {
  if (token.kind !== 'word' || token.word.length < SHORTEST || !/^\p{L}+$/u.test(token.word)) return false;
  if (isFixed(token.word) || isBusinessWord(stemOf(token.word)) || nounAt(scope, token)) return false;
  if (deedAt(scope, token) || scope.columns.knows(token.word) || scope.values.knows(token.word)) return false;
  return (
    scope.columns.at(tokens, at) === null && scope.values.at(tokens, at) === null && scope.flags.at(tokens, at) === null
  );
}

/** The one name that is nearest, or null when there is none or more than one. */
function nearest(scope: Scope, word: string): string | null {
  const limit = word.length >= LONG ? 2 : 1;
  const found = [
    ...scope.columns.near(word, limit).map((one) => ({ name: one.name, distance: one.distance })),
    ...scope.values
      .near(word, limit)
      .filter((one) => typeof one.value === 'string' && /^\p{L}+$/u.test(one.value))
      .map((one) => ({ name: String(one.value), distance: one.distance })),
  ];
  // "inactive" is no slip of the pen for "active".
  if (found.some((one) => areOpposite(word, one.name.toLowerCase()))) return null;
  const best = Math.min(...found.map((one) => one.distance));
  const names = new Set(found.filter((one) => one.distance === best).map((one) => one.name.toLowerCase()));
  return names.size === 1 ? (found.find((one) => one.distance === best)?.name ?? null) : null;
}
