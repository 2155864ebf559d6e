import type { PieceOf } from '../language/pieces';
import { timeGroup } from '../rules/groups';
import type { Bag } from './bag';
import { ask } from './declined';
import type { Said } from './measures';
import type { Group, Moving } from './plan';
import { isAdditive } from './sharing';

/** "3-month moving average": the periods become the first group, and the window runs over them. */
export function takeMoving(bag: Bag, measures: readonly Said[], groups: Group[]): Moving | null {
  const [piece, ...others] = bag.takeAll('moving');
  if (!piece) return null;
  if (others.length > 0 || measures.length > 1 || bag.has('top'))
    ask('A moving average can be taken of one thing at a time.');
  const [said] = measures;
  const additive = said !== undefined && isAdditive(said.measure);
  if (piece.statistic === 'sum' && !additive) ask('Only a total or a count can be added up over a window.');
  addPeriods(bag, piece, groups);
  bag.notes.push(
    additive
      ? `A ${piece.grain} without rows counts as 0.`
      : `Each ${piece.grain} counts the same, however many rows it has.`,
  );
  return { count: piece.count, statistic: piece.statistic, grain: piece.grain, filled: additive };
}

function addPeriods(bag: Bag, piece: PieceOf<'moving'>, groups: Group[]): void {
  const time = groups.find((group) => group.kind === 'time');
  if (time && time.grain !== piece.grain)
    ask(`A window of ${piece.grain}s runs over ${piece.grain}s, not over ${time.grain}s.`);
  if (piece.grain === 'year') ask('A window of years is more than this can do. Ask for months or quarters.');
  if (time) return;
  const made = timeGroup(bag.scope, piece.grain, 'time');
  if (made.kind === 'group') groups.unshift(made.group);
  else if (made.kind === 'ask' && made.ask.about === 'column')
    ask(
      `“${bag.text(piece)}” could be about ${made.ask.columns.map((column) => column.name).join(' or ')}.`,
      made.ask.columns.map(
        (column) => `${bag.instead({ from: 0, to: 0 }, '').trim()} by ${piece.grain} of ${column.name}`,
      ),
    );
  else ask('The data has no dates, so nothing can be averaged over time.');
}
