import type { Definitions } from '#contract/definitions';
import type { Query } from '#contract/query';
import type { QueryProblem } from '#contract/query-results';
import type { QuestionReading } from './assemble';
import { computed } from './computable';
import type { Cover } from './cover';
import { different } from './different';
import { rivalsOf } from './evidence';
import { type Analysed, trusted } from './read';
import type { TakenFor } from './trust';

/** What a question was understood as, or why it was not. */
export type Understood =
  | {
      kind: 'query';
      reading: QuestionReading;
      query: Query;
      before: string | null;
      /** What it could mean as well, the likeliest first. */
      others: Query[];
      /** Words that are read over, though they may say something. */
      unused: string[];
      /** Words that the data has another name for. */
      taken: TakenFor[];
      /** The files it was read in. */
      definitions: readonly Definitions[];
    }
  | { kind: 'open'; readings: { reading: QuestionReading; query: Query }[] }
  | { kind: 'unknown'; words: string[]; unused: string[]; near: string[]; nearest: NearReading[] }
  | { kind: 'refused'; refusal: Analysed['refusals'][number]['kind'] }
  | { kind: 'unclear'; words: string[]; nearest: NearReading[] }
  /** Understood, and refused by the data. */
  | { kind: 'not_computable'; problem: QueryProblem; nearest: NearReading[] }
  | { kind: 'help' }
  | { kind: 'overview' }
  | { kind: 'columns' }
  /** It goes on from a question that has no answer. */
  | { kind: 'unattached'; before: string; nearest: NearReading[] }
  | { kind: 'several_questions' }
  | { kind: 'empty' }
  | { kind: 'too_long' };

/** Readings beyond this cost are guesses. */
const TOO_DEAR = 2.1;
/** Readings this much dearer are worth a look. */
const NEARLY_AS_GOOD = 0.35;
const OTHERS_AT_MOST = 3;
const ASKED_AT_MOST = 3;
const UNUSED_AT_MOST = 20;

/** The likeliest reading that can be computed; none where words are left over or two are as good. */
export function settled(
  readings: readonly QuestionReading[],
  definitions: readonly Definitions[],
  words: Analysed,
): Understood {
  const likeliest = trusted(readings, words).map((reading) => ({ reading, ...computed(reading.query, definitions) }));
  const able = likeliest.flatMap(({ reading, query }) => (query ? [{ reading, query }] : []));
  const [best] = able;
  if (!best || !isWhole(best.reading)) return declined(likeliest, able, words, definitions);
  const possible = different(rivalsOf(able), definitions);
  if (possible.length > 1) return { kind: 'open', readings: possible.slice(0, ASKED_AT_MOST) };
  return {
    kind: 'query',
    reading: best.reading,
    query: best.query,
    before: null,
    others: best.reading.first ? [] : nearly(able, best, definitions),
    unused: notUsed(words, best.query),
    taken: words.taken(best.reading),
    definitions,
  };
}

const isWhole = ({ cover, cost }: QuestionReading): boolean => cover.unused.length === 0 && cost <= TOO_DEAR;

/** Words that were read over; those that a text has to hold were not. */
function notUsed({ passed }: Analysed, query: Query): string[] {
  const used = JSON.stringify(query).toLowerCase();
  return passed.flatMap(({ text }) => (used.includes(text.toLowerCase()) ? [] : [text])).slice(0, UNUSED_AT_MOST);
}

interface AbleReading {
  reading: QuestionReading;
  query: Query;
}

function nearly(able: readonly AbleReading[], best: AbleReading, definitions: readonly Definitions[]): Query[] {
  const near = able.filter(
    ({ reading: { cost, cover, first } }) =>
      cost <= best.reading.cost + NEARLY_AS_GOOD && cover.unused.length === 0 && first === null,
  );
  return different([best, ...near], definitions)
    .slice(1, 1 + OTHERS_AT_MOST)
    .map(({ query }) => query);
}

