import type { ColumnProfile } from '#contract';

/** What statistical offices call a column that names, in all rows alike, what another one holds. */
const NAMING = [
  [/^(\d+_)merkmal_label$/i, '$1auspraegung_label'],
  [/^(\d+_)variable_label$/i, '$1variable_attribute_label'],
  [/^value_variable_label$/i, 'value'],
] as const;
/** `BEVSTD__Bevoelkerungsstand__Anzahl`: a code, what is measured, its unit. */
const CODED = /^\p{Lu}[\p{Lu}\d]+__(?<name>\p{L}[^_].*?)(?:__.*)?$/u;

/** What files of statistical offices themselves say that a column holds, by its place; nothing of other columns. */
export function labelsOf(columns: readonly ColumnProfile[]): ReadonlyMap<number, string> {
  const labels = new Map<number, string>();
  for (const [at, { name }] of columns.entries()) {
    const coded = CODED.exec(name)?.groups?.name;
    if (coded !== undefined) labels.set(at, coded.replaceAll('_', ' '));
  }
  for (const { name, distinct, top } of columns) {
    const [naming, named] = NAMING.find(([pattern]) => pattern.test(name)) ?? [];
    const label = top[0]?.value;
    if (!naming || distinct !== 1 || typeof label !== 'string') continue;
    const wanted = name.replace(naming, named ?? '').toLowerCase();
    const at = columns.findIndex((column) => column.name.toLowerCase() === wanted);
    if (at >= 0) labels.set(at, label);
  }
  return labels;
}
