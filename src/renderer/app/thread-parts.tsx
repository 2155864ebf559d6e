import { ChartCard } from '../features/charts';
import { DataAction } from '../features/datasets';
import { FileChip } from '../features/files';
import { AskAnother } from '../features/models';
import { AnswerReading, WhichReading } from '../features/query';
import { PinMenu } from '../features/reports';
import { CompareWith } from '../features/reruns';
import { AdoptedAnswer, ResultAction } from '../features/runs';
import { ResultTable } from '../features/tables';
import { LeadButton, type ThreadActions, useThreadActions, useWords } from '../ui';

function PackagesLead({ onClick }: { onClick(): void }) {
  const { ui } = useWords();
  return <LeadButton onClick={onClick}>{ui.app.openPackages}</LeadButton>;
}

/** What features draw in each other's places. */
export const threadParts: Pick<
  ThreadActions,
  'Chart' | 'File' | 'ResultTable' | 'AnswerAction' | 'Pin' | 'Reading' | 'WhichReading' | 'FactAction'
> = {
  Chart: ChartCard,
  File: FileChip,
  ResultTable,
  AnswerAction: (answer) => (
    <>
      <CompareWith {...answer} />
      <AskAnother {...answer} />
    </>
  ),
  Pin: PinMenu,
  Reading: (answer) => (
    <AdoptedAnswer runId={answer.runId}>
      <AnswerReading {...answer} />
    </AdoptedAnswer>
  ),
  WhichReading,
  FactAction: ({ fact, runId }) => {
    const { openPackages } = useThreadActions();
    switch (fact.code) {
      case 'lines_rejected':
      case 'total_line':
      case 'odd_values':
      case 'guessed_type':
        return <DataAction fact={fact} />;
      case 'result_cut':
      case 'rows_shown':
        return <ResultAction runId={runId} />;
      case 'package_missing':
        return fact.standard ? null : <PackagesLead onClick={openPackages} />;
      default:
        return null;
    }
  },
};
