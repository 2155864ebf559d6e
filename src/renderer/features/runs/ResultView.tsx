import { useState } from 'react';
import type { ResultSummary } from '#contract';
import { Button, formatCount, type ResultTarget, useThreadActions, useWords } from '../../ui';
import styles from './Runs.module.css';

interface ResultViewProps {
  result: ResultSummary;
  marked: ResultTarget | null;
  /** Where its rows came from. */
  source?: 'query' | 'code';
  open?: boolean;
}

/** The rows of a result, folded away until they are wanted; what leads here unfolds them, a number at its cell. */
export function ResultView({ result, marked, source = 'query', open: openAtFirst = false }: ResultViewProps) {
  const { ui, code } = useWords();
  const { ResultTable, Pin } = useThreadActions();
  const [open, setOpen] = useState(openAtFirst || marked !== null);
  const [before, setBefore] = useState(marked);
  if (marked !== before) {
    setBefore(marked);
    if (marked) setOpen(true);
  }
  return (
    <div className={styles.result}>
      <Button look="quiet" size="small" data-unfolds="" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? ui.runs.hideRows : ui.runs.showRows}
      </Button>
      {result.truncated && (
        <span className={styles.cut}>
          {(source === 'code' ? code : ui.runs).firstRows(formatCount(result.rowCount))}
        </span>
      )}
      {marked?.cell && (
        <Pin target={{ kind: 'figure', resultId: result.id, ...marked.cell }} label={ui.runs.pinFigure} />
      )}
      {open && <ResultTable result={result} marked={marked?.cell ?? null} maxHeight={280} name={ui.runs.result} />}
    </div>
  );
}
