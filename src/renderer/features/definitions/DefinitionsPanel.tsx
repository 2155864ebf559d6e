import { RotateCcw } from 'lucide-react';
import type { DatasetId, ThreadId } from '#contract';
import type { DatasetDefinitions } from '#contract/definitions';
import { Button, Failure, Skeleton, useWords } from '../../ui';
import { type ConditionChips, ConditionList } from './ConditionList';
import styles from './Definitions.module.css';
import { FieldTable } from './FieldTable';
import { MeasureList } from './MeasureList';
import { RelationList } from './RelationList';
import { tablesOf, useEdits, useThreadDefinitions } from './use-definitions';

interface DefinitionsPanelProps {
  threadId: ThreadId;
  datasetId: DatasetId;
  Chips: ConditionChips;
}

/** What the columns of a dataset mean: found in it, changed by the analyst, and held for the next file of its shape. */
export function DefinitionsPanel({ threadId, datasetId, Chips }: DefinitionsPanelProps) {
  const { ui } = useWords();
  const { data, error, refetch } = useThreadDefinitions(threadId);
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label={ui.definitions.loading} widths={[100, 100, 80]} />;
  const own = data.find((known) => known.datasetId === datasetId);
  if (!own) return null;
  return <Panel own={own} others={tablesOf(data, datasetId)} Chips={Chips} />;
}

interface PanelProps {
  own: DatasetDefinitions;
  others: readonly DatasetDefinitions[];
  Chips: ConditionChips;
}

function Panel({ own, others, Chips }: PanelProps) {
  const { ui } = useWords();
  const edits = useEdits(own);
  const { definitions } = own;
  return (
    <div className={styles.panel}>
      <p className={styles.about}>{ui.definitions.scope}</p>
      {edits.error && <Failure error={edits.error} />}
      <FieldTable fields={definitions.fields} edits={edits} />
      <MeasureList definitions={definitions} edits={edits} />
      <ConditionList definitions={definitions} edits={edits} Chips={Chips} />
      <RelationList own={own} others={others} edits={edits} />
      {own.edits && (
        <div>
          <Button size="small" icon={<RotateCcw size={12} />} disabled={edits.saving} onClick={edits.resetAll}>
            {ui.definitions.resetAll}
          </Button>
        </div>
      )}
    </div>
  );
}
