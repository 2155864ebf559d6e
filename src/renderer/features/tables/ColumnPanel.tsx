import { useQuery } from '@tanstack/react-query';
import { ArrowDown, ArrowUp, EyeOff } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { Cell, ColumnDetails, ResultFilter, ResultView } from '#contract';
import { numberRead, numberText, numberTyped } from '#words';
import { keys, useClient } from '../../bridge';
import { Button, Failure, formatCount, Skeleton, TextField, useWords } from '../../ui';
import { Histogram } from './Histogram';
import styles from './Panel.module.css';
import type { ShownColumn } from './shown-columns';

interface ColumnPanelProps {
  column: ShownColumn;
  /** What is shown now. */
  view: ResultView;
  onSort(descending: boolean): void;
  /** Null where it is the last one. */
  onHide: (() => void) | null;
  /** The filters of this column, in place of those there were. */
  onFilter(filters: ResultFilter[]): void;
}

/** What can be done with a column, and what is in it: of the rows that the filters of other columns let through. */
export function ColumnPanel({ column, view, onSort, onHide, onFilter }: ColumnPanelProps) {
  const { ui } = useWords();
  const client = useClient();
  const own = view.filters.filter((filter) => filter.column === column.at);
  const { resultId, pivot } = view;
  const asked = {
    resultId,
    ...(pivot ? { pivot } : {}),
    filters: view.filters.filter((filter) => filter.column !== column.at),
    whole: view.whole,
    column: column.at,
  };
  const { data, error, refetch } = useQuery({
    queryKey: keys.resultColumn(asked),
    queryFn: () => client.results.column(asked),
  });
  return (
    <>
      <div className={styles.actions}>
        <Button look="quiet" size="small" icon={<ArrowUp size={13} />} onClick={() => onSort(false)} data-autofocus>
          {ui.tables.sortUp}
        </Button>
        <Button look="quiet" size="small" icon={<ArrowDown size={13} />} onClick={() => onSort(true)}>
          {ui.tables.sortDown}
        </Button>
        <Button
          look="quiet"
          size="small"
          icon={<EyeOff size={13} />}
          disabled={onHide === null}
          onClick={() => onHide?.()}
        >
          {ui.tables.hide}
        </Button>
      </div>
      <FilterForm column={column} filters={own} onFilter={onFilter} />
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label={ui.tables.looking} widths={[100, 80, 90]} />}
      {data && <Details column={column} details={data} filters={own} onFilter={onFilter} />}
    </>
  );
}

type FilterProps = Pick<ColumnPanelProps, 'column' | 'onFilter'> & { filters: readonly ResultFilter[] };

function FilterForm({ column, filters, onFilter }: FilterProps) {
  const { ui } = useWords();
  const contains = filters.find((filter) => filter.type === 'contains');
  const range = filters.find((filter) => filter.type === 'range');
  const [text, setText] = useState(contains?.text ?? '');
  const { at, type } = column;
  const [from, setFrom] = useState(boundText(range?.from ?? null, type));
  const [to, setTo] = useState(boundText(range?.to ?? null, type));
  if (type === 'boolean') return null;
  const others = filters.filter((filter) => filter.type === 'in' || filter.type === 'empty');
  const apply = (event: FormEvent) => {
    event.preventDefault();
    if (type === 'text')
      return onFilter(text.trim() === '' ? others : [...others, { type: 'contains', column: at, text: text.trim() }]);
    const [first, last] = [bound(from, type), bound(to, type)];
    if (first === undefined || last === undefined) return;
    const within = { type: 'range' as const, column: at, from: first, to: last };
    onFilter(first === null && last === null ? others : [...others, within]);
  };
  const problemOf = (text: string) =>
    bound(text, type) === undefined ? ui.tables.notNumber(numberText(1234.5)) : null;
  return (
    <form className={styles.filter} onSubmit={apply}>
      {type === 'text' ? (
        <TextField label={ui.tables.contains} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      ) : (
        <>
          <TextField
            label={ui.tables.from}
            value={from}
            problem={problemOf(from)}
            {...entry(type)}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <TextField
            label={ui.tables.to}
            value={to}
            problem={problemOf(to)}
            {...entry(type)}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
        </>
      )}
      <Button type="submit" size="small">
        {ui.tables.filter}
      </Button>
    </form>
  );
}

/** As the field of the browser hands it over, or the number that was typed; undefined where it is none. */
function bound(text: string, type: ShownColumn['type']): Cell | undefined {
  if (text.trim() === '') return null;
  return isNumeric(type) ? (numberRead(text) ?? undefined) : text.trim();
}

const boundText = (cell: Cell, type: ShownColumn['type']): string =>
  cell !== null && isNumeric(type) ? numberTyped(String(cell)) : String(cell ?? '');

const isNumeric = (type: ShownColumn['type']): boolean => ['integer', 'decimal', 'float'].includes(type);

function entry(type: ShownColumn['type']): { type?: string; step?: string; inputMode?: 'decimal' } {
  if (type === 'date') return { type: 'date' };
  if (type === 'timestamp') return { type: 'datetime-local', step: '1' };
  return type === 'time' ? { type: 'time', step: '1' } : { inputMode: 'decimal' };
}

function Details({ column, details, filters, onFilter }: FilterProps & { details: ColumnDetails }) {
  const { ui } = useWords();
  const { rows, empty, distinct, min, max, mean, median, histogram, top } = details;
  const text = (cell: Cell) => (cell === null ? ui.common.emptyCell : column.text(cell));
  const chosen = filters.find((filter) => filter.type === 'in')?.values ?? [];
  const toggle = (value: Cell) => {
    const values = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
    const others = filters.filter((filter) => filter.type !== 'in');
    onFilter(values.length === 0 ? others : [...others, { type: 'in', column: column.at, values }]);
  };
  const figures: [string, string][] = [
    [ui.tables.rows, formatCount(rows)],
    [ui.tables.empty, empty === 0 ? ui.tables.noneEmpty : `${formatCount(empty)} (${share(empty, rows)})`],
    [ui.tables.distinct, formatCount(distinct)],
    ...(min !== null && column.type !== 'boolean' ? [[ui.tables.smallest, text(min)] as [string, string]] : []),
    ...(max !== null && column.type !== 'boolean' ? [[ui.tables.largest, text(max)] as [string, string]] : []),
    ...(mean !== null && column.numeric ? [[ui.tables.mean, column.text(rounded(mean))] as [string, string]] : []),
    ...(median !== null && column.numeric
      ? [[ui.tables.median, column.text(rounded(median))] as [string, string]]
      : []),
  ];
  return (
    <>
      {histogram.length > 0 && <Histogram bins={histogram} text={text} />}
      <dl className={styles.figures}>
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd title={value}>{value}</dd>
          </div>
        ))}
      </dl>
      {top.length > 0 && distinct < rows && (
        <fieldset className={styles.top}>
          <legend>{ui.tables.mostFrequent}</legend>
          {top.map(({ value, count }) => (
            <label key={JSON.stringify(value)}>
              <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
              <span title={text(value)}>{text(value)}</span>
              <i style={{ width: `${Math.max(2, (count / (top[0]?.count ?? 1)) * 60)}px` }} />
              <b>{formatCount(count)}</b>
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}

/** A mean has no more digits than say something. */
const rounded = (value: number): number => Number(value.toPrecision(6));

const share = (part: number, whole: number): string =>
  `${numberText((part / whole) * 100, { maximumSignificantDigits: 2 })} %`;
