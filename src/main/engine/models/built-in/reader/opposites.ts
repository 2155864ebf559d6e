import { isMeasure, type Tables } from './tables';
import type { FieldRef, Operand } from './terms';
import { stemsOf } from './tokens';

/** The two sides of what belongs together. */
const SIDES = [
  'home away',
  'heim gast',
  'heim auswarts',
  'male female',
  'men women',
  'boys girls',
  'mannlich weiblich',
  'adults children',
  'domestic international',
  'inbound outbound',
  'casual registered',
  'online offline',
].map((pair) => stemsOf(pair));

/** Whether two columns are the sides of one thing. */
const isPair = (some: readonly string[], others: readonly string[]): boolean =>
  SIDES.some(([one = '', other = '']) => {
    const swapped = some.map((stem) => (stem === one ? other : stem === other ? one : stem)).join(' ');
    return swapped === others.join(' ') && swapped !== some.join(' ');
  });

/** "yellow cards" where there are those of the home and those of the away team: both together; null for other columns. */
export function bothSides(refs: readonly FieldRef[], tables: Tables): Operand | null {
  const [left, right, ...more] = refs;
  if (!left || !right || more.length > 0 || left.table !== right.table) return null;
  const [a, b] = [left, right].map((ref) => tables.field(ref));
  if (!a || !b || ![a, b].every((field) => isMeasure(field) && field.addsUp === 'always')) return null;
  return isPair(stemsOf(a.title), stemsOf(b.title)) ? { calculate: 'add', left, right } : null;
}

/** Of both sides the one that a column is of: the goals of the home team are its own. */
export function sideOf(both: Operand, named: FieldRef, tables: Tables): FieldRef | null {
  if (!('calculate' in both) || both.calculate !== 'add' || named.table !== both.left.table) return null;
  const stems = (ref: FieldRef) => stemsOf(tables.field(ref).title);
  const [left, right, own] = [both.left, both.right, named].map(stems);
  if (!left || !right || !own || !isPair(left, right)) return null;
  const isOf = (side: readonly string[], other: readonly string[]) =>
    side.some((stem) => !other.includes(stem) && own.includes(stem));
  return isOf(left, right) ? both.left : isOf(right, left) ? both.right : null;
}
