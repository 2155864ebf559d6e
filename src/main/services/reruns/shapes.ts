import type { DatasetProfile, FindingWeight, ReplacementCheck, ShapeFinding } from '#contract';
import { columnFindings } from './column-findings';
import type { ColumnUses } from './column-uses';
import { type ComparedFile, finding, type Mapped } from './mapped-columns';
import { splitOf } from './renames';
import { rowFindings } from './row-findings';

/** How a file differs from an earlier definition, seen from what is asked of that; the weightiest first. */
export function shapeFindings(
  before: ComparedFile,
  now: ComparedFile,
  columns: Mapped,
  uses: ColumnUses,
): ShapeFinding[] {
  // Of a file without rows no column has a type.
  if (now.profile.rows === 0) return [finding('stops', { code: 'no_rows' })];
  const { gone, free, renames } = columns;
  const isUsed = (column: string) => uses.used.has(column);
  const splits = gone.map((column) => ({ column: column.name, into: splitOf(column, free) }));
  const missing = splits.map(({ column, into }) =>
    into
      ? finding(isUsed(column) ? 'stops' : 'tells', { code: 'column_split', column, into, used: isUsed(column) })
      : finding(isUsed(column) ? 'stops' : 'tells', { code: 'column_gone', column, used: isUsed(column) }),
  );
  const renamed = renames.map(({ column, now: name, by, given }) =>
    finding(given || !isUsed(column) ? 'tells' : 'asks', {
      ...{ code: 'column_renamed' as const, column, now: name, by },
      used: isUsed(column),
    }),
  );
  const fresh = free.map(({ name }) => name);
  const findings = [
    ...missing,
    ...renamed,
    ...columnFindings(before, now, columns, uses),
    ...definitionFindings(before, columns, uses),
    ...rowFindings(before, now, columns, uses),
    ...(fresh.length > 0 ? [finding('tells', { code: 'columns_new', columns: fresh })] : []),
  ];
  return findings.toSorted((a, b) => WEIGHTS.indexOf(a.weight) - WEIGHTS.indexOf(b.weight));
}

const WEIGHTS: readonly FindingWeight[] = ['stops', 'asks', 'tells'];

/** Measures and conditions of the analyst's own over columns that are gone. */
function definitionFindings({ definitions }: ComparedFile, { gone }: Mapped, { own }: ColumnUses): ShapeFinding[] {
  const lost = new Set(gone.map(({ name }) => name));
  const columnOf = new Map(definitions.fields.map(({ id, column }) => [id, column]));
  const all = [
    ...definitions.measures.map((definition) => ({
      kind: 'measure' as const,
      ...definition,
      over: definition.compute as unknown,
    })),
    ...definitions.conditions.map((definition) => ({
      kind: 'condition' as const,
      ...definition,
      over: definition.where as unknown,
    })),
  ];
  return all.flatMap(({ kind, id, title, over }) => {
    const columns = [...columnOf].filter(([field, column]) => lost.has(column) && names(over, field)).map(([, c]) => c);
    if (columns.length === 0) return [];
    const used = own.has(id);
    return [finding(used ? 'stops' : 'tells', { code: 'definition_lost', kind, title, columns, used })];
  });
}

const names = (value: unknown, field: string): boolean => JSON.stringify(value).includes(JSON.stringify(field));

/** What a check is made of, for whoever shows it. */
export const mappingsOf = ({ renames, gone }: Mapped, before: DatasetProfile, uses: ColumnUses) =>
  [
    ...renames.map((rename) => ({ ...rename })),
    ...gone.map(({ name }) => ({ column: name, now: null, given: false })),
  ].map(({ column, now, given }): ReplacementCheck['mappings'][number] => ({
    ...{ column, now, used: uses.used.has(column), proposed: now !== null && !given },
    type: before.columns.find(({ name }) => name === column)?.type ?? 'text',
  }));
