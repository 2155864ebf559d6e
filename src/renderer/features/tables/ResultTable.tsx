import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import type { ResultPivot, ResultView } from '#contract';
import { keys, useClient } from '../../bridge';
import {
  copiedAs,
  Failure,
  LeadButton,
  type ResultTableProps,
  Skeleton,
  useCopiedAs,
  useNear,
  useWords,
} from '../../ui';
import { ColumnHead } from './ColumnHead';
import { ColumnPanel } from './ColumnPanel';
import { ResultGrid } from './ResultGrid';
import type { Selection } from './selection';
import { hiddenAtFirst, pivotOf, type ShownColumn, shownColumns } from './shown-columns';
import { TableFoot } from './TableFoot';
import styles from './Tables.module.css';
import { useResultRows } from './use-result-rows';
import { useTaking } from './use-taking';

/** Of longer results not all values that would stand across are known. */
const PIVOTED_AT_MOST = 500;
const ACROSS_AT_MOST = 6;

/** Before a table was in view, it takes the room of its rows. */
const ROW_HEIGHT = 28;
const USUAL_HEIGHT = 320;
const READ_MS = 10_000;

type NearProps = ResultTableProps & { near: boolean };

/** All rows of a result in their place: sorted, filtered, marked, copied, saved. It is read when it comes near the view. */
export function ResultTable(props: ResultTableProps) {
  const place = useRef<HTMLDivElement>(null);
  const near = useNear(place);
  const [seen, setSeen] = useState(false);
  if (near && !seen) setSeen(true);
  useCopiedAs(place, async () => {
    setSeen(true);
    // What was never in view is read for this.
    for (const began = performance.now(); performance.now() - began < READ_MS; await nextMoment()) {
      const rows = place.current?.querySelector('[data-rows]');
      const own = rows && copiedAs(rows);
      if (own) return own();
    }
    return '';
  });
  const height = Math.min(USUAL_HEIGHT, (props.result.rowCount + 1) * ROW_HEIGHT) + ROW_HEIGHT;
  return (
    <div ref={place} style={seen ? undefined : { minHeight: height }}>
      {seen && <Shaped {...props} near={near} />}
    </div>
  );
}

const nextMoment = () => new Promise((resolve) => setTimeout(resolve, 20));

function Shaped(props: NearProps) {
  const { ui } = useWords();
  const { result, about, query } = props;
  const client = useClient();
  const wanted = about && query && result.rowCount <= PIVOTED_AT_MOST ? pivotOf(about, query) : null;
  const view = { resultId: result.id, ...(wanted ? { pivot: wanted } : {}) };
  // Whether two groupings can stand side by side is known from how many columns that makes.
  const { data, isPending } = useQuery({
    queryKey: keys.resultShape(view),
    queryFn: async () => (await client.results.page({ ...view, offset: 0, limit: 1 })).columns.length - 1,
    enabled: wanted !== null,
    retry: false,
  });
  if (wanted && isPending) return <Skeleton label={ui.tables.loading} widths={[100, 100, 100]} height={20} />;
  return <Rows {...props} pivot={wanted && data !== undefined && data <= ACROSS_AT_MOST ? wanted : null} />;
}

type RowsProps = NearProps & { pivot: ResultPivot | null };

