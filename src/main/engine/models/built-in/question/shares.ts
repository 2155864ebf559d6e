import type { Piece, PieceOf } from '../language/pieces';
import { isNumeric } from '../language/scope';
import { nameStems } from '../language/stems';
import { simpleOf } from './aggregation';
import type { Bag } from './bag';
import { ask } from './declined';
import { takeFilters } from './filters';
import { type Grouping, takeGroupings } from './groupings';
import { putBackStatistics } from './implied';
import { countOf, defaultMeasure, distinctOf, takeSubject } from './measures';
import type { ChartWish, Filter, Group, Part, SimpleMeasure } from './plan';

type Condition = (PieceOf<'filter'> | PieceOf<'limit'> | PieceOf<'above'>) & Piece;

/** "what percentage of orders are returns", "West's share of sales by month": one part against the whole. */
export function readPart(bag: Bag, chart: ChartWish | null): Part | null {
  const shares = bag.all('share');
  const conditions = bag.left.filter((piece): piece is Condition => isCondition(piece));
  if (shares.length === 0 || conditions.length === 0) return null;
  if (bag.has('growth') || bag.has('top') || bag.has('rate') || bag.has('cumulative')) return null;
  const grouped = bag.has('group');
  if (grouped && shares.some((piece) => piece.as)) return null;
  const parts = chooseParts(bag, conditions);
  if (grouped) checkGrouping(bag, shares);
  bag.takeAll('share');
  bag.take('sold');
  const group = groupOf(takeGroupings(bag));
  const measure = measureOf(bag, parts);
  const { part, rest } = split(bag, parts, conditions);
  return { kind: 'part', measure, part, group, filters: rest, chart, notes: bag.notes };
}

function isCondition(piece: Piece): boolean {
  if (piece.kind === 'limit' || piece.kind === 'above') return true;
  return piece.kind === 'filter' && piece.filter.kind !== 'season' && !piece.versus && !isYear(piece.filter);
}

/** "in 2024" says which rows are meant, also where years are plain numbers. */
const isYear = ({ column }: Filter): boolean => isNumeric(column) && nameStems(column.name).includes('year');

/** "share of Online by region": Online's part in each region, or how Online spreads over the regions. */
function checkGrouping(bag: Bag, shares: readonly PieceOf<'share'>[]): void {
  const plain = bag
    .all('group')
    .find((piece) => piece.group.kind === 'column' && (piece.lead === 'by' || piece.lead === 'split'));
  const [share] = shares;
  if (!plain || !share) return;
  const words = bag.text(plain).split(' ').slice(1).join(' ');
  ask('That could be its part of each group, or how it spreads over the groups.', [
    bag.instead(plain, `for each ${words}`),
    `${bag.instead(share, '')} in percent`.trim(),
  ]);
}

function groupOf(groupings: readonly Grouping[]): Group | null {
  if (groupings.length > 1) ask('A share of a part can be split by one thing at a time.');
  return groupings[0]?.group ?? null;
}

function measureOf(bag: Bag, parts: readonly Condition[]): SimpleMeasure {
  const subject = takeSubject(bag);
  const [entity, ...others] = subject.entities;
  for (const one of others) bag.put(one.piece);
  putBackStatistics(bag, subject);
  if (subject.measures.length > 1) ask('A share can be taken of one thing at a time.');
  const said = subject.measures[0]?.measure;
  const counted = entity ? distinctOf(entity.column, entity.piece) : subject.noun ? countOf(subject.noun) : null;
  return simpleOf(
    said ?? counted ?? defaultPart(bag, parts),
    'A share can be taken of totals and counts, not of averages.',
  );
}

/** A flag alone is a share of the rows; a value alone is one of what the data is mostly about. */
function defaultPart(bag: Bag, parts: readonly Condition[]): SimpleMeasure {
  const main = defaultMeasure(bag.scope);
  if (parts.every((piece) => piece.kind === 'filter' && piece.filter.kind === 'flag'))
    return { kind: 'count', noun: 'rows' };
  return main && main.kind === 'sum' ? main : { kind: 'count', noun: 'rows' };
}

/** With several conditions, those after the linking verb are the part, the others the whole. */
function chooseParts(bag: Bag, conditions: readonly Condition[]): Condition[] {
  if (conditions.length === 1) return [...conditions];
  const share = bag.tokens.findIndex((token) =>
    /^(?:share|percent|percentage|proportion|fraction|%|part)$/.test(token.word),
  );
  const verb = bag.tokens.findIndex(
    (token, index) => index > share && /^(?:is|are|was|were|come|comes|came|have|has|had)$/.test(token.word),
  );
  const after = conditions.filter((piece) => verb >= 0 && piece.from >= verb);
  if (after.length === 0 || after.length === conditions.length) {
    return ask('It is not clear which of the conditions is the part and which the whole.');
  }
  return after;
}

/** The conditions of the part, and those that hold for part and whole alike. */
function split(
  bag: Bag,
  parts: readonly Condition[],
  conditions: readonly Condition[],
): { part: Filter[]; rest: Filter[] } {
  const about = { rowish: true, things: false, measures: [], groups: [] };
  const whole = conditions.filter((piece) => !parts.includes(piece));
  const periods = bag.takeAll('period');
  for (const piece of whole) bag.drop(piece);
  const part = takeFilters(bag, about).filters;
  for (const piece of [...whole, ...periods]) bag.put(piece);
  return { part, rest: takeFilters(bag, about).filters };
}
