import { isLexiconWord, LONGEST_PHRASE, phrasesOf } from '../lexicon';
import { isConceptWord } from '../lexicon/concepts';
import { ParseChart } from './chart';
import { judgements } from './judgements';
import { moneyField } from './money';
import { namesOver } from './names-over';
import {
  fieldsOfUnits,
  isAmount,
  isComputedName,
  isLastArticle,
  isMeasuredGrain,
  isOfLongerName,
  isOfNamed,
  isOfNothing,
  isOfOtherColumn,
  isThing,
  isWithinPhrase,
  nounsAmong,
} from './roles';
import { itemOf } from './rules';
import { stemOf } from './stems';
import type { FieldRef, Item, ValueRef } from './terms';
import { isCapital, type Token } from './tokens';
import { isRestricting, readOver } from './unknown-words';
import { valuesAt } from './values-at';
import type { Vocabulary } from './vocabulary';

/** Words that join others; on their own they say little. */
export const SMALL: ReadonlySet<string> = new Set(
  'of and or in from to with than is list unit instead within referring'.split(' '),
);

/** Words that join or ask: nothing that only looks like one of them is taken for it, as "were" is no "wer". */
const AS_WRITTEN: ReadonlySet<string> = new Set([
  ...SMALL,
  'superlative',
  ...'degree compare others oftener filler show who which where when by per not only additionally refuse predicate between since before after until at_edge numeral'.split(
    ' ',
  ),
]);

/** Signs without which a question asks for something else. */
export const OPERATORS: ReadonlySet<string> = new Set(['%', '>', '<', '>=', '<=', '=', '!=', '+', '*', '/']);

const LONGEST = Math.max(8, LONGEST_PHRASE);
const OTHER_FORM = 0.05;
/** A word of the same family as one of the data. */
const KIN = 0.25;
const MISSPELT = { first: 0.35, letter: 0.25 };
/** Small words are read over cheaply, unless they are written like a value of the data. */
const AS_VALUE = 1.5;
const SHORT_VALUE = 0.5;
/** "orders over 5000" is not order 5000, and "count by category" no count of categories. */
const JOINING: ReadonlySet<string> = new Set(['comparative', 'by', 'per']);
/** A word that changes nothing elsewhere, where a column is called so. */
const AS_NAME = 0.6;
const READ_OVER: ReadonlySet<string> = new Set(['filler', 'count', 'aggregate', 'people', 'row']);

interface Form {
  stem: string;
  cost: number;
}

