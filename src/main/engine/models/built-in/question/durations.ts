import type { Piece, PieceOf } from '../language/pieces';
import { ask } from './declined';
import type { Said } from './measures';
import { quoteName } from './names';

/** "average days between start and end"; without a statistic it is their average. */
export function durationOf(piece: PieceOf<'duration'> & Piece, said: readonly PieceOf<'aggregate'>[]): Said {
  const [statistic = 'average', ...others] = said.map((one) => one.aggregate);
  const { start: from, end: to } = piece;
  if (statistic === 'count' || statistic === 'distinct' || others.length > 0) {
    const days = `days between ${quoteName(from.name)} and ${quoteName(to.name)}`;
    return ask('It is not clear what to compute of the days.', [`average ${days}`, `median ${days}`]);
  }
  return { measure: { kind: 'days', statistic, from, to }, piece, explicit: said.length > 0, how: 'name' };
}
