import type { AnswerFact, Dataset } from '#contract';
import { type DataTarget, LeadButton, useThreadActions, useWords } from '../../ui';
import { useThreadDatasets } from './use-thread-datasets';

type DataFact = Extract<AnswerFact, { code: 'lines_rejected' | 'total_line' | 'odd_values' | 'guessed_type' }>;

/** From a caveat of an answer to what it is about in the data. */
export function DataAction({ fact }: { fact: DataFact }) {
  const { ui } = useWords();
  const { threadId, showData } = useThreadActions();
  const { data: datasets } = useThreadDatasets(threadId);
  const target = targetOf(datasets ?? [], fact);
  if (!target) return null;
  const many = 'count' in fact && fact.count > 1;
  return <LeadButton onClick={() => showData(target)}>{many ? ui.common.showThem : ui.common.showIt}</LeadButton>;
}

/** The newest of the datasets that it can be about: a file that is attached again is the one that is asked about. */
function targetOf(datasets: readonly Dataset[], fact: DataFact): DataTarget | null {
  const column = 'column' in fact ? fact.column : null;
  const fits = ({ name, profile }: Dataset): boolean => {
    if (!profile) return false;
    if ('file' in fact) return name === fact.file && profile.rejected > 0;
    return profile.columns.some((one) => one.name === column && (fact.code === 'odd_values' ? one.odd : one.guessed));
  };
  const dataset = datasets.findLast(fits);
  return dataset ? { datasetId: dataset.id, column } : null;
}
