import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  AnswererId,
  AssistantId,
  ConnectedModel,
  Connection,
  DataBoundary,
  ThreadChoices,
  ThreadId,
} from '#contract';
import { keys, putAnswer, useClient } from '../../bridge';
import { modelOf, useConnectionList, useModels } from './use-models';

/** What was chosen for a thread that is yet to begin; it goes along with its first question. */
interface FirstChoices {
  answerer?: AnswererId;
  boundary?: DataBoundary;
  assistantId?: AssistantId;
}

export interface ChoicesState {
  /** Not there while they are being read. */
  choices: ThreadChoices | undefined;
  /** For `runs.start`. */
  first: FirstChoices;
  setModel(answerer: AnswererId): void;
  /** Null goes back to what the connection says. */
  setBoundary(boundary: DataBoundary | null): void;
  setAssistant(assistantId: AssistantId | null): void;
  error: unknown;
}

/** Who answers in a thread and with how much of the data. Changes hold from the next question on. */
export function useChoices(threadId: ThreadId | null): ChoicesState {
  const client = useClient();
  const cache = useQueryClient();
  const { data: models } = useModels();
  const { data: connections } = useConnectionList();
  const [first, setFirst] = useState<FirstChoices>({});
  const { data: saved } = useQuery({
    queryKey: keys.choices(threadId),
    queryFn: () => client.threads.choices({ threadId }),
  });
  const save = useMutation({
    mutationFn: (change: (thread: ThreadId) => Promise<ThreadChoices>) =>
      threadId === null
        ? Promise.reject(new Error('There is no thread yet'))
        : putAnswer(
            cache,
            keys.choices(threadId),
            () => change(threadId),
            (_, choices: ThreadChoices) => choices,
          ),
  });
  return {
    choices: saved && (threadId === null ? withFirst(saved, first, models, connections) : saved),
    first,
    setModel: (answerer) => {
      if (threadId === null) setFirst({ ...first, answerer });
      else save.mutate((thread) => client.threads.setModel({ threadId: thread, answerer }));
    },
    setBoundary: (boundary) => {
      if (threadId === null) setFirst(changed(first, 'boundary', boundary));
      else save.mutate((thread) => client.threads.setBoundary({ threadId: thread, boundary }));
    },
    setAssistant: (assistantId) => {
      if (threadId === null) setFirst(changed(first, 'assistantId', assistantId));
      else save.mutate((thread) => client.threads.setAssistant({ threadId: thread, assistantId }));
    },
    error: save.error,
  };
}

/** `choices` with one of them set, or with none where it is null. */
function changed<N extends keyof FirstChoices>(
  choices: FirstChoices,
  name: N,
  value: FirstChoices[N] | null,
): FirstChoices {
  const { [name]: _, ...others } = choices;
  return value === null ? (others as FirstChoices) : { ...choices, [name]: value };
}

function withFirst(
  saved: ThreadChoices,
  first: FirstChoices,
  models: readonly ConnectedModel[] | undefined,
  connections: readonly Connection[] | undefined,
): ThreadChoices {
  const model = first.answerer === undefined ? null : modelOf(models, first.answerer);
  const ofConnection = connections?.find(({ id }) => id === model?.connection?.id)?.boundary;
  return {
    ...saved,
    ...(model && {
      model: {
        answerer: model.answerer,
        connection: model.connection?.name ?? null,
        name: model.name,
        local: model.connection?.local ?? true,
        chosen: true,
        there: true,
      },
    }),
    boundary:
      first.boundary === undefined
        ? { value: ofConnection ?? saved.boundary.value, chosen: false }
        : { value: first.boundary, chosen: true },
    assistantId: first.assistantId ?? saved.assistantId,
  };
}
