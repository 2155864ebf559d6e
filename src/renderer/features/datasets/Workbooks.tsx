import type { Dataset, DatasetId } from '#contract';
import { sheetParts } from '#contract/conventions';
import { Button } from '../../ui';
import styles from './Workbooks.module.css';

interface WorkbooksProps {
  datasets: readonly Dataset[];
  onRemove(...ids: DatasetId[]): void;
}

/** A line for each workbook of which several sheets are attached, to let go of all of them at once. */
export function Workbooks({ datasets, onRemove }: WorkbooksProps) {
  const sheets = datasets.filter((one) => sheetParts(one.name).sheet !== null);
  const workbooks = [...Map.groupBy(sheets, (one) => one.fileId)].filter(([, own]) => own.length > 1);
  return workbooks.map(([fileId, own]) => {
    const { file } = sheetParts(own[0]?.name ?? '');
    return (
      <div key={fileId} className={styles.workbook}>
        <b title={file}>{file}</b>
        <span>{own.length} sheets, each a table of its own</span>
        <Button
          look="quiet"
          size="small"
          aria-label={`Remove all sheets of ${file}`}
          onClick={() => onRemove(...own.map((one) => one.id))}
        >
          Remove all
        </Button>
      </div>
    );
  });
}
