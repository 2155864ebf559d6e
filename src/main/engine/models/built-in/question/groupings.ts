import type { TimeGrain } from '#contract/charts';
import type { PieceOf } from '../language/pieces';
import { mainMeasure } from '../language/scope';
import { canGroup, fittingGrain, seasonGroup, timeGroup } from '../rules/groups';
import type { Bag } from './bag';
import { ask } from './declined';
import type { Entity } from './measures';
import { quoteName } from './names';
import type { Column, Group } from './plan';

export interface Grouping {
  group: Group;
  lead: PieceOf<'group'>['lead'];
  /** Where it was said. */
  from: number;
  to: number;
}

const FINENESS: TimeGrain[] = ['day', 'week', 'month', 'quarter', 'year'];

/** Takes "by …" out of the bag; of several time units the finest is left, as in "by year and month". */
export function takeGroupings(bag: Bag): Grouping[] {
  const said = bag.takeAll('group').map(({ group, lead, from, to }) => ({ group, lead, from, to }));
  const times = said.filter((one) => one.group.kind === 'time').sort((a, b) => fineness(a.group) - fineness(b.group));
  const kept = said.filter((one) => one.group.kind !== 'time' || one === times[0]);
  const unique = kept.filter((one, index) => kept.findIndex((other) => sameGroup(one.group, other.group)) === index);
  for (const { group } of unique) if (group.kind === 'column' && !canGroup(group.column)) tooMany(group.column);
  return unique.sort((a, b) => Number(b.group.kind === 'time') - Number(a.group.kind === 'time'));
}

const fineness = (group: Group) => (group.kind === 'time' ? FINENESS.indexOf(group.grain) : 0);

export function sameGroup(a: Group, b: Group): boolean {
  if (a.column !== b.column || a.kind !== b.kind) return false;
  if (a.kind === 'time' && b.kind === 'time') return a.grain === b.grain;
  return a.kind !== 'season' || b.kind !== 'season' || a.part === b.part;
}

export function tooMany(column: Column, options: string[] = []): never {
  return ask(`${quoteName(column.name)} has too many different numbers to group by.`, options);
}

export function entityGroup(bag: Bag, entity: Entity): Group {
  const { column } = entity;
  if (column.role === 'time') return { kind: 'time', column, grain: fittingGrain(column) };
  if (!canGroup(column)) tooMany(column, insteadOfGroups(bag, column));
  return { kind: 'column', column };
}

function insteadOfGroups(bag: Bag, column: Column): string[] {
  const main = mainMeasure(bag.scope);
  const name = quoteName(column.name);
  return [
    `distribution of ${name}`,
    ...(main && main !== column ? [`relation between ${name} and ${quoteName(main.name)}`] : []),
  ];
}

/** The months of "which month", the weekdays of "best weekday". */
export function takeUnit(bag: Bag): { group: Group; plural: boolean } | null {
  const unit = bag.take('unit');
  const season = unit ? null : bag.take('season');
  const piece = unit
    ? timeGroup(bag.scope, unit.grain, 'by')
    : season
      ? seasonGroup(bag.scope, season.part, 'by')
      : null;
  if (!piece) return null;
  if (piece.kind === 'group') return { group: piece.group, plural: unit?.plural ?? false };
  return ask('The data has more than one date column.');
}

/** A named time column stands for the one that the data is mostly about. */
export function autoTime(bag: Bag): Extract<Group, { kind: 'time' }> {
  const piece = timeGroup(bag.scope, fittingGrain(bag.scope.times.all[0]), 'time');
  if (piece.kind === 'group' && piece.group.kind === 'time') return piece.group;
  const names = bag.scope.times.all.map((column) => quoteName(column.name));
  return ask(
    names.length === 0 ? 'The data has no dates.' : `It is not clear which date is meant: ${names.join(' or ')}.`,
  );
}
