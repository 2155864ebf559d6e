import type { PieceOf } from '../language/pieces';
import { isNumeric, mainMeasure, measures } from '../language/scope';
import { natureOf } from './additivity';
import type { Bag } from './bag';
import { ask } from './declined';
import { entityGroup, type Grouping, takeUnit } from './groupings';
import { countOf, type Entity, oneOf, type Said, type Subject } from './measures';
import { quoteName } from './names';
import type { Group, Measure, Top } from './plan';

const PLENTY = 10;

/** What is ranked, and how many of it are wanted. */
export interface Ranking {
  top: Top;
  group: Group;
}

/** "top 5 products", "which month had the most …", "bottom 3 regions", with what they are ranked by left to the caller. */
export function takeRanking(bag: Bag, subject: Subject, groupings: readonly Grouping[]): Ranking | null {
  const top = bag.take('top');
  if (!top) return null;
  takeCountedEntity(bag, subject, top);
  const unit = takeUnit(bag);
  const entity = unit ? null : subject.entities.shift();
  if (unit) return { group: unit.group, top: topOf(top, unit.plural, bag, groupings) };
  if (entity) return { group: entityGroup(bag, entity), top: topOf(top, entity.piece.plural, bag, groupings) };
  return rankedGroup(bag, top, subject, groupings);
}

/** In "which region has the most customers" the customers are counted. */
function takeCountedEntity(bag: Bag, subject: Subject, top: PieceOf<'top'>): void {
  const after = [top.to, ...bag.all('filter').flatMap((filter) => (filter.from === top.to ? [filter.to] : []))];
  const counted = subject.entities.find((one) => after.includes(one.piece.from) && subject.measures.length === 0);
  const others = subject.entities.length > 1 || bag.has('unit') || (bag.has('which') && !counted?.piece.plural);
  const before = subject.entities.some((one) => one.piece.to <= top.from) || (bag.has('unit') && top.n === null);
  if (!counted || !others || !before) return;
  subject.entities = subject.entities.filter((one) => one !== counted);
  subject.measures.push({
    measure: { kind: 'distinct', column: counted.column, noun: counted.piece.text.toLowerCase() },
    piece: counted.piece,
    explicit: true,
    how: counted.piece.how,
  });
}

function topOf(top: PieceOf<'top'>, plural: boolean, bag: Bag, groupings: readonly Grouping[]): Top {
  const each = groupings.some(
    (one) => one.lead === 'each' || one.lead === 'per' || (one.lead !== 'time' && one.group.kind !== 'time'),
  );
  const single = bag.has('which') && !plural;
  return {
    n: top.n ?? bag.take('some')?.n ?? (plural && !single ? PLENTY : 1),
    skip: top.skip,
    direction: top.direction,
    within: groupings.length > 0 && each ? 'each' : 'all',
  };
}

/** "top 3 sales by region": the regions are what is ranked. */
function rankedGroup(bag: Bag, top: PieceOf<'top'>, subject: Subject, groupings: readonly Grouping[]): Ranking | null {
  const [first, ...others] = groupings;
  const [said] = subject.measures;
  if (!first || others.length > 0) {
    bag.put(top);
    return null;
  }
  if (top.extreme && top.n === null && !said && subject.noun && !subject.noun.plural) {
    largestOfEach(bag, top, subject, subject.noun);
    return null;
  }
  if (top.extreme && top.n === null && said && !said.explicit) {
    const extreme = top.direction === 'most' ? 'maximum' : 'minimum';
    if (said.measure.kind === 'average') {
      bag.put(top);
      return null;
    }
    if (said.measure.kind === 'sum' && said.how === 'name') {
      said.measure = { kind: top.direction === 'most' ? 'max' : 'min', column: said.measure.column };
      said.explicit = true;
      return null;
    }
    ask(`“${bag.text(top)}” could mean the ${extreme} of each, or the one with the ${top.text}.`, [
      bag.instead(top, extreme),
      bag.instead(top, top.direction === 'most' ? 'top 1' : 'bottom 1'),
    ]);
  }
  return { group: first.group, top: { n: top.n ?? 1, skip: top.skip, direction: top.direction, within: 'all' } };
}

/** "biggest deal per owner" is the greatest value that a row of each has. */
function largestOfEach(bag: Bag, top: PieceOf<'top'>, subject: Subject, noun: PieceOf<'noun'>): void {
  const main = mainMeasure(bag.scope);
  if (!main || noun.column)
    ask(
      `It is not clear what makes one of the ${noun.noun} the ${top.text}.`,
      measures(bag.scope.dataset).map((column) =>
        bag.instead(
          { from: top.from, to: noun.to },
          `${top.direction === 'most' ? 'maximum' : 'minimum'} ${quoteName(column.name)}`,
        ),
      ),
    );
  const measure: Measure = { kind: top.direction === 'most' ? 'max' : 'min', column: main };
  subject.measures.push({ measure, piece: null, explicit: true, how: 'noun' });
  subject.noun = null;
}

/** What things are ranked by: "by sales", "by number of orders", or the measure that was said. */
export function takeRankedBy(bag: Bag): Said | null {
  const by = bag.take('measure by');
  if (by && bag.tokens[by.from]?.word === 'per') ask(`It is not clear what “${bag.text(by)}” is of.`);
  if (by) {
    const column = oneOf(bag, by, by.columns.filter(isNumeric), 'column');
    const nature = natureOf(column);
    if (!nature) {
      const ranked = ['average', 'total'].map((how) => bag.instead(by, `by ${how} ${quoteName(column.name)}`));
      const things = bag.text({ from: 0, to: by.from });
      const shown = ['average', 'total'].map((how) => `${how} ${quoteName(column.name)} by ${things}`);
      ask(`${quoteName(column.name)} could be added up or averaged.`, [...ranked, ...shown]);
    }
    return { measure: { kind: nature, column }, piece: by, explicit: false, how: by.how };
  }
  const noun = bag.take('noun by');
  return noun ? { measure: countOf(noun), piece: noun, explicit: true, how: 'noun' } : null;
}

/** The highest price of a product is its greatest price, not its average one. */
export function extremeOf(measure: Measure, top: PieceOf<'top'> | null, explicit: boolean): Measure {
  if (!top?.extreme || explicit || measure.kind !== 'average') return measure;
  return { kind: top.direction === 'most' ? 'max' : 'min', column: measure.column };
}

export type { Entity };
