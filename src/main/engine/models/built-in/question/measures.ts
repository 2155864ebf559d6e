import { GRAIN_ADJECTIVES } from '../language/phrases';
import type { Operand, Piece, PieceOf } from '../language/pieces';
import { isDate, isNumeric, mainMeasure, measures as measureColumns, type Scope } from '../language/scope';
import { natureOf } from './additivity';
import type { Bag } from './bag';
import { ask } from './declined';
import { durationOf } from './durations';
import { refuseLabels } from './labels';
import { listed, quoteName } from './names';
import type { Column, ColumnAggregate, Measure } from './plan';
import { idsFirst, namesFirst } from './preferences';

type Aggregate = ColumnAggregate | 'count' | 'distinct';

export interface Entity {
  piece: PieceOf<'operand'>;
  column: Column;
}

/** What a question is about: what to compute, and the things that were named without being grouped by. */
export interface Subject {
  measures: Said[];
  entities: Entity[];
  noun: PieceOf<'noun'> | null;
  /** "average number of …", "average total …": the average of totals. */
  averaged: boolean;
  /** Aggregates without anything to compute them of. */
  loose: PieceOf<'aggregate'>[];
}

/** A measure and how it was said. */
export interface Said {
  measure: Measure;
  piece: Piece | null;
  /** The aggregate was said, not chosen. */
  explicit: boolean;
  how: Operand['how'] | 'noun';
}

/** Takes aggregates, columns and nouns out of the bag, in the order they were said. */
export function takeSubject(bag: Bag): Subject {
  const subject: Subject = { measures: [], entities: [], noun: null, averaged: false, loose: [] };
  let pending: PieceOf<'aggregate'>[] = [];
  let carried: PieceOf<'aggregate'>[] = [];
  for (const piece of bag.left) {
    if (piece.kind === 'aggregate') {
      pending.push(piece);
    } else if (piece.kind === 'operand') {
      const used = pending.length > 0 ? pending : follows(bag, piece, carried);
      addOperand(bag, subject, piece, used);
      carried = used;
      pending = [];
    } else if (piece.kind === 'duration') {
      const measure = durationOf(piece, pending);
      subject.measures.push({ measure, piece, explicit: pending.length > 0, how: 'name' });
      pending = [];
    } else if (piece.kind === 'noun') {
      addNoun(bag, subject, piece, pending);
      carried = pending;
      pending = [];
    }
  }
  subject.loose = pending;
  settleLoose(subject);
  const nouns = bag.all('noun');
  for (const kind of ['aggregate', 'operand', 'noun', 'duration'] as const) bag.takeAll(kind);
  if (subject.measures.length > 0) {
    for (const piece of subject.loose) bag.put(piece);
    for (const piece of nouns) placeNoun(bag, subject, piece);
  }
  return subject;
}

/** "sales and orders" asks for both; in "sales of orders over 100" the orders say which rows are meant. */
function placeNoun(bag: Bag, subject: Subject, piece: PieceOf<'noun'> & Piece): void {
  if (subject.measures.some((one) => one.piece === piece)) return;
  const [before, after] = [bag.tokens[piece.from - 1]?.word ?? '', bag.tokens[piece.to]?.word ?? ''];
  const next = subject.measures.some((one) => one.piece && one.piece.from > piece.to && one.piece.from <= piece.to + 2);
  if (/^(?:and|,)$/.test(before) || (/^(?:and|,)$/.test(after) && next)) {
    const measure = countOf(piece);
    if (piece.from < (subject.measures[0]?.piece?.from ?? 0))
      subject.measures.unshift({ measure, piece, explicit: true, how: 'noun' });
    else subject.measures.push({ measure, piece, explicit: true, how: 'noun' });
  } else if (
    !/^(?:of|for|from|in|on|all|the|where|with|across|to)$/.test(before) &&
    !isQualified(bag, piece) &&
    !subject.measures.some((one) => one.piece?.from === piece.to)
  ) {
    bag.put(piece);
  }
}

/** "fragile rows", "open tickets": a condition stands right before the noun. */
const isQualified = (bag: Bag, noun: { from: number }): boolean =>
  bag.all('filter').some((filter) => filter.to === noun.from);

/** "average price and quantity": the aggregate holds for what is joined to it. */
function follows(bag: Bag, piece: PieceOf<'operand'>, carried: PieceOf<'aggregate'>[]): PieceOf<'aggregate'>[] {
  const joint = bag.tokens[piece.from - 1]?.word;
  const statistics = carried.every((one) => one.aggregate !== 'count' && one.aggregate !== 'distinct');
  return statistics && (joint === 'and' || joint === ',') ? carried : [];
}

