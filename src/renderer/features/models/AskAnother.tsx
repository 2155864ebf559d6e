import { useMutation, useQuery } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import type { AnswererId, RunId, ThreadId } from '#contract';
import { keys, useClient } from '../../bridge';
import { Button, tellFailure, useThreadActions, useWords } from '../../ui';
import { ModelMenu } from './ModelMenu';
import { useModels } from './use-models';

/** Has the same or another model answer the same question, to stand beside the answer there is. */
export function AskAnother({ runId }: { runId: RunId }) {
  const { threadId } = useThreadActions();
  return threadId && <AskAnotherIn threadId={threadId} runId={runId} />;
}

function AskAnotherIn({ threadId, runId }: { threadId: ThreadId; runId: RunId }) {
  const client = useClient();
  const words = useWords();
  const { data: models = [] } = useModels();
  const { data: runs = [] } = useQuery({
    queryKey: keys.runs(threadId),
    queryFn: () => client.runs.ofThread({ threadId }),
  });
  const again = useMutation({
    mutationFn: (answerer: AnswererId) => client.runs.again({ runId, answerer }),
    onError: (error) => tellFailure(words.ui.models.notAskedAgain, error),
  });
  const run = runs.find(({ id }) => id === runId);
  // What was put together by hand was asked of none.
  if (!run || run.model === 'explore') return null;
  const only = models.length > 1 ? null : (models[0]?.answerer ?? null);
  return (
    <ModelMenu
      label={words.ui.models.modelToAnswerAgain}
      value={run.answerer ?? null}
      onChoose={(answerer) => again.mutate(answerer)}
      target={(toggle, open) => (
        <Button
          look="quiet"
          size="small"
          icon={<RefreshCw size={13} />}
          aria-label={words.versions.again()}
          {...(only === null ? { 'aria-expanded': open } : {})}
          title={words.versions.again()}
          disabled={again.isPending || runs.some(({ finishedAt }) => finishedAt === null)}
          onClick={() => (only === null ? toggle() : again.mutate(only))}
        />
      )}
    />
  );
}
