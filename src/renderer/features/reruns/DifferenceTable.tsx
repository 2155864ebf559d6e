import type { Cell, ComparedColumn, RowDifference, TableDifferences } from '#contract';
import type { FigureShow } from '#contract/headline';
import { type Words, writtenCell, writtenChange } from '#words';
import { formatCount, useWords } from '../../ui';
import styles from './Reruns.module.css';

const ROWS_AT_MOST = 200;

/** What the two sides are called, and what the states of rows. */
export type DifferenceWording = Pick<Words['ui']['reruns'], 'before' | 'now' | 'change' | 'state' | 'states'> & {
  rows: Words['rerun']['rows'];
};

interface DifferenceTableProps {
  differences: TableDifferences;
  onlyChanged: boolean;
  /** Of a rerun, where it is not said. */
  wording?: DifferenceWording;
}

/** Two results as one table: each value before, now, and by how much it changed. */
export function DifferenceTable({ differences, onlyChanged, wording }: DifferenceTableProps) {
  const words = useWords();
  const { reruns } = words.ui;
  const says = wording ?? { ...reruns, rows: words.rerun.rows };
  const { columns, counts } = differences;
  const keys = places(columns, ({ key }) => key);
  const values = places(columns, ({ key }) => !key);
  const rows = differences.rows.filter(({ state }) => !onlyChanged || state !== 'same');
  const summary = says.rows(counts);
  return (
    <>
      <p className={styles.summary}>
        {summary}
        {differences.reordered && ` · ${reruns.reordered}`}
      </p>
      {rows.length > 0 && (
        <section className={styles.scroller} aria-label={summary} tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col" rowSpan={2}>
                  {says.state}
                </th>
                {keys.map(({ column, at }) => (
                  <th key={at} scope="col" rowSpan={2}>
                    {titleOf(column)}
                  </th>
                ))}
                {values.map(({ column, at }) => (
                  <th key={at} scope="colgroup" colSpan={3} className={styles.values}>
                    {titleOf(column)}
                  </th>
                ))}
              </tr>
              <tr>
                {values.map(({ at }) =>
                  [says.before, says.now, says.change].map((title) => (
                    <th key={`${at} ${title}`} scope="col" className={styles.number}>
                      {title}
                    </th>
                  )),
                )}
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, ROWS_AT_MOST).map((row) => (
                <Row
                  key={`${row.places.before} ${row.places.after}`}
                  row={row}
                  keys={keys}
                  values={values}
                  states={says.states}
                />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {rows.length > ROWS_AT_MOST && (
        <p className={styles.summary}>{reruns.firstRows(formatCount(ROWS_AT_MOST), formatCount(rows.length))}</p>
      )}
    </>
  );
}

interface Placed {
  column: ComparedColumn;
  at: number;
}

const places = (columns: readonly ComparedColumn[], fits: (column: ComparedColumn) => boolean): Placed[] =>
  columns.flatMap((column, at) => (fits(column) ? [{ column, at }] : []));

const titleOf = ({ name }: ComparedColumn): string => name.replaceAll('_', ' ');

interface RowProps {
  row: RowDifference;
  keys: readonly Placed[];
  values: readonly Placed[];
  states: DifferenceWording['states'];
}

function Row({ row, keys, values, states }: RowProps) {
  const words = useWords();
  const { state, before, after } = row;
  const cell = (cells: readonly Cell[] | null, { at, column }: Placed) =>
    cells === null || column.only === (cells === before ? 'after' : 'before')
      ? ''
      : writtenCell(cells[at] ?? null, (cells === before && column.showBefore) || column.show, words.figure);
  return (
    <tr data-state={state}>
      <td>
        <span className={`${styles.mark} ${styles[state]}`}>{states[state]}</span>
      </td>
      {keys.map((key) => (
        <th key={key.at} scope="row">
          {cell(after ?? before, key)}
        </th>
      ))}
      {values.map((value) => {
        const change = row.changes.find(({ column }) => column === value.at);
        return [
          <td key={`${value.at} before`} className={styles.number}>
            {cell(before, value)}
          </td>,
          <td key={`${value.at} now`} className={`${styles.number} ${change ? styles.differs : ''}`}>
            {cell(after, value)}
          </td>,
          <td key={`${value.at} change`} className={styles.number}>
            {change && changeText(change, value.column, words)}
          </td>,
        ];
      })}
    </tr>
  );
}

function changeText(
  { by, share }: RowDifference['changes'][number],
  { show, incomparable }: ComparedColumn,
  { figure, ui }: Words,
): string {
  if (by === null) return incomparable === 'unit' ? ui.reruns.otherUnit : ui.reruns.differs;
  const absolute = writtenChange(by, show.as === 'percent' ? { as: 'points' } : show, figure);
  return share === null || show.as === 'percent' ? absolute : `${absolute} (${writtenChange(share, PERCENT, figure)})`;
}

const PERCENT: FigureShow = { as: 'percent', decimals: 1 };
