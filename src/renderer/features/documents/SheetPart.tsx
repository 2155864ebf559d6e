import { useRef } from 'react';
import type { DocumentLine } from '#contract';
import { Failure, formatCount, Skeleton, useWords } from '../../ui';
import styles from './Source.module.css';
import type { PartProps } from './TextPart';
import { covered, POINTED, useLines } from './use-lines';

const ROW = 26;
const COLUMNS_AT_MOST = 100;
const NUMBER = /^-?\d[\d,]*(?:\.\d+)?%?$/;

/** A sheet as the table it is; columns are lettered as spreadsheets do. */
export function SheetPart({ document, part, line, mark }: PartProps) {
  const { ui } = useWords();
  const scroller = useRef<HTMLElement>(null);
  const { rows, items, total, lineAt, error } = useLines({
    documentId: document.id,
    part,
    line,
    mark,
    scroller,
    lineHeight: ROW,
  });
  const shown = items.map((item) => ({ item, row: lineAt(item.index) }));
  const widest = Math.max(1, ...shown.map(({ row }) => row?.text.split('\t').length ?? 0));
  const columns = Math.min(COLUMNS_AT_MOST, widest);
  const before = items[0]?.start ?? 0;
  const after = rows.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <section ref={scroller} className={styles.text} aria-label={ui.documents.sheetOf(document.name)} tabIndex={0}>
      {error && <Failure error={error} />}
      {total === null && !error && <Skeleton label={ui.documents.loadingSheet} widths={[100, 100, 100]} />}
      {total !== null && (
        <table className={styles.sheet} aria-rowcount={total + 1}>
          <thead>
            <tr>
              <th scope="col">
                <span className={styles.hidden}>{ui.documents.row}</span>
              </th>
              {Array.from({ length: columns }, (_, index) => (
                <th key={index} scope="col">
                  {letters(index)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {before > 0 && <tr aria-hidden="true" style={{ height: before }} />}
            {shown.map(({ item, row }) => (
              <tr key={item.key} aria-rowindex={item.index + 2}>
                <th scope="row">{row?.number ? formatCount(row.number) : ''}</th>
                {row && <Cells row={row} columns={columns} mark={mark} />}
              </tr>
            ))}
            {after > 0 && <tr aria-hidden="true" style={{ height: after }} />}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Cells({ row, columns, mark }: { row: DocumentLine; columns: number; mark: PartProps['mark'] }) {
  let at = row.start;
  return row.text
    .split('\t')
    .slice(0, columns)
    .map((text, index) => {
      const marked = covered({ number: null, start: at, text }, mark) !== null;
      at += text.length + 1;
      const classes = [NUMBER.test(text) ? styles.figure : '', marked ? styles.markedCell : ''];
      return (
        <td
          key={index}
          className={classes.join(' ')}
          title={text}
          aria-current={marked ? 'true' : undefined}
          {...(marked ? POINTED : {})}
        >
          {text}
        </td>
      );
    });
}

/** A, B … Z, AA, AB … */
function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}
