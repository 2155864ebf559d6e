import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useId, useMemo, useRef } from 'react';
import type { Cell } from '#contract';
import { formatCount, hasCommand, useWords } from '../../ui';
import { columnWidths } from './column-widths';
import { afterKey, type GridPlace, isSelected, type Selection, selectionAt } from './selection';
import type { ShownColumn } from './shown-columns';
import styles from './Tables.module.css';
import type { RowRange } from './use-result-rows';

const ROW = 28;
const OVERSCAN = 10;
/** Browsers draw nothing further down than 33 million pixels. */
const ROWS_AT_MOST = 1_100_000;
/** Of a text, as much as a cell shows. */
const CELL_CHARS = 500;

interface ResultGridProps {
  label: string;
  /** Out of view it keeps its room, and draws no cells. */
  near: boolean;
  columns: readonly ShownColumn[];
  count: number;
  rowAt(row: number): readonly Cell[] | undefined;
  lengthAt(row: number, column: number): number | undefined;
  onRange(range: RowRange): void;
  head(column: ShownColumn, place: number): ReactNode;
  sortOf(column: ShownColumn): 'ascending' | 'descending' | 'none';
  selection: Selection | null;
  onSelect(selection: Selection | null): void;
  onCopy(): void;
  /** By what the rows are sorted and filtered: in another order they are shown from the top. */
  order: string;
  /** A cell to point out, and to scroll to; its column is that of the view. */
  marked: GridPlace | null;
  waiting: boolean;
  maxHeight: number;
}

