import type { ChartSpec } from '#contract/charts';
import type { QueryColumn } from '#contract/query-results';
import type { QueryReading, ReadingNames } from '#contract/readings';
import { inner } from './english/query-parts';
import { currentLocale } from './locale';
import { readingTitle } from './sentences';
import type { Words } from './words';

/**
 * The analyst names the outputs of its queries in English, by the columns they are made of, which are said by their titles:
 * a unit stands at the figures. In other languages outputs are called as the reading has them.
 */
export const columnName = (
  column: Pick<QueryColumn, 'name' | 'field' | 'role'>,
  names: ReadingNames | null,
  words: Pick<Words, 'chips'>,
): string =>
  names === null
    ? spoken(column.name)
    : currentLocale().language === 'en'
      ? titled(spoken(column.name), names)
      : words.chips.column(column, names);

const TITLE_AT_MOST = 200;

const spoken = (name: string): string => name.replaceAll('_', ' ');

/** With the title of the column that it names, the longest first: one may be within another. */
function titled(text: string, { fields }: ReadingNames): string {
  const field = Object.entries(fields)
    .map(([path, { title }]) => ({ name: spoken(path.slice(path.lastIndexOf('.') + 1)), title }))
    .toSorted((a, b) => b.name.length - a.name.length)
    .find(({ name }) => text === name || text.endsWith(` ${name}`));
  if (!field) return text;
  const before = text.slice(0, text.length - field.name.length);
  return `${before}${before === '' ? field.title : inner(field.title)}`;
}

export const outputName = (name: string, names: ReadingNames | null, words: Pick<Words, 'chips'>): string =>
  columnName({ name, role: 'measure' }, names, words);

/** A chart as the reader's language words it: its title and its measures, where they are those of the reading. */
export function wordedSpec(
  spec: ChartSpec,
  reading: { title: string; names: ReadingNames } | null,
  words: Pick<Words, 'chips' | 'work'>,
): ChartSpec {
  if (currentLocale().language === 'en') return spec;
  if (reading === null) return spec.titled === 'columns' ? { ...spec, title: columnsTitle(spec, words) } : spec;
  const y = spec.y.map((measure) => ({ ...measure, label: outputName(measure.column, reading.names, words) }));
  return { ...spec, title: reading.title, y };
}

/** What a chart is called by the columns that it shows. */
export const columnsTitle = (
  { x, y }: { x: Pick<ChartSpec['x'], 'column'>; y: Pick<ChartSpec['y'][number], 'column'>[] },
  { work }: Pick<Words, 'work'>,
): string =>
  work
    .chartTitle(
      y.map(({ column }) => column),
      x.column,
    )
    .slice(0, TITLE_AT_MOST);

/** What a chart is called by how its question was read. */
export const titledReading = (
  reading: Pick<QueryReading, 'parts' | 'names'> | null,
  words: Pick<Words, 'chips'>,
): { title: string; names: ReadingNames } | null =>
  reading && { title: readingTitle(words, reading), names: reading.names };
