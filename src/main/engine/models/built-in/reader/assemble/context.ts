import type { FieldDefinition, Relation } from '#contract/definitions';
import type { CalendarPart, Grain, Grouping, PlainCondition } from '#contract/query';
import { phrasesOf } from '../../lexicon';
import { yearsOf } from '../periods';
import { isClock, isYear, type LogicalTable, timesOf } from '../tables';
import type { FieldRef, Filter, Group } from '../terms';
import { stemsOf } from '../tokens';
import type { Vocabulary } from '../vocabulary';

/** Thrown where clauses do not make one question together: for most ways to read one, so that nobody asks from where. */
export class NoReading extends Error {
  constructor() {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super();
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** More of them make a line of months. */
const DAYS_SHOWN = 750;

/** The table that a reading is about, and what is joined to it. */
export class AssemblyContext {
  readonly vocabulary: Vocabulary;
  readonly base: LogicalTable;
  readonly joined = new Map<string, Relation>();
  /** Of doubtful choices on the way. */
  cost = 0;
  /** The time that the question has named. */
  time: FieldRef | null = null;
  /** A figure that is told as it stands on each day: "the closing price over time". */
  byDay = false;
  /** How many ways there were at the choice that nothing decides. */
  ways = 1;
  readonly #way: number;
  readonly #names = new Set<string>();

  constructor(vocabulary: Vocabulary, base: LogicalTable, way = 0) {
    this.vocabulary = vocabulary;
    this.base = base;
    this.#way = way;
  }

  /** Which of several ways to go, where all are as good: each is tried. */
  choose(ways: number): number {
    this.ways = ways;
    return this.#way;
  }

  field(ref: FieldRef): FieldDefinition {
    return this.vocabulary.tables.field(ref);
  }

  /** How the query calls a column, with the join that it takes. */
  name(ref: FieldRef): string {
    if (ref.table === this.base.table) return ref.field;
    const relation = this.base.relations.find((one) => one.to === ref.table);
    if (!relation) throw new NoReading();
    if (!this.joined.has(ref.table)) this.cost += 0.3;
    this.joined.set(ref.table, relation);
    return `${ref.table}.${ref.field}`;
  }

  /** A name for an output that no other has. */
  output(wanted: string): string {
    const plain = wanted.replaceAll(/[\s.]+/g, '_').toLowerCase();
    let name = plain;
    for (let number = 2; this.#names.has(name); number += 1) name = `${plain}_${number}`;
    this.#names.add(name);
    return name;
  }

  /** The dates and moments of the base table, the likeliest first. */
  times(): FieldRef[] {
    return timesOf(this.base).map((field) => ({ table: this.base.table, field: field.id }));
  }

  /** The column of this table that holds years, or names of months or weekdays. */
  calendar(kind: 'year' | CalendarPart): FieldRef | null {
    const those = this.base.fields.filter((field) =>
      kind === 'year'
        ? isYear(field)
        : field.grain === kind && !isYear(field) && field.type !== 'date' && field.type !== 'timestamp',
    );
    // "Year" and not "Year Code".
    const found = those.find(({ title }) => !title.includes(' ')) ?? those[0];
    return found ? { table: this.base.table, field: found.id } : null;
  }

  /** The one column with times of day, where dates have none. */
  #clock(): FieldRef | null {
    const [only, ...others] = this.base.fields.filter((field) => !field.hidden && isClock(field));
    return only && others.length === 0 ? { table: this.base.table, field: only.id } : null;
  }

  mainTime(): FieldRef | null {
    return this.time ?? this.times()[0] ?? null;
  }

  /** What tells groups apart, where they are no output of their own. */
  keys(group: Group): Pick<Grouping, 'field' | 'grain' | 'part'>[] {
    const names = new Set(this.#names);
    const keys = this.groupings(group).map(({ as, ...key }) => {
      if (!names.has(as)) this.#names.delete(as);
      return key;
    });
    return keys;
  }

  groupings(group: Group): Grouping[] {
    switch (group.kind) {
      case 'field':
        return [
          {
            field: this.name(group.field),
            ...(group.bin === undefined ? {} : { bin: { width: group.bin } }),
            as: this.output(group.field.field),
          },
        ];
      case 'time':
        return this.#byGrain(this.#naturalGrain(), null);
      case 'grain':
        return this.#byGrain(group.grain, group.field);
      case 'part':
        return this.#byPart(group.part, group.field);
    }
  }

  #naturalGrain(): Grain {
    const time = this.mainTime();
    if (!time) return this.calendar('month_of_year') ? 'month' : 'year';
    const { min, max, grain, distinct } = this.field(time);
    if (this.byDay && grain === 'day' && distinct <= DAYS_SHOWN) return 'day';
    if (grain === 'year' || grain === 'quarter' || grain === 'month') return grain;
    const days = (Date.parse(String(max).slice(0, 10)) - Date.parse(String(min).slice(0, 10))) / 86_400_000;
    return days > 92 ? 'month' : days > 2 ? 'day' : 'hour';
  }

  #byGrain(grain: Grain, named: FieldRef | null): Grouping[] {
    const time = named ?? this.mainTime();
    if (time && !isYear(this.field(time))) {
      if (grain === 'hour' && this.field(time).type === 'date') return this.#byPart('hour_of_day', null);
      if (grain === 'minute' && this.field(time).type === 'date') throw new NoReading();
      return [{ field: this.name(time), grain, as: this.output(grain) }];
    }
    const year = named ?? this.calendar('year');
    if (grain === 'year' && year) return [{ field: this.name(year), as: this.output(year.field) }];
    const month = this.calendar('month_of_year');
    if (grain === 'month' && month)
      return [year, month].flatMap((one) => (one ? [{ field: this.name(one), as: this.output(one.field) }] : []));
    throw new NoReading();
  }

  #byPart(part: CalendarPart, named: FieldRef | null): Grouping[] {
    const kept = this.calendar(part);
    if (kept && !named) return [{ field: this.name(kept), as: this.output(kept.field) }];
    const time = named ?? (part === 'hour_of_day' ? this.#clock() : null) ?? this.mainTime();
    if (!time || isYear(this.field(time))) throw new NoReading();
    if (part === 'hour_of_day' && this.field(time).type === 'date') throw new NoReading();
    return [{ field: this.name(time), part, as: this.output(part) }];
  }

  conditions(filter: Filter): PlainCondition[] {
    if (filter.kind === 'condition') return [this.#named(filter.condition, filter.table)];
    if (filter.kind !== 'period') throw new NoReading();
    return this.#during(filter);
  }

  #named(condition: PlainCondition, table: string): PlainCondition {
    if (table === this.base.table) return condition;
    if ('field' in condition) return { ...condition, field: this.name({ table, field: condition.field }) };
    throw new NoReading();
  }

  #during({ period, field, negated }: Extract<Filter, { kind: 'period' }>): PlainCondition[] {
    const time = field ?? this.mainTime();
    if (time && !isYear(this.field(time)))
      return [{ op: negated ? 'not_during' : 'during', field: this.name(time), period }];
    const year = field ?? this.calendar('year');
    if (negated) throw new NoReading();
    if (period.kind === 'month') return [...this.#years(year, period.year, period.year), this.#month([period.month])];
    if (period.kind === 'quarter')
      return [
        ...this.#years(year, period.year, period.year),
        this.#month([2, 1, 0].map((back) => period.quarter * 3 - back)),
      ];
    if (period.kind === 'part' && period.part === 'month_of_year') return [this.#month(period.values)];
    const years = yearsOf(period);
    if (!years) throw new NoReading();
    return this.#years(year, years.from, years.to);
  }

  #years(ref: FieldRef | null, from: number | null, to: number | null): PlainCondition[] {
    if (!ref || !isYear(this.field(ref))) throw new NoReading();
    const field = this.name(ref);
    if (from !== null && from === to) return [{ op: 'is', field, values: [String(from)] }];
    if (from !== null && to !== null) return [{ op: 'between', field, from: String(from), to: String(to) }];
    return from !== null ? [{ op: '>=', field, value: String(from) }] : [{ op: '<=', field, value: String(to) }];
  }

  #month(numbers: readonly number[]): PlainCondition {
    const ref = this.calendar('month_of_year');
    if (!ref) throw new NoReading();
    const values = this.field(ref).values.list.flatMap(({ value }) =>
      numbers.includes(monthOf(String(value))) ? [String(value)] : [],
    );
    if (values.length === 0) throw new NoReading();
    return { op: 'is', field: this.name(ref), values };
  }
}

/** Which month a text names, from 1; 0 where it names none. */
function monthOf(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number)) return number;
  const found = phrasesOf(stemsOf(text).join(' ')).find(({ entry }) => entry.category === 'month');
  return found?.entry.category === 'month' ? found.entry.meaning : 0;
}
