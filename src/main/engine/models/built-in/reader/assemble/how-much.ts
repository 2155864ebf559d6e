import type { Measurement } from '../terms';
import type { Token } from '../tokens';

interface Asked {
  measures: readonly Measurement[];
  tokens: readonly Token[];
}

/** "how much … spent": of what, the other word says. */
export const isHowMuch = ({ measures: [only, ...others], tokens }: Asked): boolean =>
  only?.kind === 'rows' && only.bare === true && others.length === 0 && tokens.every(({ word }) => !MANY.test(word));
const MANY = /^(?:many|number|count|often|viele[nr]?|anzahl|oft)$/;
