import type { Dataset, DescribeDataOutput, RejectedLine, RejectReason } from '#contract';
import { noteWords, readAsWords, rejectWords, type Words } from '#words';

type Described = DescribeDataOutput['datasets'][number];

/** What a model is told of a dataset; null until it has been read. */
export function describeDataset(dataset: Dataset, table: string, words: Words): Described | null {
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
    totalLine: rejects.find(({ reason }) => reason.code === 'total')?.line ?? null,
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
