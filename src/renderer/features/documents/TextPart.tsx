import { useRef } from 'react';
import type { Document, DocumentLine } from '#contract';
import { Failure, formatCount, Skeleton, useWords } from '../../ui';
import styles from './Source.module.css';
import { covered, POINTED, useLines } from './use-lines';

/** Lines that somebody numbers when they speak of them; those of a letter are only where its text happens to break. */
const NUMBERED = new Set<Document['kind']>(['text', 'markdown', 'code']);
const LINE = 20;

export interface PartProps {
  document: Document;
  part: number;
  /** The line to begin at, from 0. */
  line: number;
  /** What to point out, as offsets into the document's text. */
  mark: { start: number; end: number } | null;
}

/** A document as lines of text: never more of them in the page than are in view. */
export function TextPart({ document, part, line, mark }: PartProps) {
  const { ui } = useWords();
  const scroller = useRef<HTMLElement>(null);
  const { rows, items, total, lineAt, error } = useLines({
    documentId: document.id,
    part,
    line,
    mark,
    scroller,
    lineHeight: LINE,
  });
  const numbered = NUMBERED.has(document.kind);
  const digits = formatCount(total ?? 0).length;
  return (
    <section ref={scroller} className={styles.text} aria-label={ui.documents.textOf(document.name)} tabIndex={0}>
      {error && <Failure error={error} />}
      {total === null && !error && <Skeleton label={ui.documents.loadingText} widths={[70, 100, 95, 100, 60]} />}
      <div className={numbered ? styles.mono : styles.prose} style={{ height: rows.getTotalSize() }}>
        {items.map((item) => {
          const known = lineAt(item.index);
          return (
            <div
              key={item.key}
              ref={rows.measureElement}
              data-index={item.index}
              className={styles.line}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {numbered && (
                <span className={styles.gutter} style={{ width: `${digits + 1}ch` }} aria-hidden="true">
                  {known?.number === undefined || known.number === null ? '' : formatCount(known.number)}
                </span>
              )}
              <span className={styles.words}>{known ? <Words line={known} mark={mark} /> : ' '}</span>
            </div>
          );
        })}
      </div>
    </section>
  );
}

function Words({ line, mark }: { line: DocumentLine; mark: PartProps['mark'] }) {
  const piece = covered(line, mark);
  if (!piece) return <>{line.text || ' '}</>;
  return (
    <>
      {line.text.slice(0, piece.from)}
      <mark className={styles.mark} {...POINTED}>
        {line.text.slice(piece.from, piece.to)}
      </mark>
      {line.text.slice(piece.to)}
    </>
  );
}
