import type { PinnedTable } from '#contract';
import { figureText, formatCell, titlesOf, useWords } from '../../ui';
import styles from './Reports.module.css';

function useFigure({ table, column }: { table: PinnedTable; column: number }) {
  const words = useWords();
  const text = (at: number): string => {
    const cell = table.rows[0]?.[at] ?? null;
    const known = table.about?.[at];
    const { type = 'text', name } = table.columns[at] ?? {};
    return (known ? figureText(known, cell, words) : formatCell(cell, type, name)) || words.ui.common.emptyCell;
  };
  const titles = titlesOf(table, words);
  // What tells its row from the others.
  const groups = table.about?.flatMap(({ role }, at) =>
    at !== column && ['group', 'time', 'part', 'bin'].includes(role) ? [`${titles[at]}: ${text(at)}`] : [],
  );
  return { title: titles[column] ?? '', value: text(column), groups: groups?.join(' · ') ?? '' };
}

/** One figure by itself, with what it is of. */
export function PinnedFigure(figure: { table: PinnedTable; column: number }) {
  const { title, value, groups } = useFigure(figure);
  return (
    <p className={styles.figure}>
      <span>{title}</span>
      <b>{value}</b>
      {groups !== '' && <span>{groups}</span>}
    </p>
  );
}

/** All figures of a row, side by side. */
export function PinnedFigures({ table }: { table: PinnedTable }) {
  return (
    <div className={styles.figures}>
      {table.columns.map((_, column) => (
        <PinnedFigure key={column} table={table} column={column} />
      ))}
    </div>
  );
}
