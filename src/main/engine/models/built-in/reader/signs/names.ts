import { isAmount, isConceptWord } from '../../lexicon/concepts';
import { operandField } from '../grammar/measurements';
import { COSTS } from '../name-costs';
import { isMeasure } from '../tables';
import { stemsOf } from '../tokens';
import { leavesIn } from '../trust';
import { isOfUnits, type Said, setOf } from './said';

const EITHER = /\b(?:or|and)\b|[/&]/;
const HEADS = new Set(
  stemsOf(
    'county city state region country location area district street address date time year month day number count price amount size color colour',
  ),
);
/** "which hospital" is no `Hospital County`: what a name ends with is what it is of. */
export const isOtherHead = (said: Said): boolean =>
  leavesIn(
    said.clauses.filter(({ category }) => category === 'asked' || category === 'rank' || category === 'groups'),
  ).some((leaf) => {
    const field = said.field(leaf);
    if (!field || isMeasure(field) || leaf.cost < COSTS.part + COSTS.wordOfPart) return false;
    const words = said.tokens.slice(leaf.from, leaf.to).map(({ stem }) => stem);
    const title = stemsOf(field.title);
    const head = title.at(-1) ?? '';
    return title[0] === words[0] && !EITHER.test(field.title) && !words.includes(head) && HEADS.has(head);
  });

/** Dearer names are guesses. */
const GUESSED = 0.8;
const ALIKE = 4;
/** "value" of a column of quantities, "amount" by that of a name: words that mean something else, and none that are misspelt. */
export const isGuessed = (said: Said): boolean =>
  said.leaves.some((leaf) => {
    const field = said.field(leaf);
    const [word = '', ...others] = said.tokens.slice(leaf.from, leaf.to).map(({ stem }) => stem);
    const isOwn = field && stemsOf(field.title).some((stem) => stem.slice(0, ALIKE) === word.slice(0, ALIKE));
    if (!field || isOwn || others.length > 0 || !isConceptWord(word)) return false;
    return isMeasure(field)
      ? leaf.cost >= GUESSED
      : isAmount(said.word(leaf.from)) && field.type === 'text' && leaf.cost >= COSTS.part;
  });

const WITHIN = setOf('in as per pro je');
const ARTICLES = setOf('die eine einer der pro je a an per the each every');
/** "Japan's GDP" is not all that is in percent of GDP, and "what does a kWh cost" asks for no mean of what is told in kWh. */
export const isUnitChosen = (said: Said): boolean =>
  said.leaves.some((leaf) => {
    if (leaf.category !== 'value' || !isOfUnits(said.vocabulary.tables.field(leaf.meaning))) return false;
    const before = said.word(leaf.from - 1);
    const isPart = leaf.meaning.part !== null && !WITHIN.has(said.word(leaf.from)) && !WITHIN.has(before);
    return isPart || ARTICLES.has(before);
  });

/** "in usd", where another column holds amounts that were converted, may be of all of them. */
export const isConvertible = (said: Said): boolean =>
  said.measures.some(({ of }) => {
    const field = said.column(of);
    const title = field?.title.toLowerCase() ?? '';
    const isChosen = said.where.some((one) => 'field' in one && one.field === field?.unitField);
    return (
      field?.unitField !== undefined &&
      isChosen &&
      said.table.fields.some((other) => /convert/i.test(other.title) && other.title.toLowerCase().endsWith(title))
    );
  });

/** Sum and mean of one column, where only one of them is asked for. */
export const isTwice = (said: Said): boolean =>
  said.leaves.filter(({ category }) => category === 'aggregate').length < 2 &&
  said.measures.some(
    ({ measure, of }) => measure === 'sum' && said.measures.some((one) => one.measure === 'mean' && one.of === of),
  );

/** Named as the data does, and no part of the query. */
export const isFigureLost = (said: Said): boolean => {
  const text = JSON.stringify([said.query, said.first]);
  return said.clauses.some((clause) => {
    if (clause.category !== 'measure' || clause.meaning.kind !== 'column') return false;
    const of = operandField(clause.meaning.of);
    const isNamed = leavesIn([clause]).some((leaf) => leaf.cost <= SURE && said.field(leaf)?.id === of.field);
    return isNamed && isMeasure(said.vocabulary.tables.field(of)) && !text.includes(JSON.stringify(of.field).slice(1));
  });
};
const SURE = 0.05;

/** Means of parts are no parts of a mean. */
export const isShareOfMean = ({ parts, measures }: Said): boolean =>
  parts.shared !== null && measures.length > 1 && measures.every(({ measure }) => measure === 'mean');

/** "US dollars" are no dollars of the United States, though the data knows these as well. */
export const isPartOfValue = (said: Said): boolean =>
  said.leaves.some((leaf) => {
    const next = said.tokens[leaf.to];
    if (
      leaf.category !== 'value' ||
      next?.kind !== 'word' ||
      !said.isOver(new Set([next.word]), (at) => at === leaf.to)
    )
      return false;
    const all = [...said.tokens.slice(leaf.from, leaf.to), next];
    return said.vocabulary
      .find(
        all.map(({ stem }) => stem),
        all.map(({ text }) => text).join(' '),
      )
      .some(({ category }) => category === 'value');
  });

/** Months of columns that are a column for each month choose nothing among the others. */
export const isOfOtherColumns = ({ query, table }: Said): boolean => {
  const text = JSON.stringify({ ...query, from: null });
  const values = (table.wide ?? []).filter(({ name }) => name.id === query.from.unpivot).flatMap((one) => one.values);
  return values.length > 0 && values.every(({ field }) => !text.includes(JSON.stringify(field.id)));
};

/** "average across countries" is one figure. */
export const isAveragedAcross = (said: Said): boolean =>
  said.measures.some(({ measure }) => measure === 'mean') &&
  said.leaves.some((leaf) => leaf.category === 'by' && said.wordsOf(leaf).join(' ') === 'across');

const VERBS = /^(?:lasted|meaning|means|meant|averaging|counting|summing)$/;
/** "how many stays lasted": a verb is no aggregate. */
export const isVerbAggregate = (said: Said): boolean =>
  said.leaves.some((leaf) => leaf.category === 'aggregate' && VERBS.test(said.wordsOf(leaf).join(' ')));

/** "from Q1 to Q2" by month. */
export const isFiner = (said: Said): boolean =>
  said.parts.moving !== null &&
  said.leaves.filter(({ category }) => category === 'quarter').length > 1 &&
  (said.query.by ?? []).some(({ grain }) => grain === 'month');
