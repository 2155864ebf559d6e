import type { ParseChart } from './chart';
import { OPERATORS, SMALL } from './leaves';
import { type Clause, isClause } from './terms';
import type { Token } from './tokens';

/** One way to part the words among clauses. */
export interface Cover {
  tokens: readonly Token[];
  clauses: Clause[];
  /** Words that stand in no clause and say something. */
  unused: Token[];
  /** Words that nobody knows. */
  unknown: Token[];
  cost: number;
}

/** Units of which a figure in another one is another figure. */
const MEASURED: ReadonlySet<string> = new Set(['kg', 'g', 'mm', 'cm', 'minute', 'hour', 'day']);

export const isMeasured = (unit: string): boolean => MEASURED.has(unit);

const COVERS = 60;
const COSTS = { unknown: 6, known: 3, number: 5, clause: 0.03, small: 0.3 };

interface State {
  clauses: Clause[];
  /** The clauses as text. */
  text: string;
  unused: number[];
  cost: number;
}

/** The cheapest ways to read all words, best first. */
export function coversOf(chart: ParseChart, tokens: readonly Token[], known: readonly boolean[]): Cover[] {
  const states: Map<string, State>[] = Array.from({ length: tokens.length + 1 }, () => new Map());
  states[0]?.set('', { clauses: [], text: '', unused: [], cost: 0 });
  for (let at = 0; at < tokens.length; at += 1) {
    const best = bestOf(states[at]);
    const items = chart.from(at);
    const texts = items.map((item) => (isClause(item) ? textOf(item) : ''));
    for (const state of best) {
      for (const [index, item] of items.entries()) {
        if (isClause(item))
          keep(states[item.to], {
            ...state,
            clauses: [...state.clauses, item],
            text: `${state.text}${texts[index]}|`,
            cost: state.cost + item.cost + COSTS.clause,
          });
        else if (item.category === 'filler' && !tokens[at]?.quoted)
          keep(states[item.to], { ...state, cost: state.cost + item.cost });
      }
      const { cost, unused } = skipping(
        tokens[at],
        known[at] ?? false,
        items.some(
          (item) =>
            SMALL.has(item.category) &&
            item.to === at + 1 &&
            // "3 days" is no bare 3.
            !(
              item.category === 'unit' &&
              (tokens[at - 1]?.kind === 'number' || (tokens[at - 1]?.word === 'in' && MEASURED.has(item.meaning)))
            ),
        ) &&
          // "hours" are a unit beside a number, and elsewhere something to group by.
          !items.some(
            ({ category, to }) => (category === 'grain' || (category === 'where' && at === 0)) && to === at + 1,
          ),
      );
      keep(states[at + 1], {
        ...state,
        cost: state.cost + cost,
        unused: unused ? [...state.unused, at] : state.unused,
      });
    }
  }
  return bestOf(states[tokens.length]).map(({ clauses, unused, cost }) => {
    const left = unused.flatMap((index) => tokens[index] ?? []);
    return {
      tokens,
      clauses,
      cost,
      unused: left,
      unknown: left.filter((token) => !known[tokens.indexOf(token)]),
    };
  });
}

/** Signs that say something. */
const SIGNS: ReadonlySet<string> = new Set(['€', '$', '£']);

function skipping(token: Token | undefined, known: boolean, small: boolean): { cost: number; unused: boolean } {
  if (token?.kind === 'sign' && OPERATORS.has(token.word)) return { cost: COSTS.known, unused: true };
  if (!token || token.kind === 'sign') return { cost: SIGNS.has(token?.word ?? '') ? COSTS.small : 0, unused: false };
  if (token.quoted) return { cost: COSTS.known, unused: true };
  if (token.kind !== 'word') return { cost: COSTS.number, unused: true };
  if (small) return { cost: COSTS.small, unused: false };
  return { cost: known ? COSTS.known : COSTS.unknown, unused: true };
}

const textOf = ({ from, to, category, meaning }: Clause): string =>
  `${from}-${to} ${category} ${JSON.stringify(meaning)}`;

function keep(states: Map<string, State> | undefined, state: State): void {
  const key = `${state.text}${state.unused.join(',')}`;
  const known = states?.get(key);
  if (!known || known.cost > state.cost) states?.set(key, state);
}

const bestOf = (states: Map<string, State> | undefined): State[] =>
  [...(states?.values() ?? [])].sort((a, b) => a.cost - b.cost).slice(0, COVERS);
