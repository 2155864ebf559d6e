import type { Clause, Measurement } from '../terms';
import type { Token } from '../tokens';

interface Asked {
  measures: readonly Measurement[];
  tokens: readonly Token[];
}

/** "how much … spent": of what, the other word says. */
export const isHowMuch = ({ measures: [only, ...others], tokens }: Asked): boolean =>
  only?.kind === 'rows' && only.bare === true && others.length === 0 && tokens.every(({ word }) => !MANY.test(word));
const MANY = /^(?:many|number|count|often|viele[nr]?|anzahl|oft)$/;

/** "how many bags were sold": what was done with what is counted, and no money. */
export function isDone({ tokens, measures }: Asked, { from, to, parts: leaves = [] }: Clause): boolean {
  const [only, ...others] = measures;
  const isCounted =
    (only?.kind === 'rows' && only.explicit && !only.bare) || (only?.kind === 'column' && only.aggregate !== null);
  return (
    isCounted &&
    others.length === 0 &&
    to === from + 1 &&
    leaves.length > 0 &&
    SOLD.has(tokens[from]?.word ?? '') &&
    tokens.slice(0, from).some(({ word }) => WERE.has(word))
  );
}
const SOLD: ReadonlySet<string> = new Set(['sold', 'purchased', 'bought', 'verkauft', 'gekauft']);
const WERE: ReadonlySet<string> = new Set(['were', 'was', 'are', 'is', 'been', 'got', 'wurden', 'wurde', 'werden']);
