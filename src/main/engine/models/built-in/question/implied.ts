import { DIFFERENT } from '../language/phrases';
import { measures as measureColumns } from '../language/scope';
import { synonymsOf } from '../language/synonyms';
import { natureOf } from './additivity';
import type { Bag } from './bag';
import { ask } from './declined';
import { countOf, defaultMeasure, isStatistic, type Said, type Subject } from './measures';
import { quoteName } from './names';
import type { Column, Measure } from './plan';

/** What is computed when no measure was said: the rows that were named, or what the data is mostly about. */
export function impliedMeasure(bag: Bag, subject: Subject, sold: boolean): Said {
  const [loose, ...others] = subject.loose;
  if (others.length > 0) return ask('It is not clear what to compute.');
  const valued = subject.noun && !loose && isValueOf(bag, subject.noun) ? defaultMeasure(bag.scope) : null;
  if (valued) return said({ measure: valued, explicit: false, how: 'concept' });
  if (subject.noun && !loose) return said({ measure: countOf(subject.noun), explicit: true, how: 'noun' });
  if (loose?.aggregate === 'count')
    return said({ measure: { kind: 'count', noun: 'rows' }, explicit: true, how: 'noun' });
  const plain = !loose && !sold && !bag.has('worth');
  if (plain && bag.all('filter').some((piece) => piece.filter.kind === 'flag' && piece.filter.value)) {
    return said({ measure: { kind: 'count', noun: 'rows' }, explicit: false, how: 'noun' });
  }
  const counted = bag.all('limit').flatMap(({ of }) => (of && 'noun' in of ? [of] : []))[0];
  const compared = subject.loose.length === 0 ? comparedMeasure(bag) : null;
  if (compared) return said({ measure: compared, explicit: true, how: 'name' });
  const main =
    defaultMeasure(bag.scope) ?? (counted ? countOf(counted) : null) ?? ask('It is not clear what to add up or count.');
  if (sold && main.kind === 'sum' && bag.scope.quantity.length > 0) noteSold(bag, main.column.name);
  if (!loose) return said({ measure: main, explicit: false, how: 'concept' });
  if (!isStatistic(loose.aggregate) || !('column' in main)) return ask('It is not clear what to compute.');
  return said({ measure: { kind: loose.aggregate, column: main.column }, explicit: true, how: 'concept' });
}

/** "value of won deals": what they are worth, and not how many they are. */
export const isValueOf = (bag: Bag, noun: { from: number }): boolean =>
  bag.all('worth').some((piece) => piece.to <= noun.from && bag.tokens[piece.to - 1]?.word !== 'worth');

/** "stock value" is the stock times a price, which no column holds. */
export function refuseValueOf(bag: Bag, measures: readonly Said[]): void {
  const [worth] = bag.all('worth');
  const priced = bag.scope.dataset.columns.some((column) =>
    [...bag.scope.columns.stems(column)].some((stem) => stem === 'price' || stem === 'cost'),
  );
  const counted = measures.find(
    ({ measure, how }) =>
      measure.kind === 'sum' &&
      how !== 'concept' &&
      measure.column.unit === null &&
      !bag.scope.money.includes(measure.column),
  );
  const measure = counted?.measure;
  if (!worth || !priced || measure?.kind !== 'sum' || isPrice(bag, measure.column)) return;
  ask(
    `The ${bag.text(worth)} of ${quoteName(measure.column.name)} would be a product of two columns, which this cannot work out.`,
    [`total ${quoteName(measure.column.name)}`],
  );
}

const isPrice = (bag: Bag, column: Column): boolean =>
  [...bag.scope.columns.stems(column)].some((stem) => /^(?:price|cost|value|amount|total|revenue|sale)$/.test(stem));

/** "agents with an average score below 3": what the condition is about is what is shown. */
function comparedMeasure(bag: Bag): Measure | null {
  const [limit, ...others] = bag.all('limit');
  if (!limit?.aggregate || !limit.of || 'noun' in limit.of || others.length > 0) return null;
  const real = limit.of.columns.filter((column) => column.role === 'measure');
  const [column, ...more] = real.length > 0 ? real : limit.of.columns;
  return column && more.length === 0 ? { kind: limit.aggregate, column } : null;
}

/** Where nothing can be added up, the busiest has the most rows. */
export function busyMeasure(bag: Bag, subject: Subject, { text }: { text: string }): Said {
  const totals = measureColumns(bag.scope.dataset).filter(
    (column) => natureOf(column) === 'sum' && !bag.scope.columns.lasts(column),
  );
  const noun = subject.noun ?? { noun: 'rows', column: null };
  if (totals.length === 0 || subject.noun) return said({ measure: countOf(noun), explicit: true, how: 'noun' });
  const question = bag.tokens.map((token) => token.text).join(' ');
  return ask(`“${text}” does not say by what.`, [
    ...totals.slice(0, 2).map((column) => `${question} by ${quoteName(column.name)}`),
    `${question} by number of rows`,
  ]);
}

const said = (one: Omit<Said, 'piece'>): Said => ({ ...one, piece: null });

function noteSold(bag: Bag, name: string): void {
  const quantity = bag.scope.quantity[0]?.name ?? '';
  bag.notes.push(`What sold is measured by ${quoteName(name)}; add “by ${quoteName(quantity)}” to go by units.`);
}

const isProduct = (bag: Bag, column: Column): boolean =>
  [...synonymsOf('product')].some((stem) => bag.scope.columns.stems(column).has(stem));

/** "how many products were sold" could count products or units. */
export function checkSold(bag: Bag, measures: readonly Said[]): void {
  const distinct = measures.find((one) => one.measure.kind === 'distinct');
  const [quantity] = bag.scope.quantity;
  if (distinct?.measure.kind !== 'distinct' || !distinct.piece || !quantity) return;
  if (!isProduct(bag, distinct.measure.column)) return;
  if (bag.tokens.some((token) => DIFFERENT.has(token.word))) return;
  const text = bag.text(distinct.piece);
  ask(`“${text} sold” could be the number of different ones or the number of units.`, [
    `number of different ${text}`,
    `total ${quoteName(quantity.name)}`,
    `total ${quoteName(quantity.name)} by ${text}`,
  ]);
}

const SAYS_WHICH = new Set(['filter', 'period', 'limit', 'above']);

/** "West" alone says what to look at, not what to look for. */
export function checkBare(bag: Bag): void {
  const bare = bag.left.every((piece) =>
    ['filter', 'period', 'limit', 'above', 'only', 'follow', 'show', 'which'].includes(piece.kind),
  );
  const flag = bag.all('filter').some((piece) => piece.filter.kind === 'flag');
  if (!bare || flag) return;
  const main = defaultMeasure(bag.scope);
  const name = main && 'column' in main ? `total ${quoteName(main.column.name)}` : 'number of rows';
  const text = bag.left
    .filter((piece) => SAYS_WHICH.has(piece.kind))
    .map((piece) => bag.text(piece))
    .join(' ');
  const where = /^(?:in|for|where|from|since|before|after|between|without|excluding|not|with|on|last|this)\b/i.test(
    text,
  )
    ? text
    : `for ${text}`;
  ask(`“${text}” says which rows to look at, but not what to work out.`, [`${name} ${where}`, `show rows ${where}`]);
}

/** "median" with nothing to take it of says something that must not be lost. */
export function putBackStatistics(bag: Bag, { loose, measures }: Subject): void {
  if (measures.length > 0) return;
  for (const piece of loose) if (piece.aggregate !== 'sum' && piece.aggregate !== 'count') bag.put(piece);
}
