import type { PieceOf } from '../language/pieces';
import { natureOf } from './additivity';
import type { Bag } from './bag';
import { ask } from './declined';
import type { Grouping } from './groupings';
import { distinctOf, oneOf, type Said, type Subject } from './measures';
import { quoteName } from './names';
import type { Group, Measure, SimpleMeasure } from './plan';

/** More different things than this are no groups to be told apart. */
const CROWD = 60;

/** "revenue per order", "average monthly sales", "average number of orders per day": totals set against something. */
export function perMeasure(bag: Bag, subject: Subject, groupings: Grouping[], said: Said[]): Said[] {
  const [first, ...others] = said;
  if (!first) return said;
  const noun = bag.first('noun by');
  if (noun && noun.lead === 'per' && others.length === 0) {
    bag.drop(noun);
    return [{ ...first, measure: perNoun(first.measure, noun) }];
  }
  const unit = bag.first('measure by');
  if (unit?.lead === 'per' && others.length === 0) {
    bag.drop(unit);
    return [{ ...first, measure: perUnit(bag, first.measure, unit) }];
  }
  const crowd = crowdOf(groupings);
  if (crowd && others.length === 0 && !subject.averaged && isTotal(first.measure)) {
    groupings.splice(groupings.indexOf(crowd), 1);
    const under = distinctOf(crowd.group.column, { text: crowd.group.column.name });
    return [{ ...first, measure: { kind: 'ratio', over: first.measure, under } }];
  }
  if (subject.averaged && others.length > 0) ask('Averages of totals can be shown for one thing at a time.');
  if (subject.averaged) return [{ ...first, measure: typical(first.measure, takePer(bag, groupings)) }];
  const adjective = groupings.find(
    (one) => one.lead === 'adjective' && /^(?:average|avg|mean)$/.test(bag.tokens[one.from - 1]?.word ?? ''),
  );
  if (adjective && first.explicit && first.measure.kind === 'average' && natureOf(first.measure.column) === 'sum') {
    groupings.splice(groupings.indexOf(adjective), 1);
    return [{ ...first, measure: typical({ kind: 'sum', column: first.measure.column }, adjective.group) }];
  }
  const ofTotals = others.length === 0 ? perPeriod(bag, first, groupings) : null;
  if (ofTotals) return [{ ...first, measure: ofTotals }];
  checkPer(bag, first, groupings);
  noteCrowd(bag, first, groupings);
  return said;
}

const isTotal = (measure: Measure): measure is SimpleMeasure =>
  measure.kind === 'sum' || measure.kind === 'count' || measure.kind === 'distinct';

/** "revenue per unit": one total set against another. */
function perUnit(bag: Bag, measure: Measure, unit: PieceOf<'measure by'>): Measure {
  const column = oneOf(bag, unit, unit.columns, 'column');
  if (!isTotal(measure)) return ask(`It is not clear what “${bag.text(unit)}” is of.`);
  return { kind: 'ratio', over: measure, under: { kind: 'sum', column } };
}

/** "revenue per customer by region": customers are too many to be shown in each region, so each of those has one figure. */
function crowdOf(groupings: readonly Grouping[]): (Grouping & { group: { kind: 'column' } }) | null {
  const crowds = groupings.filter(
    (one): one is Grouping & { group: { kind: 'column' } } =>
      one.lead === 'per' && one.group.kind === 'column' && one.group.column.distinct > CROWD,
  );
  const others = groupings.filter((one) => one.lead === 'by' || one.lead === 'split');
  return crowds.length === 1 && others.length === 1 ? (crowds[0] ?? null) : null;
}

function perNoun(measure: Measure, noun: { noun: string; column: Group['column'] | null }): Measure {
  const { column } = noun;
  if (measure.kind !== 'sum' && measure.kind !== 'average')
    return ask(`It is not clear what “per ${noun.noun}” is of.`);
  if (!column) return { kind: 'average', column: measure.column };
  const sum: SimpleMeasure = { kind: 'sum', column: measure.column };
  return { kind: 'ratio', over: sum, under: { kind: 'distinct', column, noun: noun.noun } };
}

/** The grouping that is averaged over: the only one, or the one in time. */
function takePer(bag: Bag, groupings: Grouping[]): Group {
  const [only, ...others] = groupings;
  const chosen = others.length === 0 ? only : groupings.find((one) => one.group.kind === 'time');
  if (!chosen)
    return ask('It is not clear what to average over: add “per month”, for example.', [
      `${bag.instead({ from: 0, to: 0 }, '')} per month`.trim(),
    ]);
  groupings.splice(groupings.indexOf(chosen), 1);
  return chosen.group;
}

function typical(measure: Measure, per: Group): Measure {
  if (measure.kind === 'sum' || measure.kind === 'count' || measure.kind === 'distinct')
    return { kind: 'typical', inner: measure, per };
  if (measure.kind === 'average') return { kind: 'typical', inner: { kind: 'sum', column: measure.column }, per };
  return ask('Only totals and counts can be averaged over groups.');
}

/** "cost per patient" may want one figure rather than one for each of a crowd. */
function noteCrowd(bag: Bag, { measure }: Said, groupings: readonly Grouping[]): void {
  const [only, ...others] = groupings;
  if (only?.lead !== 'per' || only.group.kind !== 'column' || others.length > 0 || only.group.column.distinct <= CROWD)
    return;
  if (measure.kind !== 'sum') return;
  const question = `average total ${quoteName(measure.column.name)} per ${quoteName(only.group.column.name)}`;
  bag.notes.push(`For one figure over all of them, ask for the ${question}.`);
}

/** "average sales per month": the average of the months' totals, which is what is meant, and said. */
function perPeriod(bag: Bag, { measure, explicit }: Said, groupings: Grouping[]): Measure | null {
  const per = groupings.find((one) => bag.tokens[one.from]?.word === 'per' && one.group.kind === 'time');
  if (!per || !explicit || measure.kind !== 'average' || natureOf(measure.column) !== 'sum') return null;
  groupings.splice(groupings.indexOf(per), 1);
  const unit = per.group.kind === 'time' ? per.group.grain : '';
  bag.notes.push(
    `The totals of each ${unit} are averaged, over every ${unit} that has rows; for the average row of each, ask for the average ${quoteName(measure.column.name)} by ${unit}.`,
  );
  return typical(measure, per.group);
}

/** "average sales per customer" could be the average row of each month or the average of the months' totals. */
function checkPer(bag: Bag, said: Said, groupings: readonly Grouping[]): void {
  const { measure } = said;
  const per = groupings.find((one) => bag.tokens[one.from]?.word === 'per');
  if (!per || !said.explicit || (measure.kind !== 'average' && measure.kind !== 'median')) return;
  if (natureOf(measure.column) !== 'sum') return;
  const name = quoteName(measure.column.name);
  const ofTotals = measure.kind === 'average' && said.piece ? [bag.instead(said.piece, `total ${name}`)] : [];
  const text = bag.tokens.map((token) => token.text).join(' ');
  ask(`“${text}” could be about the rows or about the totals of each ${bag.text(per).replace(/^per /i, '')}.`, [
    bag.instead({ from: per.from, to: per.from + 1 }, 'by'),
    ...ofTotals,
  ]);
}
