import { entryOf } from './entries';
import type { Computation, Grouping, Measure, PlainCondition } from './query';

/** How much of a whole some of its rows are: of what, which rows are the part, and which the whole where that is not all. */
export interface PartOfWhole {
  measure: Measure;
  some: PlainCondition[];
  among: PlainCondition[];
}

type Outputs = Readonly<Record<string, { value: Grouping | Computation }>>;

/**
 * A ratio of a measure to the same one of more rows; null for any other computation. That a value must be there, which the
 * part asks about, goes without saying.
 */
export function partOfWhole(value: Computation, outputs: Outputs): PartOfWhole | null {
  if (!('calculate' in value) || value.calculate !== 'divide' || !value.percent) return null;
  const [part, whole] = [value.left, value.right].map((name) =>
    typeof name === 'string' ? entryOf(outputs, name)?.value : undefined,
  );
  if (!isMeasure(part) || !isMeasure(whole) || !isSame(bare(part), bare(whole))) return null;
  const among = whole.where ?? [];
  const some = (part.where ?? []).filter((condition) => !among.some((other) => isSame(condition, other)));
  const asked = some.flatMap((condition) => ('field' in condition ? [condition.field] : []));
  const further = among.filter(
    ({ op, ...rest }) => op !== 'present' || !('field' in rest) || !asked.includes(rest.field),
  );
  const isWithin = further.every((condition) => part.where?.some((other) => isSame(condition, other)));
  return some.length > 0 && isWithin ? { measure: bare(part), some, among: further } : null;
}

/** The outputs that are there for such ratios alone, which name what they are of. */
export function namedByParts(computations: readonly Computation[], outputs: Outputs): Set<string> {
  return new Set(
    computations.flatMap((value) =>
      partOfWhole(value, outputs) && 'calculate' in value && typeof value.right === 'string'
        ? [value.left, value.right]
        : [],
    ),
  );
}

const isMeasure = (value: Grouping | Computation | undefined): value is Measure =>
  value !== undefined && 'measure' in value && !value.each;
const bare = ({ where: _, ...measure }: Measure): Measure => ({ ...measure, as: '' });
const isSame = (value: unknown, other: unknown): boolean => JSON.stringify(value) === JSON.stringify(other);
