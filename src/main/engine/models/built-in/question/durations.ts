import type { PieceOf } from '../language/pieces';
import { ask } from './declined';
import { quoteName } from './names';
import type { Measure } from './plan';

/** "average days between start and end"; without a statistic it is their average. */
export function durationOf(piece: PieceOf<'duration'>, said: readonly PieceOf<'aggregate'>[]): Measure {
  const [statistic = 'average', ...others] = said.map((one) => one.aggregate);
  const { start: from, end: to } = piece;
  if (statistic === 'count' || statistic === 'distinct' || others.length > 0) {
    const days = `days between ${quoteName(from.name)} and ${quoteName(to.name)}`;
    return ask('It is not clear what to compute of the days.', [`average ${days}`, `median ${days}`]);
  }
  return { kind: 'days', statistic, from, to };
}