interface TrustedReading {
  reading: QuestionReading;
  query: Query | null;
  problems: readonly QueryProblem[];
}

/** Why nothing is answered, with what could be: a question that the data refuses, or one that leaves words out. */
function declined(
  trusted: readonly TrustedReading[],
  able: readonly AbleReading[],
  words: Analysed,
  definitions: readonly Definitions[],
): Understood {
  const { covers, refusals } = words;
  const cover = able[0]?.reading.cover ?? covers[0];
  const left = cover?.unused ?? [];
  const refusal = refusals.find(
    ({ from, to }) =>
      left.some((token) => {
        const at = cover?.tokens.indexOf(token) ?? -1;
        return from <= at && at < to;
      }) || able.length === 0,
  );
  if (refusal) return { kind: 'refused', refusal: refusal.kind };
  const nearest = nearestOf(able, words, definitions);
  // Understood, and refused by the data: that is what has to be told.
  const [likeliest] = trusted;
  const problem =
    likeliest && isWhole(likeliest.reading) ? likeliest.problems.find(({ code }) => TOLD.has(code)) : null;
  if (problem) return { kind: 'not_computable', problem, nearest: [] };
  const unknown = (cover?.unknown ?? []).map((token) => token.text);
  const unused = left.filter((token) => !unknown.includes(token.text)).map((token) => token.text);
  if (unknown.length > 0) return { kind: 'unknown', words: [...new Set(unknown)], unused, near: [], nearest };
  const every = (cover?.tokens ?? []).filter((token) => token.kind === 'word').map((token) => token.text);
  return { kind: 'unclear', words: [...new Set(unused.length > 0 ? unused : every)], nearest };
}

/** What an analyst can make something of: the others are of the query's form. */
const TOLD: ReadonlySet<QueryProblem['code']> = new Set([
  'does_not_add_up',
  'fan_out',
  'mixed_units',
  'no_whole',
  'too_coarse',
]);

/** A question that can be computed, and the words of the analyst's that it leaves out. */
export interface NearReading {
  reading: QuestionReading;
  query: Query;
  without: string[];
}

/** What a question could be that was understood, and is not answered for what it goes on from. */
export function nearestTo(understood: Understood): NearReading[] {
  if ('nearest' in understood) return understood.nearest;
  const readings = understood.kind === 'query' ? [understood] : understood.kind === 'open' ? understood.readings : [];
  return readings.flatMap(({ reading, query }) => (reading.first ? [] : [{ reading, query, without: [] }]));
}

/** Words that may be left out before it is another question. */
const LEFT_OUT_AT_MOST = 2;

/** The same figure twice is what words that belong to nothing have made of it. */
const isRepeating = ({ compute = [] }: Query): boolean =>
  new Set(compute.map(({ as: _, ...value }) => JSON.stringify(value))).size < compute.length;

function nearestOf(able: readonly AbleReading[], words: Analysed, definitions: readonly Definitions[]): NearReading[] {
  const near = able.flatMap(({ reading, query }) => {
    const { cover, first } = reading;
    const said = cover.tokens.filter(({ kind }) => kind !== 'sign').length;
    const without = leftOut(cover, words);
    const isNear = first === null && !isRepeating(query) && without.length <= LEFT_OUT_AT_MOST;
    return isNear && without.length * 2 < said ? [{ reading, query, without }] : [];
  });
  const fewest = Math.min(...near.map(({ without }) => without.length));
  return different(
    near.filter(({ without }) => without.length === fewest),
    definitions,
  ).slice(0, ASKED_AT_MOST);
}

/** What stands in no clause and says something, and what the data has a name for. */
function leftOut({ tokens, clauses, unused }: Cover, { named }: Analysed): string[] {
  const isRead = (at: number) => clauses.some(({ from, to }) => from <= at && at < to);
  const left = tokens.filter((token, at) => unused.includes(token) || (named[at] === true && !isRead(at)));
  return [...new Set(left.map(({ text }) => text))];
}
