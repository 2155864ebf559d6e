import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Api, EndpointState } from '#contract';
import { keys, putAnswer, useClient } from '../../bridge';

/** The door for scripts and what can be done with it. `busy` while something is being done, `failure` when it was not. */
export function useEndpoint() {
  const client = useClient();
  const cache = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const {
    data: endpoint,
    error,
    refetch,
  } = useQuery({
    queryKey: keys.endpoint,
    queryFn: () => client.endpoint.get({}),
    staleTime: 0,
  });
  const act = async (work: (api: Api['endpoint']) => Promise<EndpointState | object>) => {
    setBusy(true);
    setFailure(null);
    try {
      await putAnswer(
        cache,
        keys.endpoint,
        () => work(client.endpoint),
        (known: EndpointState | undefined, answer) => ('baseUrl' in answer ? answer : known),
      );
    } catch (thrown) {
      setFailure(thrown);
    } finally {
      setBusy(false);
    }
  };
  return { endpoint, error, refetch, busy, failure, setFailure, act };
}

export type ActOnEndpoint = ReturnType<typeof useEndpoint>['act'];
