import { rule } from '../rules';
import { isTime } from '../tables';
import { type Meanings, type Rank, sameField, type Target } from '../terms';

type Ranking = Meanings['ranking'];
const whole = (number: string): number | null =>
  /^\d{1,5}$/.test(number) && Number(number) > 0 ? Number(number) : null;
const counted = (superlative: Meanings['superlative'], number: string): { meaning: Ranking; cost: number }[] => {
  const n = whole(number);
  return n === null ? [] : [{ meaning: { ...superlative, n, skip: 0 }, cost: 0 }];
};

const RANKINGS = [
  rule('ranking', ['superlative'], 0, ([superlative]) => ({ ...superlative, n: null, skip: 0 })),
  rule('ranking', ['superlative', 'number|numeral'], 0, ([superlative, number]) => counted(superlative, number)),
  rule('ranking', ['number|numeral', 'superlative'], 0, ([number, superlative]) => counted(superlative, number)),
  rule('ranking', ['ordinal', 'superlative'], 0, ([place, superlative]) => ({ ...superlative, n: 1, skip: place - 1 })),
];

/** Hours of the day, where no single one is meant. */
const recurring = (target: Target | null): Target | null =>
  target?.kind === 'grain' && target.grain === 'hour'
    ? { kind: 'part', part: 'hour_of_day', field: target.field }
    : target;

const isBareMost = ({ direction, of, n, ...word }: Ranking): boolean =>
  direction === 'most' && !of && n === null && !word.size && !word.plain && !word.counts;

const rankOf = (ranking: Ranking, target: Target | null, by: Meanings['measure'] | null): Rank => ({
  direction: ranking.direction,
  n: ranking.n,
  skip: ranking.skip,
  target: recurring(target),
  by,
  hints: ranking.of ?? null,
  counts: ranking.counts === true,
  plain: ranking.plain === true,
  size: ranking.size === true,
  judges: ranking.judges === true,
});

const RANKS = [
  rule('rank', ['ranking'], 0.3, ([ranking]) => rankOf(ranking, null, null)),
  rule('rank', ['ranking', 'target'], 0.1, ([ranking, target]) =>
    // "latest delivery date" is the largest of them, and ranks no days.
    ranking.of?.includes('date') && target.kind === 'grain' && target.field !== null
      ? null
      : rankOf(ranking, target, null),
  ),
  rule('rank', ['ranking', 'measure'], 0.1, ([ranking, by]) =>
    ranking.counts || ranking.of || (ranking.size && by.kind === 'rows') ? null : rankOf(ranking, null, by),
  ),
  rule('rank', ['measure', 'ranking'], 0.2, ([by, ranking]) =>
    ranking.counts || ranking.of || ranking.plain ? null : rankOf(ranking, null, by),
  ),
  rule('rank', ['ranking', 'target', 'by|of', 'measure'], 0, ([ranking, target, , by]) => rankOf(ranking, target, by)),
  rule('rank', ['ranking', 'target', 'by', 'ranking', 'measure'], 0, ([ranking, target, , , by]) =>
    rankOf(ranking, target, by),
  ),
  // "which is the fastest"
  rule('rank', ['which', 'is', 'rank'], 0.05, ([, , rank]) => rank),
  // "who is our best customer"
  rule('rank', ['who', 'is?', 'rank'], 0.05, ([, , rank], { concepts, tables }) => {
    const { target } = rank;
    // What somebody is called may be told by another table.
    if (tables.all.length > 1) return null;
    return target?.kind === 'field' && concepts.people().some((ref) => sameField(ref, target.field)) ? rank : null;
  }),
  // "where do most guests come from": of which there are most.
  rule('rank', ['ranking', 'of', 'counted|referring'], 0.1, ([ranking, , by]) =>
    isBareMost(ranking) && by !== true ? { ...rankOf(ranking, null, by), counts: true } : null,
  ),
  // "day with the most sales"
  rule('rank', ['target', 'with', 'ranking', 'measure'], 0.05, ([target, , ranking, by]) =>
    target.kind === 'rows' || ranking.of || ranking.plain ? null : rankOf(ranking, target, by),
  ),
  rule('rank', ['number|numeral', 'target', 'with|by', 'ranking', 'measure'], 0, ([number, target, , ranking, by]) =>
    whole(number) === null || ranking.n !== null ? null : { ...rankOf(ranking, target, by), n: whole(number) },
  ),
  rule('rank', ['which?', 'number|numeral', 'target', 'ranking'], 0.1, ([, number, target, ranking]) =>
    whole(number) === null || ranking.n !== null ? null : { ...rankOf(ranking, target, null), n: whole(number) },
  ),
  rule('rank', ['field', 'ranking'], 0, ([field, ranking], { tables }) =>
    isTime(tables.field(field)) && ranking.of?.includes('date')
      ? {
          ...rankOf(ranking, null, {
            kind: 'column',
            of: field,
            aggregate: ranking.direction === 'most' ? 'max' : 'min',
          }),
          hints: null,
        }
      : null,
  ),
  rule('rank', ['window', 'target', 'by', 'measure'], -0.1, ([window, target, , by]) =>
    window.kind === 'rank'
      ? {
          direction: 'most',
          n: null,
          skip: 0,
          target,
          by,
          hints: null,
          counts: false,
          plain: false,
          size: false,
          judges: false,
          all: true,
        }
      : null,
  ),
  // "which three tables": how many of what; by what, other words say.
  rule('rank', ['which|list', 'number|numeral', 'target'], 0.2, ([, number, target]) =>
    whole(number) === null || target.kind === 'rows'
      ? null
      : { ...rankOf({ direction: 'most', n: whole(number), skip: 0, plain: true }, target, null), bare: true },
  ),
  rule('rank', ['ranking', 'measure', 'target'], 0.15, ([ranking, by, target]) =>
    ranking.of || ranking.counts || target.kind === 'rows' ? null : rankOf(ranking, target, by),
  ),
];

export const RANK_RULES = [RANKINGS, RANKS];