/** The chart with what single words and fixed phrases mean, and what it costs to leave each word out. */
export function leavesOf(
  tokens: readonly Token[],
  vocabulary: Vocabulary,
): { chart: ParseChart; known: boolean[]; passed: Token[]; named: boolean[] } {
  const forms = tokens.map((token) => formsOf(token, vocabulary));
  const all = tokens.flatMap((_, at) => [
    ...phrasesAt(tokens, forms, at),
    ...namesAt(tokens, forms, at, vocabulary),
    ...valuesAt(tokens, at, vocabulary),
  ]);
  const plain = all.filter(
    (item) =>
      !isWithinPhrase(item, all) &&
      !isOfNamed(item, tokens) &&
      !isRestricting(item, tokens, all) &&
      !isLastArticle(item, tokens) &&
      !isFirstOfAll(item, tokens) &&
      !isOfOtherColumn(item, all, vocabulary) &&
      !isThing(item, tokens, vocabulary) &&
      !isOfNothing(item, vocabulary),
  );
  const ofUnits = fieldsOfUnits(plain, tokens, vocabulary);
  const items = [...plain, ...ofUnits, ...readOver(tokens, plain, vocabulary), ...judgements(tokens, plain)];
  const isNamed = ({ category, from, to }: { category: Item['category']; from: number; to: number }) =>
    items.some(
      (one) =>
        one.category === 'field' &&
        (one.cost === 0 || (category === 'filler' && isAmount(one.meaning as FieldRef, vocabulary))) &&
        from <= one.from &&
        one.to <= to,
    );
  // "deal value" is no count of deals where a column holds what they come to.
  const hasMoney = vocabulary.tables.all.some((table) => moneyField(table, 'either') !== null);
  const isMoney = ({ category, from, to }: Item) =>
    category === 'filler' &&
    hasMoney &&
    items.some((one) => one.category === 'money' && from <= one.from && one.to <= to);
  const isNoun = nounsAmong(tokens, items);
  const written = tokens.map((token, at) =>
    items.some(
      (item) =>
        item.category === 'value' &&
        item.meaning.exact &&
        item.from === at &&
        item.to === at + 1 &&
        isCapital(token, at),
    ),
  );
  const gaps = tokens.map((token, at) => {
    if (OPERATORS.has(token.word)) return Number.POSITIVE_INFINITY;
    if (token.kind === 'sign') return token.word === ',' || token.word === ';' ? 0.3 : 0;
    if (items.some((item) => (item.category === 'and' || item.category === 'or') && item.from === at))
      return Number.POSITIVE_INFINITY;
    const fillers = items.filter((item) => item.category === 'filler' && item.from === at && item.to === at + 1);
    const compares = items.some((item) => JOINING.has(item.category) && item.from === at && item.to === at + 1);
    if (compares) return Number.POSITIVE_INFINITY;
    return (
      Math.min(
        ...fillers.map((item) => item.cost + (isNamed(item) || isMoney(item) || isNoun(item) ? AS_NAME : 0)),
        Number.POSITIVE_INFINITY,
      ) + (written[at] ? AS_VALUE : 0)
    );
  });
  const chart = new ParseChart(tokens.length, gaps);
  for (const item of items) {
    const lexical = item.category !== 'value' && item.category !== 'field';
    const isValue =
      item.category === 'over_time' &&
      items.some((one) => one.category === 'value' && isWhole(one) && sameSpan(one, item));
    const clash = isValue ? AS_VALUE : lexical && item.to === item.from + 1 && written[item.from] ? 1 : 0;
    const isOther =
      (READ_OVER.has(item.category) && isNamed(item)) ||
      isMoney(item) ||
      (item.category === 'filler' && isNoun(item)) ||
      isComputedName(item, items, vocabulary);
    const named = isOther || isOfLongerName(item, items) ? AS_NAME : 0;
    const measured = isMeasuredGrain(item, tokens, vocabulary) ? AS_NAME : 0;
    chart.add({ ...item, cost: item.cost + clash + named + measured + asking(item, tokens) });
  }
  const known = tokens.map((_, at) =>
    items.some((item) => item.category !== 'filler' && item.category !== 'text' && item.from <= at && at < item.to),
  );
  // Words that nothing but a filler stands for.
  const passed = tokens.filter((_, at) => {
    const there = items.filter((item) => item.from <= at && at < item.to);
    return (
      there.some((item) => item.category === 'filler' && item.meaning === 'telling') &&
      there.every((item) => item.category === 'filler' || item.category === 'text')
    );
  });
  const named = tokens.map((_, at) => items.some((item) => isOfData(item) && item.from <= at && at < item.to));
  return { chart, known, passed, named };
}

/** "number one" is the first of all, and counts nothing. */
const isFirstOfAll = ({ category, to }: Item, tokens: readonly Token[]): boolean =>
  (category === 'count' || category === 'filler') && /^(?:one|eins)$/.test(tokens[to]?.word ?? '');
const isOfData = ({ category }: Item): boolean => category === 'field' || category === 'value';
const sameSpan = (a: Item, b: Item): boolean => a.from === b.from && a.to === b.to;
/** "developed" where a column says so is no course of time. */
const isWhole = ({ category, meaning, cost }: Item): boolean =>
  category === 'value' && (meaning as ValueRef).part === null && cost < AS_NAME;

/** "who" asks where a question begins, and joins where it goes on. */
function asking(item: ReturnType<typeof itemOf>, tokens: readonly Token[]): number {
  const begins = item.from === 0 || tokens[item.from - 1]?.kind === 'sign';
  if (item.category === 'where') return item.from === 0 ? 0 : 5;
  if (item.category === 'who' || item.category === 'which' || item.category === 'when') return begins ? 0 : 0.6;
  // "ended in a draw" asks for no picture.
  if (item.category === 'filler' && item.from > 2 && tokens[item.from]?.word === 'draw') return 3;
  return item.category === 'filler' && begins && /^(?:who|which|when|wer|welch)/.test(tokens[item.from]?.word ?? '')
    ? 1.5
    : 0;
}

/** The word itself, and where nobody knows it, those it may have been meant to be. */
function formsOf(token: Token, vocabulary: Vocabulary): Form[] {
  const own: Form = { stem: token.stem, cost: 0 };
  if (token.kind !== 'word' || token.quoted) return [own];
  if (vocabulary.knows(token.stem) || phrasesOf(token.stem).length > 0) return [own];
  const kin = vocabulary.kin.of(token.stem);
  if (kin.length > 0) return [own, ...kin.map((stem) => ({ stem, cost: KIN }))];
  // What the thesaurus has is spelt as it should be.
  if (isLexiconWord(token.word) || isConceptWord(token.stem)) return [own];
  const near = [...vocabulary.near(token.word), ...(token.stem === token.word ? [] : vocabulary.near(token.stem))];
  const stems = new Map<string, number>();
  for (const { word, distance } of near) {
    const cost = MISSPELT.first + MISSPELT.letter * distance;
    const stem = vocabulary.knows(word) ? word : stemOf(word);
    stems.set(stem, Math.min(cost, stems.get(stem) ?? cost));
  }
  return [own, ...[...stems].map(([stem, cost]) => ({ stem, cost }))];
}

