import type { Cell } from '#contract/tables';
import { MARKS } from '../language/marks';
import { nounAt, type Scope } from '../language/scope';
import type { Token } from '../language/tokens';
import type { Column } from '../question/plan';
import { operandAt } from './operands';
import { type Rule, skip, word } from './rule';

const MORE = /^(?:more|less|fewer|higher|lower|greater|larger|smaller|bigger|better|worse|ahead)$/;
const LEADS = new Set(['in', 'the', 'for', 'from', 'of', 'did', 'does', 'do', 'with', 'at', 'by']);
const FARTHEST = 10;

/**
 * "West … more … than East", "higher in Paris than in Rome": two values of one column set against each other. The two
 * become one condition, and the words between them stay what they are.
 */
export const thanRule: Rule = (scope, tokens, at) => {
  return comparative(scope, tokens, at) ?? between(scope, tokens, at);
};

function comparative(scope: Scope, tokens: readonly Token[], at: number): ReturnType<Rule> {
  const than = tokens.findIndex((token, index) => token.kind === 'word' && token.word === 'than' && index > 0);
  const more = tokens.findIndex((token) => MORE.test(token.word));
  if (than < 0 || more < 0 || more > than || at > than) return null;
  if (!tokens.some((_, index) => saysWhat(scope, tokens, index))) return null;
  const second = skip(tokens, than + 1, LEADS);
  const pair = pairOf(scope, tokens, second, than);
  if (!pair) return null;
  if (at === howMuch(tokens, more)) return { pieces: [{ kind: 'compare' }], length: more + 1 - at };
  if (at === more) return { pieces: [{ kind: 'compare' }], length: 1 };
  if (at === pair.first) return { pieces: [{ kind: 'filler' }], length: pair.firstLength };
  if (at !== than) return null;
  return {
    pieces: [
      {
        kind: 'filter',
        filter: { kind: 'values', column: pair.column, values: pair.values, not: false },
        versus: true,
        lead: null,
      },
    ],
    length: second + pair.secondLength - than,
  };
}

/** In "is West bigger than East" nothing says what to compare. */
const saysWhat = (scope: Scope, tokens: readonly Token[], at: number): boolean =>
  operandAt(scope, tokens, at) !== null ||
  nounAt(scope, tokens[at]) !== null ||
  MARKS.at(tokens, at)?.meaning.kind === 'sold';

/** "how much more" and "how many more" say no more than "more". */
const howMuch = (tokens: readonly Token[], more: number): number =>
  word(tokens, more - 2) === 'how' && /^(?:much|many)$/.test(word(tokens, more - 1)) ? more - 2 : -1;

interface Pair {
  column: Column;
  values: Cell[];
  first: number;
  firstLength: number;
  secondLength: number;
}

/** The value after "than" and the only one before it that is of the same column. */
function pairOf(scope: Scope, tokens: readonly Token[], second: number, than: number): Pair | null {
  const later = scope.values.at(tokens, second);
  if (!later) return null;
  const found: Pair[] = [];
  for (let first = Math.max(0, than - FARTHEST); first < than; ) {
    const earlier = scope.values.at(tokens, first);
    const [hit, ...others] = (earlier?.hits ?? []).flatMap((one) =>
      later.hits.filter((other) => other.column === one.column).map((other) => [one, other] as const),
    );
    if (hit && earlier && others.length === 0) {
      const values = [hit[0].value, hit[1].value];
      found.push({ column: hit[0].column, values, first, firstLength: earlier.length, secondLength: later.length });
    }
    first += earlier?.length ?? 1;
  }
  const [pair, ...others] = found;
  return pair && others.length === 0 && pair.values[0] !== pair.values[1] ? pair : null;
}

/** "difference in sales between Online and Store" */
function between(scope: Scope, tokens: readonly Token[], at: number): ReturnType<Rule> {
  if (/^(?:difference|differences|gap)$/.test(word(tokens, at)) && /^(?:in|of)$/.test(word(tokens, at + 1))) {
    const named = operandAt(scope, tokens, at + 2) ?? nounAt(scope, tokens[at + 2]);
    return named ? { pieces: [{ kind: 'compare' }], length: 2 } : null;
  }
  if (word(tokens, at) !== 'between') return null;
  const first = scope.values.at(tokens, at + 1);
  const joint = at + 1 + (first?.length ?? 0);
  const second = first && word(tokens, joint) === 'and' ? scope.values.at(tokens, joint + 1) : null;
  const same = second?.hits.some((one) => first?.hits.some((other) => other.column === one.column));
  return same ? { pieces: [{ kind: 'compare' }], length: 1 } : null;
}