/** The rows that are in view, in a table that is walked and marked like a spreadsheet's. */
export function ResultGrid(props: ResultGridProps) {
  const { columns, rowAt, selection, marked, onRange } = props;
  const id = useId();
  const scroller = useRef<HTMLElement>(null);
  const count = Math.min(props.count, ROWS_AT_MOST);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: OVERSCAN,
    scrollPaddingStart: ROW,
  });
  const items = props.near ? rows.getVirtualItems() : [];
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  useEffect(() => {
    if (props.near) onRange({ first, last });
  }, [onRange, props.near, first, last]);
  const { order } = props;
  const shownOrder = useRef(order);
  useEffect(() => {
    if (shownOrder.current === order) return;
    shownOrder.current = order;
    rows.scrollToOffset(0);
  }, [order, rows]);
  const markedRow = marked?.row;
  useEffect(() => {
    if (markedRow !== undefined) rows.scrollToIndex(markedRow, { align: 'center' });
  }, [markedRow, rows]);
  const sample = rowAt(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first rows stand for all; `sample` tells when they are others
  const widths = useMemo(
    () =>
      columnWidths(
        columns,
        Array.from({ length: 50 }, (_, row) => rowAt(row)),
      ),
    [columns, sample],
  );
  const focus = selection?.focus;
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    // Keys within the heads are those of their buttons.
    if (event.target !== event.currentTarget) return;
    const command = hasCommand(event);
    if (command && event.key.toLowerCase() === 'c' && selection) {
      event.preventDefault();
      return props.onCopy();
    }
    if (event.key === 'Escape' && selection) {
      event.stopPropagation();
      return props.onSelect(null);
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW) - 2);
    const next = afterKey(
      selection,
      { key: event.key, shiftKey: event.shiftKey, command },
      { rows: count, columns: columns.length },
      page,
    );
    if (!next) return;
    event.preventDefault();
    props.onSelect(next);
    if (event.key.toLowerCase() === 'a') return;
    rows.scrollToIndex(next.focus.row);
    revealColumn(scroller.current, next.focus.column);
  };
  const drag = useDrag(selection, props.onSelect);
  const before = items[0]?.start ?? 0;
  const after = rows.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <section
      ref={scroller}
      className={styles.scroller}
      style={{ maxHeight: props.maxHeight }}
      aria-label={props.label}
      data-waiting={props.waiting || undefined}
    >
      {/* The cells are not focused themselves: most of them are not in the page. */}
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are walked and marked is a grid, as the ARIA practices have it
        role="grid"
        className={styles.grid}
        style={{ minWidth: widths.reduce((sum, width) => sum + width, 0) }}
        tabIndex={0}
        aria-label={props.label}
        aria-rowcount={props.count + 1}
        aria-colcount={columns.length}
        aria-multiselectable="true"
        aria-busy={props.waiting}
        aria-activedescendant={focus ? `${id}-${focus.row}-${focus.column}` : undefined}
        onKeyDown={onKeyDown}
        {...drag}
      >
        <colgroup>
          {columns.map(({ at }, place) => (
            <col key={at} style={{ width: widths[place] }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column, place) => (
              <th
                key={column.at}
                scope="col"
                className={column.numeric ? styles.number : undefined}
                aria-sort={props.sortOf(column)}
              >
                {props.near ? props.head(column, place) : column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <tr aria-hidden="true" style={{ height: before }} />}
          {items.map(({ index }) => (
            <tr key={index} aria-rowindex={index + 2}>
              {columns.map((column, place) => {
                const chosen = isSelected(selection, { row: index, column: place });
                const focused = focus?.row === index && focus.column === place;
                const pointed = marked?.row === index && marked.column === column.at;
                return (
                  // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a cell of a grid is a gridcell, which can be selected
                  <td
                    key={column.at}
                    id={`${id}-${index}-${place}`}
                    className={column.numeric ? styles.number : undefined}
                    data-place={`${index}:${place}`}
                    data-selected={chosen || undefined}
                    data-focused={focused || undefined}
                    data-marked={pointed || undefined}
                    aria-selected={chosen}
                    aria-current={pointed ? 'true' : undefined}
                  >
                    <CellText
                      cell={rowAt(index)?.[column.at]}
                      column={column}
                      length={props.lengthAt(index, column.at)}
                    />
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
function CellText({
  cell,
  column,
  length,
}: {
  cell: Cell | undefined;
  column: ShownColumn;
  length: number | undefined;
}) {
  const { ui } = useWords();
  if (cell === undefined) return <span className={styles.unread}>…</span>;
  if (cell === null) return <span className={styles.empty}>{ui.common.emptyCell}</span>;
  const text = column.text(cell);
  if ((length ?? text.length) <= CELL_CHARS) return text;
  return (
    <>
      {text.slice(0, CELL_CHARS)}…{' '}
      <span className={styles.empty}>{ui.common.characters(formatCount(length ?? text.length))}</span>
    </>
  );
}

/** A rectangle is drawn with the pointer; with Shift it goes on from where it was begun. */
function useDrag(selection: Selection | null, onSelect: (selection: Selection) => void) {
  const began = useRef<GridPlace | null>(null);
  const placeOf = (event: PointerEvent): GridPlace | null => {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-place]') : null;
    const [row, column] = target?.dataset.place?.split(':').map(Number) ?? [];
    return row === undefined || column === undefined ? null : { row, column };
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      const place = event.button === 0 ? placeOf(event) : null;
      began.current = place && event.shiftKey && selection ? selection.anchor : place;
      if (place && began.current) onSelect({ ...selectionAt(place), anchor: began.current });
    },
    onPointerMove: (event: PointerEvent) => {
      if (!began.current || event.buttons !== 1) return;
      const place = placeOf(event);
      if (place && (place.row !== selection?.focus.row || place.column !== selection.focus.column))
        onSelect({ anchor: began.current, focus: place });
    },
    onPointerUp: () => {
      began.current = null;
    },
  };
}

function revealColumn(scroller: HTMLElement | null, place: number): void {
  const head = scroller?.querySelectorAll<HTMLElement>('thead th')[place];
  if (!scroller || !head) return;
  const [left, right] = [head.offsetLeft, head.offsetLeft + head.offsetWidth];
  if (left < scroller.scrollLeft) scroller.scrollLeft = left;
  else if (right > scroller.scrollLeft + scroller.clientWidth) scroller.scrollLeft = right - scroller.clientWidth;
}