function runs(forms: readonly Form[][], from: number, indices: readonly number[]): { stems: string[]; cost: number }[] {
  return indices.reduce<{ stems: string[]; cost: number }[]>(
    (found, index) =>
      found
        .flatMap(({ stems, cost }) =>
          (forms[index] ?? []).map((form) => ({ stems: [...stems, form.stem], cost: cost + form.cost })),
        )
        .slice(0, 12),
    [{ stems: [], cost: from * 0 }],
  );
}

function phrasesAt(tokens: readonly Token[], forms: readonly Form[][], at: number) {
  if (tokens[at]?.quoted) return [];
  const found: ReturnType<typeof itemOf>[] = [];
  for (const plain of [false, true]) {
    for (let length = 1; length <= LONGEST && at + length <= tokens.length; length += 1) {
      const indices = range(at, at + length).filter((index) => !plain || tokens[index]?.kind !== 'sign');
      const last = tokens[at + length - 1];
      if (plain && (indices.length === length || indices[0] !== at || last?.kind === 'sign')) continue;
      for (const { stems, cost } of runs(forms, at, indices)) {
        const written = indices.map((index) => tokens[index]?.word).join(' ');
        const known = phrasesOf(stems.join(' '));
        // What stands in the lexicon as it is written is no other word with its stem.
        const isWritten = length > 1 && known.some(({ words }) => words === written);
        for (const { entry, words } of known) {
          const same = words === written;
          if (!same && (isWritten || (AS_WRITTEN.has(entry.category) && !isDeclined(words, written)))) continue;
          found.push(
            itemOf(entry.category, entry.meaning, at, at + length, entry.cost + cost + (same ? 0 : OTHER_FORM)),
          );
        }
      }
    }
  }
  return found;
}

/** "pünktlichsten" is "pünktlichste". */
const isDeclined = (words: string, written: string): boolean =>
  DECLINED.test(words) && DECLINED.test(written) && words.replace(DECLINED, '') === written.replace(DECLINED, '');
const DECLINED = /(?<=st)e[nrsm]?$/;

function namesAt(tokens: readonly Token[], forms: readonly Form[][], at: number, vocabulary: Vocabulary) {
  const found: ReturnType<typeof itemOf>[] = [];
  if (tokens[at]?.kind === 'sign') return found;
  for (let length = 1; length <= LONGEST + 6 && at + length <= tokens.length; length += 1) {
    const indices = range(at, at + length).filter((index) => tokens[index]?.kind !== 'sign');
    if (tokens[at + length - 1]?.kind === 'sign') continue;
    const text = indices.map((index) => tokens[index]?.text).join(' ');
    found.push(...namesOver(tokens, indices, vocabulary));
    for (const { stems, cost } of runs(forms, at, indices)) {
      for (const finding of vocabulary.find(stems, text)) {
        if (cost > 0 && isPart(finding) && !indices.every((index) => isName(tokens[index], index))) continue;
        const short =
          finding.category === 'value' &&
          length === 1 &&
          text.length <= 2 &&
          text === text.toLowerCase() &&
          /\p{L}/u.test(text);
        const isArticle =
          short && text.length === 1 && phrasesOf(text).some(({ entry }) => entry.category === 'filler');
        if (isArticle && !tokens[at]?.quoted) continue;
        const own = finding.cost + cost + (short ? SHORT_VALUE : 0);
        found.push(itemOf(finding.category, finding.meaning, at, at + length, own));
        // "bonus %": the sign is of the name.
        const sign = tokens[at + length]?.word ?? '';
        if (
          finding.category === 'field' &&
          OPERATORS.has(sign) &&
          vocabulary.tables.field(finding.meaning as FieldRef).column.includes(sign)
        )
          found.push(itemOf(finding.category, finding.meaning, at, at + length + 1, own));
      }
    }
  }
  return found;
}

/** What is misspelt is a name or a value, and a part of one only where it is written as a name. */
const isPart = ({ category, meaning }: ReturnType<Vocabulary['find']>[number]): boolean =>
  category === 'value' && (meaning as ValueRef).part !== null;
const isName = (token: Token | undefined, at: number): boolean => token !== undefined && at > 0 && isCapital(token, at);

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);
