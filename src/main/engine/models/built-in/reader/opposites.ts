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

/** "yellow cards" where there are those of the home and those of the away team: both together; null for other columns. */
export function bothSides(refs: readonly FieldRef[], tables: Tables): Operand | null {
  const [left, right, ...more] = refs;
  if (!left || !right || more.length > 0 || left.table !== right.table) return null;
  const [a, b] = [left, right].map((ref) => tables.field(ref));
  if (!a || !b || ![a, b].every((field) => isMeasure(field) && field.addsUp === 'always')) return null;
  const [some, others] = [a, b].map((field) => stemsOf(field.title));
  const isPair = SIDES.some(([one = '', other = '']) => {
    const swapped = (some ?? []).map((stem) => (stem === one ? other : stem === other ? one : stem)).join(' ');
    return swapped === (others ?? []).join(' ') && swapped !== (some ?? []).join(' ');
  });
  return isPair ? { calculate: 'add', left, right } : null;
}
