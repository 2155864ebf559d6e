import type { Dataset, DescribeDataOutput, RejectedLine, RejectReason } from '#contract';
import type { Definitions, FieldDefinition } from '#contract/definitions';
import { noteWords, readAsWords, rejectWords, type Words } from '#words';

type Described = DescribeDataOutput['datasets'][number];
/** Values of all fields together; where there are more, each field has fewer. */
const VALUES_AT_MOST = 20_000;

/** Definitions as they are told: of many columns with fewer of their values. */
export function boundedDefinitions(all: readonly Definitions[]): Definitions[] {
  const fields = all.reduce((count, definitions) => count + definitions.fields.length, 0);
  const most = Math.floor(VALUES_AT_MOST / Math.max(1, fields));
  const bounded = (field: FieldDefinition): FieldDefinition =>
    field.values.list.length <= most
      ? field
      : { ...field, values: { list: field.values.list.slice(0, most), complete: false } };
  return all.map((definitions) => ({ ...definitions, fields: definitions.fields.map(bounded) }));
}

/** What a model is told of a dataset; null until it has been read. */
export function describeDataset(dataset: Dataset, table: string, words: Words): Omit<Described, 'definitions'> | null {
  const { name, sheet, profile } = dataset;
  if (!profile) return null;
  const { records, rows, rejected, rejects, duplicates, columns, notes } = profile;
  const reasons = byReason(rejects);
  return {
    name,
    sheet,
    table,
    records,
    rows,
    rejected,
    rejectedLines: rejects.map(({ line }) => line),
    rejectReasons: reasons,
    duplicates,
    columns,
    notes,
    words: [
      ...notes.map((note) => noteWords(words, note)),
      ...reasons.map(({ reason, lines }) => `${lines.join(', ')}: ${rejectWords(words, reason)}`),
      ...columns.flatMap((column) =>
        column.readAs.length > 0 ? [`${column.name}: ${readAsWords(words, column.readAs)}`] : [],
      ),
    ],
  };
}

function byReason(rejects: readonly RejectedLine[]): { reason: RejectReason; lines: number[] }[] {
  const groups = Map.groupBy(rejects, ({ reason }) => JSON.stringify(reason));
  return [...groups.values()].flatMap((group) => {
    const reason = group[0]?.reason;
    return reason ? [{ reason, lines: group.map(({ line }) => line) }] : [];
  });
}
