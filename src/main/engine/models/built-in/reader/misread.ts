import type { Query } from '#contract/query';
import { phrasesOf } from '../lexicon';
import { isAmount } from '../lexicon/concepts';
import type { QuestionReading } from './assemble';
import { isMeasure } from './tables';
import type { Item, ValueRef } from './terms';
import { stemsOf, type Token } from './tokens';
import { leavesIn } from './trust';
import type { Vocabulary } from './vocabulary';

/** Signs that the words of a question say something else than the query, though each of them was taken for something. */
export function isMisread({ cover, query, parts, table }: QuestionReading, vocabulary: Vocabulary): boolean {
  const { tokens, clauses } = cover;
  const leaves = leavesIn(clauses);
  const isRead = (at: number) => leaves.some(({ from, to }) => from <= at && at < to);
  return (
    leaves.some((leaf) => isOfTitle(leaf, tokens, vocabulary) || isJudgingText(leaf, tokens)) ||
    (parts.moving === null &&
      parts.comparing === null &&
      (parts.shared !== null || parts.points) &&
      tokens.some((_, at) => !isRead(at) && isGrowth(tokens, at))) ||
    tokens.some(({ word }, at) => OR.has(word) && isBetweenFilters(cover, at)) ||
    (isCount(query) && isMuch(tokens)) ||
    isOfChosen(query) ||
    clauses.some((one) => isPercentAlone(one, tokens) || isByAmount(one, tokens, vocabulary)) ||
    leaves.some((leaf) => isOtherFlow(leaf, cover.tokens, query, vocabulary)) ||
    (parts.shared !== null && (isOfEachRow(query, vocabulary, table) || clauses.some((one) => isOfAll(one, tokens))))
  );
}

/** "freight" before "cost" is the beginning of `Freight Cost`, and no value of it. */
function isOfTitle({ category, meaning, from, to }: Item, tokens: readonly Token[], { tables }: Vocabulary): boolean {
  if (category !== 'value') return false;
  const field = tables.field(meaning);
  const said = tokens.slice(from, to + 1).map(({ stem }) => stem);
  return said.length === to - from + 1 && ` ${stemsOf(field.title).join(' ')} `.includes(` ${said.join(' ')} `);
}

/** "our best keyword" is no keyword with the word in it. */
const isJudgingText = ({ category, meaning, from, to }: Item, tokens: readonly Token[]): boolean =>
  category === 'value' &&
  meaning.part !== null &&
  to === from + 1 &&
  tokens[from]?.quoted !== true &&
  phrasesOf(tokens[from]?.stem ?? '').some(
    ({ entry, words }) => entry.category === 'superlative' && words === tokens[from]?.word,
  );

/** "by how many percent did it go up" is no share. */
const isGrowth = (tokens: readonly Token[], at: number): boolean =>
  [1, 2].some((length) => {
    const key = tokens.slice(at, at + length).map(({ stem }) => stem);
    return phrasesOf(key.join(' ')).some(({ entry }) => entry.category === 'window');
  });

/** "what percentage of people smoke": where nothing grows, it is no growth. */
const isPercentAlone = ({ category, from, to }: Item, tokens: readonly Token[]): boolean =>
  category === 'moving' &&
  tokens.slice(from, to).some(({ word }) => PERCENT.test(word)) &&
  !tokens.some((token, at) => !PERCENT.test(token.word) && (at < from || at >= to) && isGrowth(tokens, at));
const PERCENT = /^(?:percent|prozent)/;

/** "what did each conversion cost" has no figure for each number of conversions. */
function isByAmount(clause: Item, tokens: readonly Token[], { tables }: Vocabulary): boolean {
  if (clause.category !== 'groups' || !EACH_ONE.has(tokens[clause.from]?.word ?? '')) return false;
  return clause.meaning.some(
    (one) =>
      one.kind === 'field' &&
      one.bin === undefined &&
      tables.is(one.field, isMeasure) &&
      tables.field(one.field).addsUp === 'always',
  );
}
const EACH_ONE: ReadonlySet<string> = new Set(['each', 'every']);

const OR: ReadonlySet<string> = new Set(['or', 'oder']);
/** "without a phone or without a company": conditions of a query hold together. */
const isBetweenFilters = ({ clauses }: QuestionReading['cover'], at: number): boolean =>
  [clauses.find(({ to }) => to === at), clauses.find(({ from }) => from === at + 1)].every(
    (clause) => clause?.category === 'filters',
  );

const isCount = ({ compute = [], rows }: Query): boolean =>
  !rows && compute.length > 0 && compute.every((one) => 'measure' in one && one.measure === 'count');
/** Rows are many, and never much or high. */
const isMuch = (tokens: readonly Token[]): boolean =>
  tokens.some(
    ({ word }, at) =>
      (word === 'how' && tokens[at + 1]?.word === 'much') || (word === 'wie' && tokens[at + 1]?.word === 'hoch'),
  );

/** "spend" of rows that are spending or revenue: both together are neither. */
function isOtherFlow(
  { category, meaning, from, to }: Item,
  tokens: readonly Token[],
  query: Query,
  vocabulary: Vocabulary,
): boolean {
  if (category !== 'money' || meaning === 'either') return false;
  const said = tokens.slice(from, to);
  const found = vocabulary.find(
    said.map(({ stem }) => stem),
    said.map(({ text }) => text).join(' '),
  );
  return found.some((one) => {
    if (one.category !== 'value') return false;
    const ref = one.meaning as ValueRef;
    const { values } = vocabulary.tables.field(ref);
    const areFlows =
      values.complete && values.list.length > 1 && values.list.every(({ value }) => isAmount(String(value)));
    return areFlows && !JSON.stringify(query).includes(JSON.stringify(ref.field));
  });
}

/** A total of a number that is the same in all rows that were chosen: "store 1". */
const isOfChosen = ({ where = [], compute = [] }: Query): boolean =>
  where.some(
    (one) =>
      one.op === 'is' &&
      one.values.length === 1 &&
      compute.some((made) => 'measure' in made && made.measure === 'sum' && made.of === one.field),
  );

/** "as a percentage of all appointments" is one of all of them, and none of each. */
const isOfAll = ({ category, from, to }: Item, tokens: readonly Token[]): boolean =>
  category === 'asked' && tokens.slice(from, to).some(({ word }) => ALL.has(word));
const ALL: ReadonlySet<string> = new Set(['all', 'alle', 'aller', 'allen']);

/** The share of each single row in their number. */
const isOfEachRow = ({ by = [], compute = [] }: Query, { tables }: Vocabulary, table: string): boolean => {
  const { rows, fields } = tables.table(table);
  const isOwn = by.some(({ field }) =>
    fields.some((one) => one.id === field && one.distinct >= rows * EACH && !isMeasure(one)),
  );
  return isOwn && compute.every((one) => !('measure' in one) || one.measure === 'count');
};
const EACH = 0.9;
