import type { Grouping, WindowValue } from '../../../../src/preload/contract/query';
import { before, yearBefore } from './calendar';
import { type Group, numbers, order, quantile, type Value } from './rows';

export function windowed(entry: WindowValue, groups: Group[], by: readonly Grouping[]): void {
  const along = entry.along === undefined ? null : by.find(({ as }) => as === entry.along)!;
  const others = by.filter((grouping) => grouping !== along).map(({ as }) => as);
  const within = entry.within ?? (along ? others : []);
  const near = (group: Group): Group[] => groups.filter((other) => within.every((name) => other[name] === group[name]));
  for (const group of groups) {
    const value = group[entry.of] ?? null;
    const peers = near(group);
    group[entry.as] = along ? walked(entry, along, group, peers) : compared(entry, value, peers);
  }
}

function compared(entry: WindowValue, value: Value, peers: readonly Group[]): Value {
  const values = numbers(peers.map((peer) => peer[entry.of] ?? null));
  if (value === null) return null;
  if (entry.window === 'rank') return values.filter((other) => other > Number(value)).length + 1;
  const whole = values.reduce((total, other) => total + other, 0);
  return whole === 0 ? null : Number(value) / whole;
}

function walked(entry: WindowValue, along: Grouping, group: Group, peers: readonly Group[]): Value {
  const name = along.as;
  const line = peers.toSorted((a, b) => order(a[name]!, b[name]!));
  const place = line.indexOf(group);
  const isTime = along.grain !== undefined;
  const startOfGroup = (other: Group): string =>
    typeof other[name] === 'number' ? `${other[name]}-01-01` : String(other[name]);
  const valueAt = (other: Group | undefined): number | null =>
    other === undefined || other[entry.of] === null ? null : Number(other[entry.of]);
  const back = (steps: number): string => {
    let start = startOfGroup(group);
    for (let step = 0; step < steps; step += 1) start = before(start, along.grain!);
    return start;
  };
  if (entry.window === 'running') {
    const until = line
      .slice(0, place + 1)
      .map(valueAt)
      .filter((value) => value !== null);
    return until.length === 0 ? null : until.reduce((total, value) => total + value, 0);
  }
  if (entry.window === 'moving') {
    const size = entry.size!;
    const from = isTime ? back(size - 1) : '';
    const whole = isTime ? from >= startOfGroup(line[0]!) : place >= size - 1;
    const span = isTime
      ? line.filter((other) => startOfGroup(other) >= from && startOfGroup(other) <= startOfGroup(group))
      : line.slice(place - size + 1, place + 1);
    const values = span.map(valueAt).filter((value) => value !== null);
    if (!whole || values.length === 0) return null;
    const sum = values.reduce((total, value) => total + value, 0);
    return {
      mean: sum / values.length,
      sum,
      min: Math.min(...values),
      max: Math.max(...values),
      median: quantile(values, 0.5),
    }[entry.aggregate ?? 'mean'];
  }
  const at = (start: string | null): Group | undefined =>
    start === null ? undefined : line.find((other) => startOfGroup(other) === start);
  const against = entry.against ?? 'previous';
  const other =
    against === 'first'
      ? line[0]
      : against === 'year_before'
        ? at(yearBefore(startOfGroup(group), along.grain!))
        : isTime
          ? at(back(1))
          : line[place - 1];
  const [now, then] = [valueAt(group), valueAt(other)];
  if (entry.window === 'previous') return then;
  if (now === null || then === null) return null;
  if (entry.window === 'difference') return now - then;
  return then === 0 ? null : (now - then) / Math.abs(then);
}
