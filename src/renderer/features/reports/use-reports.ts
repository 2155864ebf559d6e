import { useQuery } from '@tanstack/react-query';
import type { ReportId } from '#contract';
import { keys, useClient } from '../../bridge';

export function useReports(wanted = true) {
  const client = useClient();
  return useQuery({ queryKey: keys.reports, queryFn: () => client.reports.list({}), enabled: wanted });
}

/** What has changed since it was pinned is found out each time it is opened. */
export function useReport(reportId: ReportId) {
  const client = useClient();
  return useQuery({
    queryKey: keys.report(reportId),
    queryFn: () => client.reports.get({ reportId }),
    staleTime: 0,
  });
}
