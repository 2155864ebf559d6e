import { useMemo } from 'react';
import type { PinnedTable } from '#contract';
import { DataTable, figureText, formatCell, formatCount, titlesOf, useWords, withTellingDigits } from '../../ui';
import styles from './Reports.module.css';

const TALLEST = 420;

/** Rows as they were pinned. */
export function PinnedTableView({ table, label }: { table: PinnedTable; label: string }) {
  const words = useWords();
  const { columns, about } = useMemo(() => {
    const titles = titlesOf(table, words);
    return {
      columns: table.columns.map((column, at) => ({ ...column, name: titles[at] ?? column.name })),
      about: table.about?.map((column, at) =>
        withTellingDigits(
          column,
          table.rows.map((row) => row[at] ?? null),
        ),
      ),
    };
  }, [table, words]);
  return (
    <div className={styles.table}>
      <DataTable
        table={{ columns, rows: table.rows }}
        label={label}
        maxHeight={TALLEST}
        textOf={(cell, at) => {
          const known = about?.[at];
          const column = table.columns[at];
          return known ? figureText(known, cell, words) : formatCell(cell, column?.type ?? 'text', column?.name);
        }}
      />
      {table.rowCount > table.rows.length && (
        <p className={styles.note}>
          {words.ui.reports.firstRows(formatCount(table.rows.length), formatCount(table.rowCount))}
        </p>
      )}
    </div>
  );
}
