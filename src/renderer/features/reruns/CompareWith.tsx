import { useQuery } from '@tanstack/react-query';
import { Columns2 } from 'lucide-react';
import type { RunId, ThreadId } from '#contract';
import { isAnswerVersion } from '#contract/conventions';
import { keys, useClient } from '../../bridge';
import { Button, useThreadActions, useWords } from '../../ui';

/** Sets an answer beside another one of its thread, where there is one. */
export function CompareWith({ runId }: { runId: RunId }) {
  const { threadId } = useThreadActions();
  return threadId && <CompareIn threadId={threadId} runId={runId} />;
}

function CompareIn({ threadId, runId }: { threadId: ThreadId; runId: RunId }) {
  const client = useClient();
  const { ui } = useWords();
  const { openComparison } = useThreadActions();
  const { data: runs = [] } = useQuery({
    queryKey: keys.runs(threadId),
    queryFn: () => client.runs.ofThread({ threadId }),
  });
  const own = runs.find(({ id }) => id === runId);
  const versions = own?.steps.flatMap(({ calls }) => calls).filter(isAnswerVersion) ?? [];
  if (runs.filter(({ finishedAt }) => finishedAt !== null).length + versions.length < 2) return null;
  return (
    <Button
      look="quiet"
      size="small"
      icon={<Columns2 size={13} />}
      aria-label={ui.comparisons.with}
      title={ui.comparisons.with}
      onClick={() => openComparison({ runId, callId: versions.at(-1)?.id ?? null })}
    />
  );
}
