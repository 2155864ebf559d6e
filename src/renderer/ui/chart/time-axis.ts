import type { TimeGrain } from '#contract';
import { shortMonth, wordsIn } from '#words';

const DAY = 86_400_000;

export interface TimeTick {
  at: number;
  label: string;
}

/** A cell that holds a date or a timestamp, as milliseconds in UTC. Null for anything else. */
export function timeOf(cell: unknown): number | null {
  if (typeof cell === 'number' && Number.isInteger(cell) && cell > 0 && cell < 10_000) return Date.UTC(cell, 0, 1);
  if (typeof cell !== 'string' || !/^\d{4}(-\d{2}(-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?)?)?$/.test(cell))
    return null;
  const value = Date.parse(
    `${cell.length === 4 ? `${cell}-01` : cell}${/[T ]/.test(cell) ? 'Z' : ''}`.replace(' ', 'T'),
  );
  return Number.isFinite(value) ? value : null;
}

/** A point of time in full, as tooltips show it. */
export function formatTime(at: number, grain: TimeGrain | undefined): string {
  const date = new Date(at);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  switch (grain) {
    case 'year':
      return `${year}`;
    case 'quarter':
      return `Q${Math.floor(month / 3) + 1} ${year}`;
    case 'month':
      return `${shortMonth(month)} ${year}`;
    case 'week':
      return wordsIn().chart.week(dayOf(day, month, year));
    default: {
      const time = at % DAY === 0 ? '' : ` ${date.toISOString().slice(11, 16)}`;
      return `${dayOf(day, month, year)}${time}`;
    }
  }
}

const dayOf = (day: number, month: number, year: number | null): string =>
  wordsIn().chart.day(day, shortMonth(month), year);

/** Ticks at whole days, months or years, at most `count` of them, the year named where it begins. */
export function timeTicks(from: number, to: number, grain: TimeGrain | undefined, count: number): TimeTick[] {
  const limit = Math.max(2, count);
  const months = (to - from) / DAY / 30.44;
  const unit =
    grain === 'year' || months > limit * 12
      ? 'year'
      : grain === 'quarter' || grain === 'month' || months > limit
        ? 'month'
        : 'day';
  if (unit === 'year') return yearTicks(from, to, limit);
  if (unit === 'month') return monthTicks(from, to, grain, limit);
  return dayTicks(from, to, grain, limit);
}

function yearTicks(from: number, to: number, limit: number): TimeTick[] {
  const [first, last] = [new Date(from).getUTCFullYear(), new Date(to).getUTCFullYear()];
  const step = [1, 2, 5, 10, 20, 25, 50, 100].find((one) => (last - first) / one <= limit) ?? 200;
  const ticks: TimeTick[] = [];
  for (let year = first; year <= last; year += step) {
    const at = Date.UTC(year, 0, 1);
    if (at >= from && at <= to) ticks.push({ at, label: `${year}` });
  }
  return ticks;
}

function monthTicks(from: number, to: number, grain: TimeGrain | undefined, limit: number): TimeTick[] {
  const start = new Date(from);
  const index = (date: Date) => date.getUTCFullYear() * 12 + date.getUTCMonth();
  const [first, last] = [index(start), index(new Date(to))];
  const steps = grain === 'quarter' ? [3, 6, 12, 24, 60] : [1, 2, 3, 6, 12, 24, 60];
  const step = steps.find((one) => (last - first) / one < limit) ?? 120;
  const ticks: TimeTick[] = [];
  for (let month = Math.ceil(first / step) * step; month <= last; month += step) {
    const at = Date.UTC(Math.floor(month / 12), month % 12, 1);
    if (at < from || at > to) continue;
    ticks.push({ at, label: monthLabel(at, grain, ticks.length === 0, step >= 12) });
  }
  // A single point in mid-step still deserves a label.
  return ticks.length > 0 ? ticks : [{ at: from, label: monthLabel(from, grain, true, false) }];
}

function monthLabel(at: number, grain: TimeGrain | undefined, first: boolean, yearly: boolean): string {
  const date = new Date(at);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (grain === 'quarter') return `Q${Math.floor(month / 3) + 1} ${year}`;
  return yearly || first || month === 0 ? `${shortMonth(month)} ${year}` : shortMonth(month);
}

function dayTicks(from: number, to: number, grain: TimeGrain | undefined, limit: number): TimeTick[] {
  const span = to - from;
  if (span < 2 * DAY && grain === undefined) return hourTicks(from, to, limit);
  const base = grain === 'week' ? 7 : 1;
  const step = [1, 2, 4, 8, 16].map((one) => one * base).find((days) => span / (days * DAY) < limit) ?? 32 * base;
  const ticks: TimeTick[] = [];
  const start = grain === 'week' ? from : Math.ceil(from / DAY) * DAY;
  for (let at = start; at <= to; at += step * DAY) {
    const date = new Date(at);
    const before = ticks.at(-1);
    const newYear = !before || new Date(before.at).getUTCFullYear() !== date.getUTCFullYear();
    ticks.push({
      at,
      label: dayOf(date.getUTCDate(), date.getUTCMonth(), newYear ? date.getUTCFullYear() : null),
    });
  }
  return ticks;
}

function hourTicks(from: number, to: number, limit: number): TimeTick[] {
  const minute = 60_000;
  const step =
    [1, 5, 15, 30, 60, 120, 180, 360, 720].map((one) => one * minute).find((one) => (to - from) / one < limit) ?? DAY;
  const ticks: TimeTick[] = [];
  for (let at = Math.ceil(from / step) * step; at <= to; at += step)
    ticks.push({ at, label: new Date(at).toISOString().slice(11, 16) });
  return ticks;
}

/** Every step of the grain from one point to another, so that missing ones show as gaps. Null when there are too many. */
export function stepsBetween(from: number, to: number, grain: TimeGrain, atMost: number): number[] | null {
  const steps: number[] = [];
  for (let at = from; at <= to; at = nextStep(at, grain)) {
    steps.push(at);
    if (steps.length > atMost) return null;
  }
  return steps;
}

function nextStep(at: number, grain: TimeGrain): number {
  const date = new Date(at);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  switch (grain) {
    case 'day':
      return at + DAY;
    case 'week':
      return at + 7 * DAY;
    case 'month':
      return Date.UTC(year, month + 1, day);
    case 'quarter':
      return Date.UTC(year, month + 3, day);
    case 'year':
      return Date.UTC(year + 1, month, day);
  }
}
