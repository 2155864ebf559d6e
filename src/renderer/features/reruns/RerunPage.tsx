import { useState } from 'react';
import type { RerunId, ThreadId } from '#contract';
import { useClient } from '../../bridge';
import { Skeleton, useWords } from '../../ui';
import type { ChartView } from './CallView';
import { EarlierReruns } from './EarlierReruns';
import { NewRerun } from './NewRerun';
import { RerunView } from './RerunView';
import { useRerunsOf } from './use-rerun';

interface RerunPageProps {
  threadId: ThreadId;
  onOpen(threadId: ThreadId): void;
  Chart: ChartView;
}

/** A thread on another file: which one, how it differs, and what came of it. */
export function RerunPage({ threadId, onOpen, Chart }: RerunPageProps) {
  const { ui } = useWords();
  const client = useClient();
  const earlier = useRerunsOf(threadId);
  const [shown, setShown] = useState<RerunId | null>(null);
  const newest = earlier.data?.find(({ fromThread, toThread }) => toThread === threadId || fromThread === threadId);
  // Whoever comes from what a rerun made looks at that; else a new one is begun.
  const current = shown ?? (newest?.toThread === threadId || newest?.status === 'running' ? newest.id : null);
  if (earlier.isPending) return <Skeleton label={ui.reruns.loading} widths={[60, 90, 75]} />;
  if (current) return <RerunView rerunId={current} Chart={Chart} onOpen={onOpen} onAnother={() => setShown(null)} />;
  return (
    <>
      <NewRerun
        work={{ threadId }}
        by={null}
        lead={ui.reruns.lead}
        noData={ui.reruns.noData}
        start={async (replacements) =>
          setShown((await client.reruns.start({ threadId, replacements, accepted: true })).id)
        }
      />
      <EarlierReruns reruns={earlier.data ?? []} onShow={(id) => setShown(id)} />
    </>
  );
}
