import { DATA_OUTLINE } from '#contract/data-tools';
import type { ThreadDataset } from '../../library';

const TABLES_AT_MOST = 12;
const COLUMNS_AT_MOST = 80;
const LENGTH_AT_MOST = 8_000;

/**
 * Names and types of a thread's data, for a model to be told with every run: without them it guesses, and most queries that
 * fail ask for a column that there is not. Nothing of the values. Null where there is no data.
 */
export function dataOutline(datasets: readonly ThreadDataset[]): string | null {
  const read = datasets.filter(({ dataset }) => dataset.status === 'ready' || dataset.status === 'reading');
  if (read.length === 0) return null;
  const lines = read.slice(0, TABLES_AT_MOST).map(tableLine);
  const more = read.length - lines.length;
  const all = [DATA_OUTLINE, ...lines, ...(more > 0 ? [`and ${more} more: call describe_data`] : [])].join('\n');
  return all.length <= LENGTH_AT_MOST ? all : `${all.slice(0, LENGTH_AT_MOST)} … call describe_data for all of it`;
}

function tableLine({ dataset, table }: ThreadDataset): string {
  const name = `Table ${quoted(table)} (file ${oneLine(dataset.name)})`;
  if (!dataset.profile) return `${name}: still being read; describe_data waits for it`;
  const { rows, columns } = dataset.profile;
  const named = columns.slice(0, COLUMNS_AT_MOST).map((column) => `${quoted(column.name)} ${column.type}`);
  const more = columns.length - named.length;
  return `${name}, ${rows} rows: ${named.join(', ')}${more > 0 ? ` and ${more} more columns` : ''}`;
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');
const quoted = (name: string): string => `"${oneLine(name).replaceAll('"', '""')}"`;
