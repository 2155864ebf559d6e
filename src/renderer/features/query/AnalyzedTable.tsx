import { useMemo } from 'react';
import type { Call, ReadingNames } from '#contract';
import { useThreadActions, useWords } from '../../ui';

interface AnalyzedTableProps {
  call: Call;
  names: ReadingNames;
}

/** What a call computed, with all of its rows, under the names that the reading has for its columns. */
export function AnalyzedTable({ call, names }: AnalyzedTableProps) {
  const words = useWords();
  const { ResultTable } = useThreadActions();
  const { result, query: analysis } = call;
  const titles = useMemo(
    () => analysis?.columns.map((column) => words.chips.column(column, names)) ?? [],
    [analysis, names, words],
  );
  if (!result || !analysis) return null;
  const { columns, query } = analysis;
  return <ResultTable result={result} about={columns} titles={titles} query={query} name={titles.join(', ')} />;
}
