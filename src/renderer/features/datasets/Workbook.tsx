import type { ReactNode } from 'react';
import type { Dataset, DatasetId } from '#contract';
import { sheetParts } from '#contract/conventions';
import { Button, formatBytes, useWords } from '../../ui';
import styles from './Workbook.module.css';

interface WorkbookProps {
  /** The sheets of one file that are attached. */
  sheets: readonly Dataset[];
  onRemove(...ids: DatasetId[]): void;
  /** A card for each of them. */
  children: ReactNode;
}

/** Several sheets of a workbook: its name once, above them, and the way to let go of all at once. */
export function Workbook({ sheets, onRemove, children }: WorkbookProps) {
  const { ui } = useWords();
  const [{ name, bytes } = { name: '', bytes: 0 }] = sheets;
  const { file } = sheetParts(name);
  return (
    <>
      <div className={styles.workbook}>
        <b title={file}>{file}</b>
        <span>
          {ui.datasets.sheets(sheets.length)} · {formatBytes(bytes)}
        </span>
        <Button
          look="quiet"
          size="small"
          aria-label={ui.datasets.removeSheets(file)}
          onClick={() => onRemove(...sheets.map((one) => one.id))}
        >
          {ui.datasets.removeAll}
        </Button>
      </div>
      {children}
    </>
  );
}