function addOperand(bag: Bag, subject: Subject, piece: PieceOf<'operand'>, said: PieceOf<'aggregate'>[]): void {
  const aggregates = said.map((one) => one.aggregate);
  const numeric = piece.columns.filter((column) => isNumeric(column) && column.role !== 'id');
  const real = numeric.filter((column) => column.role === 'measure');
  const counts = aggregates.some((one) => one === 'count' || one === 'distinct');
  if (aggregates.length === 0 && real.length === 0) {
    subject.entities.push({ piece, column: oneOf(bag, piece, namesFirst(piece.columns), 'column') });
    return;
  }
  refuseLabels(bag, piece, said);
  if (counts && (real.length === 0 || aggregates.includes('distinct'))) {
    subject.measures.push(said1(distinctOf(oneOf(bag, piece, idsFirst(piece.columns), 'column'), piece), piece, true));
    subject.averaged ||= aggregates[0] === 'average';
    return;
  }
  if (numeric.length === 0) {
    addNonNumeric(bag, subject, piece, aggregates);
    return;
  }
  const column = oneOf(bag, piece, real.length > 0 ? real : numeric, 'column');
  subject.averaged ||= aggregates.length > 1 && aggregates[0] === 'average' && (aggregates[1] === 'sum' || counts);
  for (const measure of measuresOf(bag, piece, column, aggregates))
    subject.measures.push(said1(measure, piece, aggregates.length > 0));
}

const said1 = (measure: Measure, piece: PieceOf<'operand'>, explicit: boolean): Said => ({
  measure,
  piece,
  explicit,
  how: piece.how,
});

/** "total customers" counts them; the latest date is a maximum. */
function addNonNumeric(bag: Bag, subject: Subject, piece: PieceOf<'operand'>, aggregates: Aggregate[]): void {
  const dates = piece.columns.filter(isDate);
  const [aggregate] = aggregates;
  if (dates.length > 0 && (aggregate === 'min' || aggregate === 'max')) {
    subject.measures.push(said1({ kind: aggregate, column: oneOf(bag, piece, dates, 'column') }, piece, true));
  } else if (aggregate === 'sum' || aggregate === 'average') {
    subject.averaged ||= aggregate === 'average';
    subject.measures.push(said1(distinctOf(oneOf(bag, piece, idsFirst(piece.columns), 'column'), piece), piece, true));
  } else {
    const name = piece.columns[0]?.name ?? piece.text;
    ask(`${quoteName(name)} holds no numbers, so it has no ${aggregate ?? 'total'}.`);
  }
}

function measuresOf(bag: Bag, piece: PieceOf<'operand'>, column: Column, aggregates: Aggregate[]): Measure[] {
  const kinds = aggregates.flatMap((one): ColumnAggregate[] =>
    one === 'count' ? ['sum'] : one === 'distinct' ? [] : [one],
  );
  if (kinds.length > 1 && (kinds[0] === 'sum' || (kinds[0] === 'average' && kinds[1] === 'sum'))) kinds.shift();
  if (kinds.includes('sum') && natureOf(column) === 'average' && column.unit?.kind !== 'currency')
    bag.notes.push(`${quoteName(column.name)} is a level, so its sum says little; ask for its average.`);
  if (kinds.length > 0) return [...new Set(kinds)].map((kind) => ({ kind, column }));
  const nature = natureOf(column) ?? (isExtreme(bag, piece) ? 'average' : bag.has('divide') ? 'sum' : null);
  if (nature) return [{ kind: nature, column }];
  return ask(`“${piece.text}” could be added up or averaged.`, [
    bag.instead(piece, `average ${piece.text}`),
    bag.instead(piece, `total ${piece.text}`),
  ]);
}

/** "highest salary": which one of a few is asked, so nothing is added up. */
const isExtreme = (bag: Bag, piece: { from: number }): boolean => {
  const top = bag.first('top');
  return top?.extreme === true && top.n === null && top.to === piece.from;
};

function addNoun(bag: Bag, subject: Subject, piece: PieceOf<'noun'>, said: PieceOf<'aggregate'>[]): void {
  const statistics = said
    .map((one) => one.aggregate)
    .filter((one) => one !== 'count' && one !== 'distinct' && one !== 'sum');
  const counted = said.some(
    (one) => one.aggregate === 'count' || one.aggregate === 'distinct' || one.aggregate === 'sum',
  );
  const perUnit = GRAIN_ADJECTIVES.has(bag.tokens[piece.from - 1]?.word ?? '') && statistics[0] === 'average';
  if (statistics.length > 0 && !counted && !perUnit) {
    const main = mainMeasure(bag.scope);
    if (!main) ask(`It is not clear what of the ${piece.noun} to compute.`, measureOptions(bag, piece));
    for (const kind of statistics) {
      subject.measures.push({ measure: ofNoun(bag, kind, main, piece), piece, explicit: true, how: 'noun' });
    }
    return;
  }
  if (counted || perUnit) {
    subject.averaged ||= statistics.length > 0;
    subject.measures.push({ measure: countOf(piece), piece, explicit: true, how: 'noun' });
  }
  subject.noun ??= piece;
}

