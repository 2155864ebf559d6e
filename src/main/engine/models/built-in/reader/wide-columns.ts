import { memberIds } from '../../../../query';
import { COSTS } from './name-costs';
import type { LogicalTable } from './tables';
import type { FieldRef } from './terms';

const keyOf = ({ table, field }: FieldRef): string => `${table}\n${field}`;

/** Columns that are one for each month, subject or the like, and the fields that tell them apart. */
export class WideColumns {
  readonly #members = new Set<string>();
  readonly #names = new Set<string>();
  /** What stands in columns of one kind, where another column has it in all: the sum of all sources beside each of them. */
  readonly #parts = new Set<string>();

  /** "Type 2" beside "Type 1". */
  readonly #later = new Set<string>();

  constructor(tables: readonly LogicalTable[]) {
    for (const { table, fields } of tables) {
      const titles = new Set(fields.map(({ title }) => title));
      for (const { id, title } of fields)
        if (/ [2-9]$/.test(title) && titles.has(title.replace(/\d$/, '1')))
          this.#later.add(keyOf({ table, field: id }));
    }
    for (const { table, fields, wide = [] } of tables)
      for (const entry of wide) {
        this.#names.add(keyOf({ table, field: entry.name.id }));
        for (const { field } of entry.values)
          if (fields.some(({ id, title }) => id !== field.id && title === field.title))
            this.#parts.add(keyOf({ table, field: field.id }));
        for (const field of memberIds(entry)) this.#members.add(keyOf({ table, field }));
      }
  }

  /** It is meant where it is named in full; else all of its kind are. */
  isMember = (ref: FieldRef): boolean => this.#members.has(keyOf(ref));

  /** What a name costs more that is not said in full, or that another column has as well. */
  inPart = (ref: FieldRef, cost: number): number =>
    (cost > 0 && this.isMember(ref)) || this.hasTotal(ref) ? COSTS.oneOfKind : 0;

  /** What other columns beside these ones are part of as well: the whole is told by one of its own. */
  hasTotal = (ref: FieldRef): boolean => this.#parts.has(keyOf(ref));

  /** What a value costs more that is a column as well, which is meant first. */
  asKind = (ref: FieldRef): number =>
    this.#names.has(keyOf(ref)) ? COSTS.oneOfKind : this.#later.has(keyOf(ref)) ? COSTS.later : 0;

  sorted = (refs: readonly FieldRef[]): FieldRef[] =>
    refs.toSorted((a, b) => Number(this.isMember(a)) - Number(this.isMember(b)));
}
