import type { ChartSpec } from '#contract/charts';
import type { QueryColumn } from '#contract/query-results';
import type { QueryReading, ReadingNames } from '#contract/readings';
import { currentLocale } from './locale';
import { readingTitle } from './sentences';
import type { Words } from './words';

/** The analyst names the outputs of its queries in English; in other languages they are called as its reading has them. */
export const columnName = (
  column: Pick<QueryColumn, 'name' | 'field' | 'role'>,
  names: ReadingNames | null,
  words: Pick<Words, 'chips'>,
): string =>
  names === null || currentLocale().language === 'en'
    ? column.name.replaceAll('_', ' ')
    : words.chips.column(column, names);

export const outputName = (name: string, names: ReadingNames | null, words: Pick<Words, 'chips'>): string =>
  columnName({ name, role: 'measure' }, names, words);

/** A chart as the reader's language words it: its title and its measures, where they are those of the reading. */
export function wordedSpec(
  spec: ChartSpec,
  reading: { title: string; names: ReadingNames } | null,
  words: Pick<Words, 'chips'>,
): ChartSpec {
  if (reading === null || currentLocale().language === 'en') return spec;
  const y = spec.y.map((measure) => ({ ...measure, label: outputName(measure.column, reading.names, words) }));
  return { ...spec, title: reading.title, y };
}

/** What a chart is called by how its question was read. */
export const titledReading = (
  reading: Pick<QueryReading, 'parts' | 'names'> | null,
  words: Pick<Words, 'chips'>,
): { title: string; names: ReadingNames } | null =>
  reading && { title: readingTitle(words, reading), names: reading.names };