/** An order with several lines has the sum of them, so its average is a total over a count. */
function ofNoun(bag: Bag, kind: ColumnAggregate, main: Column, piece: PieceOf<'noun'>): Measure {
  const { column, noun } = piece;
  if (!column || natureOf(main) !== 'sum' || kind === 'sum') return { kind, column: main };
  if (kind === 'average')
    return { kind: 'ratio', over: { kind: 'sum', column: main }, under: { kind: 'distinct', column, noun } };
  return ask(`Some ${noun} take more than one row.`, [bag.instead(piece, `${quoteName(main.name)} of the rows`)]);
}

const measureOptions = (bag: Bag, piece: PieceOf<'noun'>): string[] =>
  measureColumns(bag.scope.dataset).map((column) => bag.instead(piece, quoteName(column.name)));

/** "amount total", "order count", "sales by region, average": an aggregate said after what it is of. */
function settleLoose(subject: Subject): void {
  const [only, ...others] = subject.loose;
  if (!only || others.length > 0) return;
  const [said, ...more] = subject.measures;
  if (only.aggregate === 'count' && subject.measures.length === 0) {
    const entity = subject.entities.find((one) => one.piece.to <= only.from);
    if (subject.noun)
      subject.measures.push({ measure: countOf(subject.noun), piece: subject.noun, explicit: true, how: 'noun' });
    else if (entity) subject.measures.push(said1(distinctOf(entity.column, entity.piece), entity.piece, true));
    else return;
    if (!subject.noun) subject.entities = subject.entities.filter((one) => one !== entity);
    subject.loose = [];
  } else if (!said && only.aggregate === 'average' && subject.noun && subject.entities.length === 0) {
    subject.measures.push({ measure: countOf(subject.noun), piece: subject.noun, explicit: true, how: 'noun' });
    subject.averaged = true;
    subject.loose = [];
  } else if (said && more.length === 0 && only.aggregate === 'average' && isCount(said.measure)) {
    subject.averaged = true;
    subject.loose = [];
  } else if (said && more.length === 0 && !said.explicit && isStatistic(only.aggregate)) {
    const measure = restated(said.measure, only.aggregate);
    if (!measure) return;
    subject.measures = [{ ...said, measure, explicit: true }];
    subject.loose = [];
  }
}

function restated(measure: Measure, kind: ColumnAggregate): Measure | null {
  if (measure.kind === 'days') return { ...measure, statistic: kind };
  return 'column' in measure ? { kind, column: measure.column } : null;
}

const isCount = (measure: Measure): boolean => measure.kind === 'count' || measure.kind === 'distinct';

export const isStatistic = (aggregate: Aggregate): aggregate is ColumnAggregate =>
  aggregate !== 'count' && aggregate !== 'distinct';

export function countOf(piece: {
  noun: string;
  column: Column | null;
}): Extract<Measure, { kind: 'count' | 'distinct' }> {
  return piece.column
    ? { kind: 'distinct', column: piece.column, noun: piece.noun }
    : { kind: 'count', noun: piece.noun };
}

export function distinctOf(column: Column, piece: { text: string }): Extract<Measure, { kind: 'distinct' }> {
  return { kind: 'distinct', column, noun: piece.text.toLowerCase() };
}

/** @throws Declined with one question per column when several fit. */
export function oneOf(
  bag: Bag,
  piece: { from: number; to: number; text?: string },
  columns: readonly Column[],
  what: string,
): Column {
  const [column, ...others] = columns;
  if (column && others.length === 0) return column;
  const names = columns.map((one) => quoteName(one.name));
  return ask(
    `“${bag.text(piece)}” could be the ${what} ${listed(names, 'or')}.`,
    names.map((name) => bag.instead(piece, name)),
  );
}

/** What "total", "top" and "growth" speak of when nothing was named. */
export function defaultMeasure(scope: Scope): Measure | null {
  const main = mainMeasure(scope);
  const nature = main ? natureOf(main) : null;
  if (main && nature === 'sum') return { kind: 'sum', column: main };
  return measureColumns(scope.dataset).length === 0 ? { kind: 'count', noun: 'rows' } : null;
}
