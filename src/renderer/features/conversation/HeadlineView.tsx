import { Fragment, type ReactNode } from 'react';
import type { NumberSource } from '#contract';
import type { Headline, HeadlineFigure } from '#contract/headline';
import { groupText, type HeadlineWriter, outputName, writtenCell, writtenChange } from '#words';
import { COPIED, useAnswerNames, useThreadActions, useWords } from '../../ui';
import { Differing } from './Markdown';
import styles from './Markdown.module.css';

interface HeadlineViewProps {
  headline: Headline;
  /** Where the figures come from, as far as that was found. */
  numbers: readonly NumberSource[];
  /** Those of them that other answers to the same question do not have. */
  differing: readonly NumberSource[];
}

/** A figure or a name in the sentence: what stands for it there, and what is drawn. */
interface Piece {
  text: string;
  figure: HeadlineFigure | null;
}

// Signs that no text has stand around the number of a piece while the sentence is made.
const [OPEN, CLOSE] = ['\ue000', '\ue001'];
const PIECES = new RegExp(`${OPEN}(\\d+)${CLOSE}`);

/** What an answer says first, in the words of the window; its figures lead to the cells they are. */
export function HeadlineView({ headline, numbers, differing }: HeadlineViewProps) {
  const words = useWords();
  const names = useAnswerNames();
  const pieces: Piece[] = [];
  const mark = (text: string, figure: HeadlineFigure | null): string =>
    `${OPEN}${pieces.push({ text, figure }) - 1}${CLOSE}`;
  const write: HeadlineWriter = {
    output: (name) => outputName(name, names, words),
    value: (figure) => mark(writtenCell(figure.cell, figure.show, words.figure), figure),
    change: (figure) => mark(writtenChange(figure.cell, figure.show, words.figure), figure),
    group: (figures) => figures.map((figure) => mark(groupText(figure, words.figure), null)).join(', '),
  };
  const [before = '', ...rest] = words.headline(headline, write).split(PIECES);
  return (
    <div className={styles.markdown}>
      <p>
        {before}
        {rest.map((number, at) => {
          const piece = pieces[Number(number)];
          // What stands at even places is the number of a piece, and the text behind it follows.
          if (at % 2 === 1 || !piece) return null;
          const after = rest[at + 1] ?? '';
          const marks = /^[.,;:)]+/.exec(after)?.[0] ?? '';
          return (
            <Fragment key={at}>
              {/* The full stop after a number stays on its line. */}
              <span className={piece.figure ? styles.kept : undefined}>
                {drawn(piece, numbers, differing)}
                {marks}
              </span>
              {after.slice(marks.length)}
            </Fragment>
          );
        })}
      </p>
    </div>
  );
}

function drawn(
  { text, figure }: Piece,
  numbers: readonly NumberSource[],
  differing: readonly NumberSource[],
): ReactNode {
  if (figure === null) return <strong>{text}</strong>;
  const isOf = ({ row, column }: NumberSource) => row === figure.row && column === figure.column;
  const shown = differing.some(isOf) ? <Differing>{text}</Differing> : text;
  const resultId = numbers[0]?.resultId;
  if (resultId === undefined || figure.row === null || figure.column === null) return shown;
  return (
    <FigureLink resultId={resultId} row={figure.row} column={figure.column}>
      {shown}
    </FigureLink>
  );
}

interface FigureLinkProps extends Pick<NumberSource, 'resultId' | 'row' | 'column'> {
  children: ReactNode;
}

function FigureLink({ resultId, row, column, children }: FigureLinkProps) {
  const { ui } = useWords();
  const { showResult } = useThreadActions();
  return (
    <button
      type="button"
      className={styles.number}
      {...COPIED}
      title={ui.conversation.whereFrom}
      onClick={() => showResult({ resultId, cell: { row, column } })}
    >
      {children}
    </button>
  );
}
