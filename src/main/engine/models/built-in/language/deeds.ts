import type { Column } from '../question/plan';
import { isFixed } from './fixed';
import { isDate, type Scope } from './scope';
import { nameStems } from './stems';
import type { Token } from './tokens';

/** Words of a date's name that tell no deed. */
const NO_DEEDS = new Set(['date', 'day', 'time', 'timestamp', 'datetime', 'on', 'at', 'of', 'the', 'is', 'was', 'utc']);
const IRREGULAR = new Map<string, string>([
  ['left', 'leave'],
  ['leaf', 'leave'],
  ['sent', 'send'],
  ['paid', 'pay'],
  ['begun', 'begin'],
  ['began', 'begin'],
  ['built', 'build'],
]);

/** What "hire", "hires", "hired" and "hiring" have in common, and "leave", "left" and "leavers", "admitted" and "admissions". */
function deedStem(word: string): string {
  const known = IRREGULAR.get(word) ?? word;
  const base = known.replace(/missions?$/, 'mit').replace(/s$/, '');
  const cut = base.length > 4 ? base.replace(/(?:ed|ing|er|e)$/, '') : base.replace(/e$/, '');
  return cut.replace(/([^aeious])\1$/, '$1');
}

function datesOfDeed(columns: readonly Column[], word: string): Column[] {
  const stem = deedStem(word);
  if (stem.length < 3) return [];
  return columns.filter((column) => nameStems(column.name).some((one) => !NO_DEEDS.has(one) && deedStem(one) === stem));
}

/** The one date whose name tells the deed that the word speaks of: `Hire Date` for "hired" and "hires". */
export function deedAt(scope: Scope, token: Token | undefined): Column | null {
  if (token?.kind !== 'word' || (isFixed(token.word) && token.word !== 'left')) return null;
  const [column, ...others] = datesOfDeed(scope.dataset.columns.filter(isDate), token.word);
  return column && others.length === 0 ? column : null;
}
