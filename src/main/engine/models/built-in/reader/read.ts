import { assembled, assembledParts, type QuestionReading } from './assemble';
import { missingAgain } from './assemble/bounds';
import { NoReading } from './assemble/context';
import { asGroups, partsOf } from './assemble/contrasts';
import type { Parts } from './assemble/parts';
import { parted } from './compounds';
import { type Cover, coversOf } from './cover';
import { withoutDefined } from './defined-terms';
import { asksWhich, continued, isFragment, leansOn, standsAlone } from './follow-up';
import { GRAMMAR } from './grammar';
import { leavesOf } from './leaves';
import { isMisread } from './misread';
import { writtenOut } from './shorthand';
import { isUnlicensed } from './signs';
import { isMeasure } from './tables';
import { type Token, tokensOf } from './tokens';
import { isTrusted, type TakenFor, takenFor } from './trust';
import type { Vocabulary } from './vocabulary';

const GERMAN =
  /(?<!\p{L})(?:der|die|das|und|nach|wie|viele|welche[rsnm]?|ist|sind|pro|je|summe|anzahl|durchschnitt\p{L}*|mit|ohne|für|im|von|nicht|zeige?|gesamt\p{L}*|als|wer|einen?|über|unter|bitte|zwischen|mehr|weniger|seit|bis|alle[rn]?|keine?|zum|zur|des|dem|den|auf|bei)(?!\p{L})/iu;

/** Words of one question, and all ways to part them. */
export interface Analysed {
  tokens: Token[];
  covers: Cover[];
  /** Words that are only read over, though they may say something. */
  passed: Token[];
  /** Whether the token at that place is called as a column, or a value, of the data. */
  named: readonly boolean[];
  /** Whether all that is asked for is in effect. */
  trusts(reading: QuestionReading): boolean;
  /** What words of a reading were taken for, where the data calls it otherwise. */
  taken(reading: QuestionReading): TakenFor[];
  /** Words that say what nobody computes here. */
  refusals: { kind: Refusal; from: number; to: number }[];
  /** Speaks of the rows of the question before. */
  referring: boolean;
  /** Begins with a word such as "and" or "what about". */
  opens: boolean;
  /** Asks for what can be asked. */
  help: boolean;
}
type Refusal = 'forecast' | 'cause' | 'opinion' | 'change' | 'other_topic';

export function analysed(text: string, vocabulary: Vocabulary): Analysed {
  const written = tokensOf(writtenOut(text, vocabulary.years), GERMAN.test(text));
  const tokens = parted(withoutDefined(written, vocabulary), vocabulary);
  const { chart, known, passed, named } = leavesOf(tokens, vocabulary);
  chart.apply(GRAMMAR, vocabulary);
  const items = chart.all();
  return {
    tokens,
    covers: coversOf(chart, tokens, known),
    passed,
    named,
    trusts: (reading) =>
      isTrusted(reading, vocabulary) && !isMisread(reading, vocabulary) && !isUnlicensed(reading, vocabulary),
    taken: (reading) => takenFor(reading, vocabulary),
    refusals: items.flatMap((item) =>
      item.category === 'refuse' ? [{ kind: item.meaning, from: item.from, to: item.to }] : [],
    ),
    referring: items.some((item) => item.category === 'referring'),
    opens: items.some((item) => item.category === 'additionally' && item.from === 0),
    help: items.some((item) => item.category === 'help'),
  };
}

/** All ways to read a question by itself, the likeliest first. */
export function readAlone({ covers }: Analysed, vocabulary: Vocabulary): QuestionReading[] {
  const [only, ...others] = covers[0]?.clauses ?? [];
  // "which ones?" is nothing by itself.
  if (only?.category === 'those' && others.length === 0) return [];
  return ranked(covers.flatMap((cover) => assembled(cover, vocabulary)));
}

/** A question that goes on, together with the one before. */
export function readWith({ covers }: Analysed, before: Parts, vocabulary: Vocabulary): QuestionReading[] {
  return ranked(
    covers.flatMap((cover) => {
      try {
        const own = withNamed(cover, before, vocabulary);
        const doubt = isOfOtherColumn(own, before) ? OTHER_COLUMN : 0;
        const readings = assembledParts(cover, goneOn(before, own, vocabulary), vocabulary);
        return readings.map((reading) => ({ ...reading, cost: reading.cost + doubt }));
      } catch (error) {
        if (error instanceof NoReading) return [];
        throw error;
      }
    }),
  );
}

/** "and Real Madrid?" after another club is one, though others have the name as well. */
function isOfOtherColumn(own: Parts, before: Parts): boolean {
  const fieldsOf = ({ filters }: Parts): string[] =>
    filters.flatMap(({ filter }) =>
      filter.kind === 'condition' && 'field' in filter.condition ? [`${filter.table} ${filter.condition.field}`] : [],
    );
  const known = fieldsOf(before);
  return known.length > 0 && fieldsOf(own).some((field) => !known.includes(field));
}
const OTHER_COLUMN = 0.05;

/** "what about carriers?" after something by depot: a column that is only named takes the place of what was grouped by. */
function withNamed(cover: Cover, before: Parts, { tables }: Vocabulary): Parts {
  const next = partsOf(cover);
  const [named, ...others] = cover.clauses.filter(({ category }) => category !== 'additionally');
  if (named?.category !== 'mention' || others.length > 0) return next;
  if (missingAgain(before, next)) return next;
  const [leaf] = named.parts ?? [];
  const isGrouped = [...before.groups, before.asked, before.rank?.target].some((one) => one?.kind === 'field');
  // Of what names nothing else, it is not known what it changes.
  if (leaf?.category !== 'field' || !isGrouped || isMeasure(tables.field(named.meaning))) throw new NoReading();
  return { ...next, mentions: [], groups: [{ kind: 'field', field: named.meaning }] };
}

/** "in percent?" after two values: of each of them. */
const goneOn = (before: Parts, next: Parts, vocabulary: Vocabulary): Parts =>
  continued(next.shared ? asGroups(before) : before, next, vocabulary);

/**
 * Whether the likeliest parting of the words goes on from another question: surely where a word says so, perhaps where it
 * says nothing that stands by itself.
 */
export function goesOn(
  { covers, referring, opens }: Analysed,
  before: Parts | null = null,
): 'surely' | 'perhaps' | 'no' {
  if (referring) return 'surely';
  let isFirst = true;
  for (const cover of covers.slice(0, 5)) {
    try {
      const parts = partsOf(cover);
      if (isFirst) {
        if (parts.goesOn || parts.referring || parts.instead) return 'surely';
        if (opens && !standsAlone(parts)) return 'surely';
        if (isFragment(parts) || (before && asksWhich(parts))) return 'perhaps';
      }
      isFirst = false;
      if (!before) return 'no';
      if (leansOn(parts, before)) return 'perhaps';
    } catch (error) {
      if (!(error instanceof NoReading)) throw error;
    }
  }
  return 'no';
}

const ranked = (readings: QuestionReading[]): QuestionReading[] => readings.sort((a, b) => a.cost - b.cost);

/** Of each of the likeliest queries the likeliest reading that may be answered. */
export function trusted(readings: readonly QuestionReading[], { trusts }: Analysed): QuestionReading[] {
  const seen = new Map<string, boolean>();
  return readings.filter((reading) => {
    const key = JSON.stringify(reading.query);
    if (seen.get(key) || (seen.size >= QUERIES_AT_MOST && !seen.has(key))) return false;
    const isTrusted = trusts(reading);
    seen.set(key, isTrusted);
    return isTrusted;
  });
}
const QUERIES_AT_MOST = 12;
