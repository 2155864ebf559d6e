import { COSTS } from './name-costs';
import { isMeasure, type LogicalTable, type Tables } from './tables';
import type { FieldRef } from './terms';
import { stemsOf } from './tokens';

interface Member {
  ref: FieldRef;
  number: number;
  missing: number;
}

const isYear = (number: number): boolean => number >= 1900 && number <= 2100;

/** Columns that are called alike but for a number: `2010 Population` and `2020 Population`, `Type 1` and `Type 2`. */
export class Series {
  readonly #members = new Map<string, readonly Member[]>();

  constructor(tables: Tables) {
    for (const table of tables.all) this.#add(table);
  }

  #add({ table, fields }: LogicalTable): void {
    const alike = new Map<string, Member[]>();
    for (const field of fields) {
      if (field.hidden) continue;
      const stems = stemsOf(field.title);
      const numbers = stems.filter((stem) => /^\d+$/.test(stem));
      const name = stems.filter((stem) => !/^\d+$/.test(stem)).join(' ');
      if (numbers.length !== 1 || (name === '' && !isMeasure(field))) continue;
      const member = { ref: { table, field: field.id }, number: Number(numbers[0]), missing: field.missing };
      alike.set(name, [...(alike.get(name) ?? []), member]);
    }
    for (const members of alike.values())
      if (members.length > 1) for (const { ref } of members) this.#members.set(`${ref.table}\n${ref.field}`, members);
  }

  #of(ref: FieldRef): readonly Member[] {
    return this.#members.get(`${ref.table}\n${ref.field}`) ?? [];
  }

  /** Another one is meant where no number is said: the latest of years, or the first where those behind it are left empty. */
  isLess(ref: FieldRef): boolean {
    const all = this.#of(ref);
    const own = all.find((one) => one.ref.field === ref.field);
    if (!own) return false;
    if (all.every(({ number }) => isYear(number))) return all.some(({ number }) => number > own.number);
    const [first] = all.toSorted((a, b) => a.number - b.number);
    return first !== undefined && first !== own && first.missing < own.missing;
  }

  /** What it costs more where a name is not said in full. */
  unnumbered = (ref: FieldRef, cost: number): number => (cost > 0 && this.isLess(ref) ? COSTS.unnumbered : 0);

  sorted = (refs: readonly FieldRef[]): FieldRef[] =>
    refs.toSorted((a, b) => Number(this.isLess(a)) - Number(this.isLess(b)));

  /** The column of this one's kind that is of a year; null where there is none. */
  ofYear(ref: FieldRef, year: number): FieldRef | null {
    const all = this.#of(ref);
    return all.every(({ number }) => isYear(number)) ? (all.find(({ number }) => number === year)?.ref ?? null) : null;
  }
}
