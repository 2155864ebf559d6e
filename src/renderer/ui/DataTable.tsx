import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import type { Cell, Table } from '#contract';
import styles from './DataTable.module.css';
import { formatCell, formatCount, formatShare, isNumeric } from './format';
import { useWords } from './words';

const ROW = 28;
/** Of a text, as much as a cell shows. */
const CELL_CHARS = 500;

interface DataTableProps {
  table: Table;
  label: string;
  /** A cell to point out, and to scroll to. */
  marked?: { row: number; column: number } | null;
  /** Names of columns whose numbers are shares of one. */
  shares?: ReadonlySet<string>;
  /** How a cell is written, where that is not by its type alone. */
  textOf?: (cell: Cell, column: number) => string;
  /** Tallest the table may become before it scrolls, in pixels. */
  maxHeight?: number;
}

/** Rows of a result. Numbers stand right, in figures of equal width; only the rows in view are in the page. */
export function DataTable({ table, label, marked = null, shares, textOf, maxHeight = 320 }: DataTableProps) {
  const { ui } = useWords();
  const scroller = useRef<HTMLElement>(null);
  const rows = useVirtualizer({
    count: table.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  const markedRow = marked?.row;
  useEffect(() => {
    if (markedRow !== undefined) rows.scrollToIndex(markedRow, { align: 'center' });
  }, [markedRow, rows]);
  const lengths = useMemo(
    () => new Map(table.cut?.map(({ row, column, length }) => [`${row}:${column}`, length])),
    [table.cut],
  );
  const items = rows.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = rows.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <section ref={scroller} className={styles.scroller} style={{ maxHeight }} aria-label={label} tabIndex={0}>
      <table className={styles.table} aria-rowcount={table.rows.length + 1}>
        <thead>
          <tr>
            {table.columns.map((column, index) => (
              <th key={index} scope="col" className={isNumeric(column) ? styles.number : undefined} title={column.type}>
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <tr aria-hidden="true" style={{ height: before }} />}
          {items.map((item) => (
            <tr key={item.key} aria-rowindex={item.index + 2}>
              {table.rows[item.index]?.map((cell, column) => {
                const about = table.columns[column];
                const shown = (value: Cell) => {
                  if (textOf) return textOf(value, column);
                  return about && shares?.has(about.name)
                    ? formatShare(value)
                    : formatCell(value, about?.type ?? 'text', about?.name);
                };
                const mark = marked?.row === item.index && marked.column === column;
                return (
                  <td
                    key={column}
                    className={[about && isNumeric(about) ? styles.number : '', mark ? styles.marked : ''].join(' ')}
                    aria-current={mark ? 'true' : undefined}
                  >
                    {cell === null ? (
                      <span className={styles.empty}>{ui.common.emptyCell}</span>
                    ) : (
                      <CellText text={shown(cell)} length={lengths.get(`${item.index}:${column}`)} />
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
          {after > 0 && <tr aria-hidden="true" style={{ height: after }} />}
        </tbody>
      </table>
    </section>
  );
}

/** A long text is shown by its beginning, with the length of the whole. */
function CellText({ text, length = text.length }: { text: string; length?: number | undefined }) {
  const { ui } = useWords();
  if (length <= CELL_CHARS) return text;
  return (
    <>
      {text.slice(0, CELL_CHARS)}… <span className={styles.empty}>{ui.common.characters(formatCount(length))}</span>
    </>
  );
}
