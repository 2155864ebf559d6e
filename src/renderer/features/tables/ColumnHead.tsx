import { Popover } from '@mantine/core';
import { ArrowDown, ArrowUp, ChevronDown, Filter } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useFocusBack, useWords } from '../../ui';
import panel from './Panel.module.css';
import type { ShownColumn } from './shown-columns';
import styles from './Tables.module.css';

interface ColumnHeadProps {
  column: ShownColumn;
  sorted: 'ascending' | 'descending' | 'none';
  filtered: boolean;
  open: boolean;
  onSort(): void;
  onOpen(open: boolean): void;
  /** What the menu of the column holds. */
  children: ReactNode;
}

/** The title of a column: a click sorts by it, the mark beside it opens what else can be done and seen. */
export function ColumnHead({ column, sorted, filtered, open, onSort, onOpen, children }: ColumnHeadProps) {
  const { ui } = useWords();
  const opener = useRef<HTMLButtonElement>(null);
  const { title } = column;
  const close = () => onOpen(false);
  useFocusBack(open, opener);
  return (
    <span className={styles.head}>
      <button type="button" className={styles.title} title={ui.tables.sortBy(title)} onClick={onSort}>
        <span>{title}</span>
        {sorted === 'ascending' && <ArrowUp size={12} aria-hidden="true" />}
        {sorted === 'descending' && <ArrowDown size={12} aria-hidden="true" />}
      </button>
      {open ? (
        <Popover
          opened
          onClose={close}
          onDismiss={close}
          position="bottom-end"
          width={290}
          trapFocus
          withinPortal
          withRoles={false}
          shadow="none"
        >
          <Popover.Target>
            <span className={styles.target} />
          </Popover.Target>
          <Popover.Dropdown className={panel.panel} role="dialog" aria-label={ui.tables.columnOf(title)}>
            {children}
          </Popover.Dropdown>
        </Popover>
      ) : null}
      <button
        ref={opener}
        type="button"
        className={styles.opener}
        aria-label={ui.tables.filterOf(title)}
        aria-haspopup="dialog"
        aria-expanded={open}
        data-filtered={filtered || undefined}
        // The panel closes at what is pressed outside; here it would open again.
        onPointerDown={(event) => open && event.stopPropagation()}
        onClick={() => (open ? close() : onOpen(true))}
      >
        {filtered ? <Filter size={12} aria-hidden="true" /> : <ChevronDown size={12} aria-hidden="true" />}
      </button>
    </span>
  );
}
