import { Checkbox, Menu, Popover } from '@mantine/core';
import { Columns3, Download, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ResultFilter, ResultId } from '#contract';
import type { Words } from '#words';
import { Button, CopyButton, formatCount, useThreadActions, useWords } from '../../ui';
import panel from './Panel.module.css';
import type { ShownColumn } from './shown-columns';
import styles from './Tables.module.css';

interface TableFootProps {
  /** Rows that are shown, and of how many; null while that is not known. */
  rows: { matching: number; of: number; complete: boolean } | null;
  columns: readonly ShownColumn[];
  hidden: ReadonlySet<number>;
  filters: readonly ResultFilter[];
  /** What has to be said of the rows beside how many they are. */
  children?: ReactNode;
  onHide(hidden: Set<number>): void;
  onFilter(filters: ResultFilter[]): void;
  copy(): Promise<boolean>;
  onSave(format: 'csv' | 'xlsx'): void;
  resultId: ResultId;
}

/** Below a table: how many rows it has, what is left out of it, and ways to take it along. */
export function TableFoot({
  rows,
  columns,
  hidden,
  filters,
  children,
  onHide,
  onFilter,
  copy,
  onSave,
  resultId,
}: TableFootProps) {
  const { ui } = useWords();
  const { Pin } = useThreadActions();
  return (
    <div className={styles.foot} data-uncopied="">
      <span className={styles.count} role="status">
        {rows && countWords(rows, ui)}
      </span>
      {filters.map((filter, at) => {
        const column = columns.find((known) => known.at === filter.column);
        const words = column ? filterWords(filter, column, ui) : '';
        return (
          <button
            key={at}
            type="button"
            className={styles.chip}
            aria-label={ui.tables.removeFilter(words)}
            title={ui.tables.removeFilter(words)}
            onClick={() => onFilter(filters.filter((_, other) => other !== at))}
          >
            <span>{words}</span>
            <X size={11} aria-hidden="true" />
          </button>
        );
      })}
      {children}
      <span className={styles.tools}>
        {columns.length > 1 && <ColumnChoice columns={columns} hidden={hidden} onHide={onHide} />}
        <Pin target={{ kind: 'table', resultId }} label={ui.tables.pinTable} />
        <CopyButton look="quiet" label={ui.common.copy} copy={copy} />
        <Menu position="bottom-end" width={170}>
          <Menu.Target>
            <Button look="quiet" size="small" icon={<Download size={13} />} aria-label={ui.tables.saveTable}>
              {ui.common.save}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => onSave('xlsx')}>{ui.tables.asWorkbook}</Menu.Item>
            <Menu.Item onClick={() => onSave('csv')}>{ui.tables.asText}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </span>
    </div>
  );
}

function ColumnChoice({ columns, hidden, onHide }: Pick<TableFootProps, 'columns' | 'hidden' | 'onHide'>) {
  const { ui } = useWords();
  const shown = columns.length - hidden.size;
  const toggle = (at: number) => {
    const next = new Set(hidden);
    if (!next.delete(at)) next.add(at);
    if (next.size < columns.length) onHide(next);
  };
  return (
    <Popover position="bottom-end" width={250} trapFocus returnFocus withinPortal shadow="none">
      <Popover.Target>
        <Button look="quiet" size="small" icon={<Columns3 size={13} />} aria-label={ui.tables.chooseColumns}>
          {hidden.size > 0 ? ui.common.partOf(formatCount(shown), ui.count.columns(columns.length)) : ui.tables.columns}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={panel.panel} aria-label={ui.tables.columns}>
        <div className={panel.choices}>
          {columns.map((column) => (
            <Checkbox
              key={column.at}
              size="xs"
              label={column.title}
              checked={!hidden.has(column.at)}
              onChange={() => toggle(column.at)}
            />
          ))}
        </div>
        {hidden.size > 0 && (
          <Button look="quiet" size="small" onClick={() => onHide(new Set())}>
            {ui.tables.showAllColumns}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

function countWords(
  { matching, of, complete }: NonNullable<TableFootProps['rows']>,
  { tables, count, common }: Words['ui'],
): string {
  if (matching === of) return complete ? count.rows(of) : tables.firstRows(of);
  return complete
    ? common.partOf(formatCount(matching), count.rows(of))
    : tables.ofFirstRows(formatCount(matching), of);
}

function filterWords(filter: ResultFilter, column: ShownColumn, { tables, common }: Words['ui']): string {
  const text = (cell: Parameters<ShownColumn['text']>[0]) => (cell === null ? common.emptyCell : column.text(cell));
  switch (filter.type) {
    case 'contains':
      return tables.filterText(column.title, filter.text);
    case 'in':
      return tables.filterValues(column.title, filter.values.map(text));
    case 'empty':
      return `${column.title}: ${filter.empty ? common.emptyCell : tables.notEmpty}`;
    case 'range':
      if (filter.from === null) return `${column.title} ≤ ${text(filter.to)}`;
      return filter.to === null
        ? `${column.title} ≥ ${text(filter.from)}`
        : `${column.title}: ${common.fromTo(text(filter.from), text(filter.to))}`;
  }
}
