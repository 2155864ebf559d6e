import type { Dataset, ThreadId } from '#contract';
import type { Lead } from '#contract/conventions';
import { LeadButton } from '../../ui';
import type { DataPlace } from './data-place';
import { useThreadDatasets } from './use-thread-datasets';

type AboutData = Extract<Lead, { to: 'lines' | 'values' | 'column' }>;

interface DataLeadProps {
  threadId: ThreadId;
  lead: AboutData;
  onShow(place: DataPlace): void;
}

/** From a caveat of an answer to what it is about in the data. */
export function DataLead({ threadId, lead, onShow }: DataLeadProps) {
  const { data: datasets } = useThreadDatasets(threadId);
  const place = placeOf(datasets ?? [], lead);
  if (!place) return null;
  return <LeadButton onClick={() => onShow(place)}>{lead.many ? 'Show them' : 'Show it'}</LeadButton>;
}

/** The newest of the datasets that the words fit: a file that is attached again is the one that is asked about. */
function placeOf(datasets: readonly Dataset[], lead: AboutData): DataPlace | null {
  const column = lead.to === 'lines' ? null : lead.column;
  const fits = ({ name, profile }: Dataset): boolean => {
    if (!profile) return false;
    if (lead.to === 'lines') return name === lead.file && profile.rejected > 0;
    return profile.columns.some((one) => one.name === column && (lead.to === 'values' ? one.odd : one.guessed));
  };
  const dataset = datasets.findLast(fits);
  return dataset ? { datasetId: dataset.id, column } : null;
}
