import type { QuestionReading } from './assemble';
import type { Item } from './terms';
import { leavesIn } from './trust';

/** A column or value is taken for words that name it less than this by a part of its name, or by what is next to it. */
const WEAK = 0.25;
/** Two readings this close are one question too few. */
const AS_GOOD = 0.015;
/** How much dearer a reading may be that takes such words for something of another kind: a condition, and no figure. */
const NEAR = 0.25;

/** The readings that are as likely as the first, by how surely its words name what they were taken for. */
export function rivalsOf<R extends { reading: QuestionReading }>(readings: readonly R[]): R[] {
  const [best] = readings;
  if (!best) return [];
  const weak = leavesIn(best.reading.cover.clauses).filter(isWeak);
  return readings.filter(({ reading }) => {
    const dearer = reading.cost - best.reading.cost;
    const isRival =
      dearer <= NEAR &&
      leavesIn(reading.cover.clauses).some((other) => weak.some((leaf) => isOfOtherKind(leaf, other)));
    return reading.cover.unused.length === 0 && (dearer <= AS_GOOD || isRival);
  });
}

const KINDS: ReadonlySet<string> = new Set(['field', 'value']);
/** "stories" are surely of the value "Story". */
const isWeak = ({ category, meaning, cost }: Item): boolean =>
  cost >= WEAK && (category === 'field' || (category === 'value' && meaning.part !== null));
const isOfOtherKind = (a: Item, b: Item): boolean =>
  KINDS.has(b.category) && a.category !== b.category && a.from < b.to && b.from < a.to;
