import type { z } from 'zod';
import { DescribeDataOutput } from '#contract/data-tools';
import { cutText } from '../cut';
import type { Boundary } from './boundary';
import { fieldText, meaningOf } from './meaning';

type Described = z.output<typeof DescribeDataOutput>['datasets'][number];
type Column = Described['columns'][number];
type Note = Described['notes'][number];

const MOST_COLUMNS = 200;
const MOST_VALUES = { schema: 0, results: 20, everything: 50 };
/** A column of text with more different values than this holds names, not kinds. */
const MANY_VALUES = 50;

/** What `describe_data` answered, as far as it may be told; null where it is no answer of that tool. */
export function describedData(output: unknown, boundary: Boundary, characters: number): string | null {
  const parsed = DescribeDataOutput.safeParse(output);
  if (!parsed.success) return null;
  const { datasets } = parsed.data;
  if (datasets.length === 0) return 'There are no data files in this conversation.';
  const textWith = (values: number) => datasets.map((dataset) => datasetText(dataset, boundary, values)).join('\n\n');
  const whole = textWith(MOST_VALUES[boundary]);
  // Values are what can be looked up again; names of columns are what nothing works without.
  const text = whole.length <= characters ? whole : textWith(0);
  return cutText(text, characters);
}

function datasetText(dataset: Described, boundary: Boundary, values: number): string {
  const { name, table, rows, rejected, rejectedLines, duplicates, notes, definitions } = dataset;
  const hidden = new Set(definitions?.fields.flatMap(({ hidden, column }) => (hidden ? [column] : [])));
  const columns = dataset.columns.filter((column) => !hidden.has(column.name));
  const few = new Set(columns.filter((column) => !hasManyValues(column)).map((column) => column.name));
  const lines = [
    `Table ${quoted(table)} (file ${JSON.stringify(name)}): ${rows} rows, ${columns.length} columns.`,
    ...(rejected > 0
      ? [
          `Not in it: ${rejected} lines that could not be read or only add up others (lines ${rejectedLines.slice(0, 20).join(', ')}).`,
        ]
      : []),
    ...(duplicates > 0 ? [`${duplicates} rows repeat an earlier row in every column.`] : []),
    ...meaningOf(definitions),
    'Columns:',
    ...columns
      .slice(0, MOST_COLUMNS)
      .map(
        (column) => `- ${[columnText(column, boundary, values), ...fieldText(definitions, column.name)].join('; ')}`,
      ),
    ...rest(columns.slice(MOST_COLUMNS)),
    ...notes.flatMap((note) => noteText(note, boundary, few)),
  ];
  return lines.join('\n');
}

const rest = (columns: readonly Column[]): string[] =>
  columns.length === 0 ? [] : [`- and ${columns.length} more: ${columns.map(({ name }) => quoted(name)).join(', ')}`];

function columnText(column: Column, boundary: Boundary, values: number): string {
  const { name, type, role, unit, scale, nulls, distinct, distinctExact, odd, readAs } = column;
  const about = [
    `${type}${type === 'decimal' ? ` with ${scale} decimals` : ''}, ${role}`,
    ...(unit ? [unit.kind === 'currency' ? unit.code : 'share: 0.12 is 12 %'] : []),
    ...rangeOf(column, boundary),
    `${distinctExact ? '' : 'about '}${distinct} different`,
    ...(nulls > 0 ? [`${nulls} empty`] : []),
    ...(odd ? [`${odd.count} could not be read as ${type} and are empty`] : []),
    ...(readAs.length > 0 ? [`read as ${readAs.map(({ code }) => code).join(', ')}`] : []),
    ...valuesOf(column, boundary, values),
  ];
  return `${quoted(name)} ${about.join('; ')}`;
}

function rangeOf({ type, min, max, ...column }: Column, boundary: Boundary): string[] {
  if (min === null || max === null) return [];
  const dated = type === 'date' || type === 'timestamp' || type === 'time';
  if (boundary === 'schema' && !dated) return [];
  if (boundary === 'results' && type === 'text' && hasManyValues({ type, ...column })) return [];
  return [`from ${JSON.stringify(min)} to ${JSON.stringify(max)}`];
}

function valuesOf(column: Column, boundary: Boundary, values: number): string[] {
  const examples = boundary === 'everything' && column.odd ? column.odd.examples.map(({ text }) => text) : [];
  const unread = examples.length > 0 ? [`unread texts such as ${JSON.stringify(examples)}`] : [];
  if (boundary !== 'everything' && hasManyValues(column)) return unread;
  const top = column.top.slice(0, values).map(({ value, count }) => `${JSON.stringify(value)} (${count})`);
  const more = column.distinct - top.length;
  return top.length === 0 ? unread : [`values ${top.join(', ')}${more > 0 ? ` and ${more} more` : ''}`, ...unread];
}

const hasManyValues = ({ role, distinct }: Pick<Column, 'role' | 'distinct'> & Partial<Column>): boolean =>
  distinct > MANY_VALUES || role === 'id' || role === 'text';

/** Codes with their counts; what they quote from the file only where that may be told. */
function noteText(note: Note, boundary: Boundary, few: ReadonlySet<string>): string[] {
  if (boundary === 'everything') return [`Note: ${JSON.stringify(note)}`];
  switch (note.code) {
    case 'legacy':
      return [];
    case 'spelling_variants': {
      const { examples: _, ...bare } = note;
      return [`Note: ${JSON.stringify(boundary === 'results' && few.has(note.column) ? note : bare)}`];
    }
    case 'read_as_empty': {
      const { words: _, ...bare } = note;
      return [`Note: ${JSON.stringify(boundary === 'results' ? note : bare)}`];
    }
    default:
      return [`Note: ${JSON.stringify(note)}`];
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