function Rows({ marked = null, maxHeight = 320, ...props }: RowsProps) {
  const { ui } = useWords();
  const { result, pivot, name } = props;
  const frame = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<ResultView>(() => firstView(result.id, pivot));
  const [selection, setSelection] = useState<Selection | null>(null);
  const [open, setOpen] = useState<number | null>(null);
  const { head, error, retry, waiting, rowAt, lengthAt, setRange } = useResultRows(view);
  const { columns, shown, hidden, hide } = useColumns(props, head);
  const count = head?.matching ?? 0;
  const taking = useTaking({ view, columns: shown, count, selection, name });
  useCopiedAs(frame, taking.asHtml);
  if (error && !head) return <Failure error={error} onRetry={retry} />;
  if (!head) return <Skeleton label={ui.tables.loading} widths={[100, 100, 100]} height={20} />;

  const change = (next: Partial<ResultView>) => {
    setSelection(null);
    setView((current) => ({ ...current, ...next }));
  };
  const changeColumns = (next: Set<number>) => {
    setSelection(null);
    setOpen(null);
    hide(next);
  };
  const sortBy = (column: number, descending: boolean) => change({ sort: [{ column, descending }] });
  const columnHead = (column: ShownColumn) => {
    const { at } = column;
    const sorted = sortOf(view, at);
    return (
      <ColumnHead
        column={column}
        sorted={sorted}
        filtered={view.filters.some((filter) => filter.column === at)}
        open={open === at}
        onSort={() => (sorted === 'descending' ? change({ sort: [] }) : sortBy(at, sorted === 'ascending'))}
        onOpen={(opened) => setOpen(opened ? at : null)}
      >
        <ColumnPanel
          column={column}
          view={view}
          onSort={(descending) => sortBy(at, descending)}
          onHide={shown.length > 1 ? () => changeColumns(new Set([...hidden, at])) : null}
          onFilter={(own) => change({ filters: [...view.filters.filter((filter) => filter.column !== at), ...own] })}
        />
      </ColumnHead>
    );
  };
  return (
    <div ref={frame} className={styles.frame} data-rows="">
      <ResultGrid
        label={ui.tables.result}
        near={props.near}
        columns={shown}
        count={count}
        rowAt={rowAt}
        lengthAt={lengthAt}
        onRange={setRange}
        sortOf={({ at }) => sortOf(view, at)}
        selection={selection}
        onSelect={setSelection}
        onCopy={taking.copyMarked}
        order={JSON.stringify([view.sort, view.filters])}
        marked={view.sort.length === 0 && view.filters.length === 0 ? marked : null}
        waiting={waiting}
        maxHeight={maxHeight}
        head={columnHead}
      />
      {count === 0 && <p className={styles.none}>{ui.tables.noRow}</p>}
      {error && <Failure error={error} onRetry={retry} />}
      <TableFoot
        rows={head}
        columns={columns}
        hidden={hidden}
        filters={view.filters}
        onHide={changeColumns}
        onFilter={(filters) => change({ filters })}
        copy={taking.copy}
        onSave={taking.save}
        resultId={result.id}
      >
        {result.truncated && !head.complete && !view.whole && (
          <LeadButton onClick={() => change({ whole: true })}>{ui.tables.loadAll}</LeadButton>
        )}
      </TableFoot>
    </div>
  );
}

const firstView = (resultId: ResultView['resultId'], pivot: ResultPivot | null): ResultView => ({
  resultId,
  ...(pivot ? { pivot } : {}),
  sort: [],
  filters: [],
  whole: false,
});

function sortOf({ sort: [first] }: ResultView, column: number): 'ascending' | 'descending' | 'none' {
  if (first?.column !== column) return 'none';
  return first.descending ? 'descending' : 'ascending';
}

/** The columns there are, and those of them that are shown. */
function useColumns({ about, titles, query, pivot }: RowsProps, head: ReturnType<typeof useResultRows>['head']) {
  const words = useWords();
  const [chosen, hide] = useState<Set<number> | null>(null);
  const columns = useMemo(
    () => (head ? shownColumns({ columns: head.columns, about, titles, pivot, rows: head.rows, words }) : []),
    [head, about, titles, pivot, words],
  );
  const hidden = useMemo(
    () => chosen ?? (pivot ? new Set<number>() : hiddenAtFirst(columns.length, about, query ?? null)),
    [chosen, pivot, columns.length, about, query],
  );
  const shown = useMemo(() => columns.filter(({ at }) => !hidden.has(at)), [columns, hidden]);
  return { columns, shown, hidden, hide };
}
