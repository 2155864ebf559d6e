import type { FieldDefinition } from '#contract/definitions';
import type { PlainCondition } from '#contract/query';
import { isFlag, yesOf } from '../tables';
import type { Token } from '../tokens';

const NOT = '(?<!(?:^|[^\\p{L}])(?:no|not|non|never|without|nicht|ohne|keine?)[ _-]+)';
const ANSWERED = 'wait\\p{L}*|response(?:s|times?)?';
const BAD =
  'defect\\p{L}*|errors?|fault(?:s|y)?|reject\\p{L}*|scrap(?:s|ped)?|delay\\p{L}*|late(?:ness|ncy)?|downtimes?|outages?|complain\\p{L}*|churn\\p{L}*|cancel\\p{L}*|loss(?:es)?|\\p{L}*costs?|expens\\p{L}*|bounce\\p{L}*|absen\\p{L}*|accident\\p{L}*|crash\\p{L}*|injur\\p{L}*|fatal\\p{L}*|deaths?|overdue|no.?shows?|fail\\p{L}*|laps(?:e|es|ed)|dropouts?|critical|terminated|\\p{L}*(?:kosten(?!los)|verlust|fehler|ausfall|ausfälle|staub|lärm)\\p{L}*|pm ?\\d+|no2|so2|co2|ozone?|dust|emission\\p{L}*|pollut\\p{L}*|noise';
const words = (some: string) => new RegExp(`${NOT}(?<![\\p{L}\\p{N}])(?:${some})(?![\\p{L}\\p{N}])`, 'iu');
const BAD_VALUE = words(BAD);
const BAD_NAME = words(`${BAD}|${ANSWERED}`);

/** Names such as `depDelay` are several words. */
const wordsIn = (name: string): string => name.replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ').replaceAll('_', ' ');

/** Whether less is better of what a column holds. */
export const isBadColumn = (name: string): boolean => BAD_NAME.test(wordsIn(name));

const isBadText = (text: string): boolean => BAD_VALUE.test(wordsIn(text));

/** Whether the fewer rows fulfil a condition, the better: of no-shows, or of what failed, but not of what did not. */
export function isBadCondition(condition: PlainCondition, fieldOf: (id: string) => FieldDefinition | null): boolean {
  if (!('field' in condition)) return condition.op === 'own' && isBadText(condition.condition);
  const field = fieldOf(condition.field);
  const column = field?.column ?? condition.field;
  switch (condition.op) {
    case 'is':
      return condition.values.some((value) =>
        field && isFlag(field) ? String(value) === String(yesOf(field)) && isBadText(column) : isBadText(String(value)),
      );
    case 'is_not':
      // "not No" of a flag is yes.
      return (
        field !== null &&
        isFlag(field) &&
        !condition.values.map(String).includes(String(yesOf(field))) &&
        isBadText(column)
      );
    case 'contains':
    case 'starts_with':
    case 'ends_with':
      return isBadText(String(condition.text));
    case '>':
    case '>=':
      return isBadColumn(column);
    case 'present':
      return isBadText(column);
    default:
      return false;
  }
}

const JUDGING = /^(?:best|worst|poorest|beste[nrs]?|schlechteste[nrs]?)$/;
const SIZED = /^(?:high|low|most|least|larg|small|hochst|niedrigst|gross?t|kleinst|tiefst)\p{L}*$/u;

/** "the worst (highest) score": which of both is bad is said; of "the worst maximum" it is not. */
export function saysWhichEnd(question: readonly Token[]): boolean {
  const said = question.flatMap(({ word }) => (word === '(' || word === ')' ? [] : [word]));
  return said.some((word, at) => {
    const next = said[at + 1] ?? '';
    return (JUDGING.test(word) && SIZED.test(next)) || (SIZED.test(word) && JUDGING.test(next));
  });
}
