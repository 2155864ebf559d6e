import type { ColumnProfile } from '#contract';
import { numberText, readAsWords, type Words } from '#words';
import { formatCount, rangeOf, useWords } from '../../ui';
import styles from './Datasets.module.css';

type ColumnWords = Words['ui']['datasets'];

function typeOf(column: ColumnProfile, words: ColumnWords): string {
  if (column.unit?.kind === 'currency') return words.money(column.unit.code);
  if (column.unit?.kind === 'percent') return words.percent;
  const type = words.types[column.type];
  return column.role === 'id' ? words.identifies(type) : type;
}

/** One line a column: what it is, what is missing, what it spans. */
export function ColumnTable({ columns, rows }: { columns: readonly ColumnProfile[]; rows: number }) {
  const words = useWords();
  return (
    <section className={styles.columns} aria-label={words.ui.datasets.columns} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.ui.datasets.column}</th>
            <th scope="col">{words.ui.datasets.type}</th>
            <th scope="col" className={styles.number}>
              {words.ui.datasets.empty}
            </th>
            <th scope="col" className={`${styles.number} ${styles.different}`}>
              {words.ui.datasets.different}
            </th>
            <th scope="col">{words.ui.datasets.values}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column.name}>
              <th scope="row" title={column.name}>
                {column.name}
              </th>
              <td title={readAsWords(words, column.readAs) || undefined}>{typeOf(column, words.ui.datasets)}</td>
              <td className={styles.number}>
                <Empty cells={column.nulls + (column.odd?.count ?? 0)} rows={rows} />
              </td>
              <td className={`${styles.number} ${styles.different}`}>{distinctText(column, words.ui.datasets)}</td>
              <td
                className={styles.values}
                title={words.ui.datasets.differentOf(distinctText(column, words.ui.datasets), rangeOf(column))}
              >
                {rangeOf(column)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Estimates are never shown as if they were counted. */
const distinctText = ({ distinct, distinctExact }: ColumnProfile, words: ColumnWords): string =>
  distinctExact ? formatCount(distinct) : words.about(formatCount(distinct));

/** Cells that read as empty: those without anything, and those whose value does not fit. */
function Empty({ cells, rows }: { cells: number; rows: number }) {
  if (cells === 0) return <span className={styles.zero}>0</span>;
  return `${formatCount(cells)} (${share(cells, rows)})`;
}

function share(part: number, whole: number): string {
  if (whole === 0) return '0 %';
  const percent = (100 * part) / whole;
  return percent < 0.1 ? `<${numberText(0.1)} %` : `${percentText(percent)} %`;
}

function percentText(percent: number): string {
  const digits = percent < 10 ? 1 : 0;
  return numberText(percent, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
