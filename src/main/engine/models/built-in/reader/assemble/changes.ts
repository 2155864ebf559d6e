import type { Period } from '#contract/query';
import { yearsOf } from '../periods';
import { mainMeasure } from './chosen-measures';
import { type AssemblyContext, NoReading } from './context';
import type { QueryDraft } from './draft';
import type { Parts } from './parts';

/** The two periods that things are ranked by the change between; null where no change ranks them. */
export function rankedChange(context: AssemblyContext, parts: Parts): Period[] | null {
  const { rank, moving, comparing, filters, groups, asked } = parts;
  const kind = moving?.window.kind;
  if (!rank || (kind !== 'growth' && kind !== 'difference')) return null;
  const isOfThings = [rank.target, asked, ...groups].some((one) => one?.kind === 'field');
  if (rank.by || rank.hints || moving?.grain || !isOfThings) throw new NoReading();
  const found = comparing?.kind === 'periods' ? comparing.periods : endsIn(context, parts);
  const [first, last, ...others] = found ?? [];
  if (!first || !last || others.length > 0 || (comparing && comparing.kind !== 'periods')) throw new NoReading();
  // What has grown is seldom the number of rows: where nothing is named, it is what the table is about.
  if (parts.measures.length === 0) parts.measures = [mainMeasure(context)];
  parts.comparing = null;
  parts.moving = null;
  parts.filters = filters.filter(({ filter }) => filter.kind !== 'period');
  const falls = moving && 'falls' in moving.window && moving.window.falls === true;
  parts.rank = { ...rank, plain: false, direction: (rank.direction === 'most') === falls ? 'least' : 'most' };
  return [first, last];
}

/** "between 2012 and 2022" is from the one to the other; of years without more words, from the first to the last. */
function endsIn(context: AssemblyContext, { filters }: Parts): Period[] | null {
  const named = filters.flatMap(({ filter }) => (filter.kind === 'period' && !filter.negated ? [filter.period] : []));
  const [only, ...others] = named;
  if (others.length > 0) return null;
  const years = only ? yearsOf(only) : context.calendar('year') ? { from: null, to: null } : null;
  if (!years) return null;
  const all = context.vocabulary.years;
  const [from, to] = [years.from ?? all[0], years.to ?? all.at(-1)];
  if (from === undefined || to === undefined || from >= to) return null;
  if (!only) context.cost += 0.3;
  return [from, to].map((year) => ({ kind: 'year', year }));
}

/** What lies between the two comes first. */
export function changeFirst(draft: QueryDraft): void {
  const change = draft.values.pop();
  if (change) draft.values.unshift(change);
}
