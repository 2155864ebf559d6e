import { isDate } from '../language/scope';
import type { Bag } from './bag';
import { ask } from './declined';
import { entityGroup, type Grouping } from './groupings';
import { distinctOf, type Entity, type Subject } from './measures';
import { quoteName } from './names';
import type { Filter, Group } from './plan';
import { isAdditive } from './sharing';

/**
 * Things that were named without "by": grouped by, counted, or left for the question to be declined. True when they are
 * what the question is after, as in "customers with sales over 1000".
 */
export function placeEntities(bag: Bag, subject: Subject, groupings: Grouping[], comparing: boolean): boolean {
  joinTimes(subject, groupings);
  const [entity, ...others] = subject.entities;
  if (!entity) return false;
  const { piece } = entity;
  if (others.length === 0 && !comparing && isPopulation(bag, subject, piece)) {
    dropPopulation(bag, subject, entity);
    return false;
  }
  const things = bag.has('which') || bag.has('measure by') || bag.has('noun by') || bag.has('limit');
  const shares = bag.has('share') && groupings.length === 0 && !bag.has('filter');
  const beside = isBeside(subject, piece) && !subject.measures[0]?.explicit;
  if (others.length === 0 && (comparing || shares || things || beside)) {
    groupings.push({ group: entityGroup(bag, entity), lead: 'by', from: piece.from, to: piece.to });
    subject.entities = [];
    return things;
  }
  if (subject.measures.length === 0 && others.length === 0) {
    subject.measures.push({ measure: distinctOf(entity.column, piece), piece, explicit: true, how: piece.how });
    subject.entities = [];
  } else {
    for (const one of subject.entities) bag.put(one.piece);
  }
  return false;
}

/** In "total cost of stroke patients" the patients say which rows are meant, as the condition before them does. */
function isPopulation(bag: Bag, subject: Subject, piece: { from: number; to: number; plural: boolean }): boolean {
  const [said] = subject.measures;
  if (isDescribed(bag, subject, piece)) return true;
  const after = said?.piece && said.piece.to <= piece.from;
  const qualified = bag.all('filter').some((filter) => filter.to === piece.from);
  const limited = bag.all('limit').some(({ of }) => of !== null && ('noun' in of || of.how === 'concept'));
  return (
    Boolean(after) && qualified && piece.plural && !limited && !bag.has('which') && !bag.has('top') && !bag.has('share')
  );
}

/** "average price for customers who are active" */
function isDescribed(bag: Bag, subject: Subject, piece: { from: number; to: number; plural: boolean }): boolean {
  const lead = bag.tokens[piece.from - 1]?.word ?? '';
  const who = bag.first('which');
  if (!piece.plural || !/^(?:for|of|among)$/.test(lead) || who?.from !== piece.to || subject.measures.length === 0)
    return false;
  const near = bag.all('filter').some((filter) => filter.from > piece.to && filter.from <= piece.to + 3);
  if (!near || bag.has('top') || bag.has('limit') || bag.all('which').length > 1) return false;
  bag.take('which');
  return true;
}

function dropPopulation(bag: Bag, subject: Subject, { column }: Entity): void {
  subject.entities = [];
  if (column.distinct < bag.scope.dataset.rows && subject.measures.some((one) => !isAdditive(one.measure)))
    bag.notes.push(`Each row counts, so a ${quoteName(column.name)} with several rows counts several times.`);
}

/** "employees hired per year": the date that was named is the one to go by. */
function joinTimes(subject: Subject, groupings: Grouping[]): void {
  const at = groupings.findIndex((one) => one.group.kind === 'time');
  const dates = subject.entities.filter((one) => isDate(one.column));
  const [date, ...others] = dates;
  const grouping = groupings[at];
  if (grouping?.group.kind !== 'time' || !date || others.length > 0) return;
  groupings[at] = { ...grouping, group: { ...grouping.group, column: date.column } };
  subject.entities = subject.entities.filter((one) => one !== date);
}

/** Nothing stands between the two, as in "product sales". */
function isBeside(subject: Subject, piece: { from: number; to: number }): boolean {
  const said = subject.measures[0]?.piece ?? subject.noun;
  return said !== null && said !== undefined && (piece.to === said.from || said.to === piece.from);
}

export function takeComparing(bag: Bag): boolean {
  const said = [...bag.takeAll('compare'), ...bag.takeAll('versus')].length > 0;
  return said || bag.all('filter').some((piece) => piece.versus);
}

/** "approved vs not approved": both values of a flag are groups. */
export function addOpposed(bag: Bag, groupings: Grouping[]): void {
  const flags = bag.all('filter').filter((piece) => piece.filter.kind === 'flag');
  const [first, second] = flags;
  if (!first || !second || first.filter.column !== second.filter.column || flags.length > 2) return;
  if (first.filter.kind !== 'flag' || second.filter.kind !== 'flag' || first.filter.value === second.filter.value)
    return;
  for (const piece of flags) bag.drop(piece);
  groupings.push({
    group: { kind: 'column', column: first.filter.column },
    lead: 'by',
    from: first.from,
    to: second.to,
  });
}

/** "West vs East": the values set against each other become the groups. */
export function addCompared(filters: readonly Filter[], groups: Group[], measures: number): void {
  const compared = filters.find((filter) => filter.kind === 'values' && filter.values.length > 1 && !filter.not);
  if (!compared) {
    if (groups.length === 0 && measures < 2) ask('It is not clear what to compare with what.');
    return;
  }
  if (groups.some((group) => group.kind === 'column' && group.column === compared.column)) return;
  groups.push({ kind: 'column', column: compared.column });
}
