import { column } from '../grammar/measurements';
import { sideOf } from '../opposites';
import { isTime } from '../tables';
import { type FieldRef, type Measurement, sameField } from '../terms';
import { type AssemblyContext, NoReading } from './context';
import type { Parts } from './parts';

const isDay = (context: AssemblyContext, ref: FieldRef): boolean =>
  ref.table === context.base.table && isTime(context.field(ref)) && context.field(ref).grain === 'day';

/** What numbers rows is told of them all the same, and names none. */
const NUMBERED = /(?:^|[\s_])(?:id|key|no|nr|number|code|nummer)\.?$/i;

/** Each row is of another one, or nearly so. */
function isNameOfRows({ base, ...context }: AssemblyContext, ref: FieldRef): boolean {
  const { type, title, distinct, missing } = context.vocabulary.tables.field(ref);
  return (
    ref.table === base.table && type === 'text' && !NUMBERED.test(title) && missing === 0 && distinct >= base.rows * 0.9
  );
}

/** "how many dry days": the days are what is counted, though a condition stands before them. */
export function countMentioned(context: AssemblyContext, parts: Parts): void {
  const [measure] = parts.measures;
  const [day] = parts.mentions;
  if (
    parts.shared &&
    parts.shared.of === null &&
    !measure &&
    day &&
    isDay(context, day) &&
    parts.mentions.length === 1
  ) {
    parts.shared = { ...parts.shared, of: column(day, 'distinct') };
    parts.mentions = [];
    return;
  }
  const isBare = measure?.kind === 'rows' && measure.explicit && measure.table === null && measure.noun === null;
  const names = parts.mentions.filter((ref) => isNameOfRows(context, ref));
  if (names.length > 0 && (!isBare || (parts.mentions.length === 1 && parts.filters.length > 0))) {
    // "free apps", "profit of technology companies": what names the rows stands for them.
    if (isBare && names[0]) parts.measures = [column(names[0], 'distinct')];
    if (parts.measures.length > 0) parts.mentions = parts.mentions.filter((ref) => !names.includes(ref));
    return;
  }
  if (!isBare || measure.where || parts.measures.length > 1 || !day || parts.mentions.length > 1) return;
  if (parts.filters.length === 0 || !isDay(context, day)) return;
  parts.measures = [column(day, 'distinct')];
  parts.mentions = [];
}

/** "goals scored as the home team", "goals by home team": those of that side, which the word was not needed for elsewhere. */
export function ofOneSide({ vocabulary }: AssemblyContext, parts: Parts): void {
  const grouped = [...parts.groups, parts.asked, parts.rank?.target].flatMap((one) =>
    one?.kind === 'field' ? [one.field] : [],
  );
  const isUsed = new Set<FieldRef>();
  const own = (measure: Measurement): Measurement => {
    if (measure.kind !== 'column') return measure;
    const told = [...parts.mentions, ...grouped].flatMap((ref) => {
      const side = sideOf(measure.of, ref, vocabulary.tables);
      return side ? [{ ref, side }] : [];
    });
    const [first, ...others] = told;
    if (!first) return measure;
    if (others.some(({ side }) => !sameField(side, first.side))) throw new NoReading();
    for (const { ref } of told) isUsed.add(ref);
    return { ...measure, of: first.side };
  };
  parts.measures = parts.measures.map(own);
  if (parts.rank?.by) parts.rank = { ...parts.rank, by: own(parts.rank.by) };
  parts.mentions = parts.mentions.filter((ref) => !isUsed.has(ref));
}

/** "the windiest on average", "how humid was it on average": of what is told as a mean, or may be. */
export function isAggregated(parts: Parts): boolean {
  const { restated, rank, measures } = parts;
  if (restated?.aggregate !== 'mean') return false;
  return rank !== null && measures.length === 0
    ? rank.hints !== null && rank.by === null
    : measures.length > 0 && measures.every((one) => one.kind === 'column' && one.aggregate === 'mean');
}
