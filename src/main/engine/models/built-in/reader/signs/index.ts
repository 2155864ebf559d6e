import type { QuestionReading } from '../assemble';
import type { Vocabulary } from '../vocabulary';
import { isBoundBare, isBoundOfOne, isBoundOfPrice, isBoundTwice, isNumbering, isStretchBound } from './bounds';
import {
  isAmountCounted,
  isDistinctOfFigure,
  isDistinctOfOther,
  isDividedByTime,
  isFigureCounted,
  isLineCounted,
  isNumberUnsaid,
  isOftenMeasured,
} from './counted';
import {
  isAveragedAcross,
  isConvertible,
  isFigureLost,
  isFiner,
  isGuessed,
  isOfOtherColumns,
  isOtherHead,
  isPartOfValue,
  isShareOfMean,
  isTwice,
  isUnitChosen,
  isVerbAggregate,
} from './names';
import { Said } from './said';
import {
  isAskedOver,
  isDeedOver,
  isGroupChosen,
  isGroupOver,
  isNumberOver,
  isOfNameChosen,
  isThoseOver,
  isValueOver,
  isWhoOfNobody,
} from './words-over';

const SIGNS: readonly ((said: Said) => boolean)[] = [
  isNumberUnsaid,
  isAmountCounted,
  isFigureCounted,
  isLineCounted,
  isDistinctOfOther,
  isDistinctOfFigure,
  isDividedByTime,
  isOftenMeasured,
  isNumbering,
  isBoundBare,
  isBoundTwice,
  isBoundOfOne,
  isBoundOfPrice,
  isStretchBound,
  isNumberOver,
  isAskedOver,
  isGroupOver,
  isGroupChosen,
  isWhoOfNobody,
  isThoseOver,
  isDeedOver,
  isValueOver,
  isOfNameChosen,
  isOtherHead,
  isGuessed,
  isPartOfValue,
  isFigureLost,
  isOfOtherColumns,
  isShareOfMean,
  isUnitChosen,
  isConvertible,
  isTwice,
  isAveragedAcross,
  isVerbAggregate,
  isFiner,
];

/**
 * Whether the query, said again beside the question, shows that a part of it has no word of the question, that a word is left
 * without a part, or that one stands in another role than its part.
 */
export function isUnlicensed(reading: QuestionReading, vocabulary: Vocabulary): boolean {
  const said = new Said(reading, vocabulary);
  return SIGNS.some((shows) => shows(said));
}
