import { useCallback, useMemo } from 'react';
import { useLocation } from 'wouter';
import type { AnswerVersion, CallId, DatasetId, ReportId, RunId, ThreadId } from '#contract';

export type Route =
  | { page: 'new' }
  | { page: 'thread'; threadId: ThreadId }
  | { page: 'report'; reportId: ReportId }
  | { page: 'report-rerun'; reportId: ReportId; by: DatasetId | null }
  | { page: 'rerun'; threadId: ThreadId }
  /** `answer`: the one that others are compared with; null for the newest. */
  | { page: 'compare'; threadId: ThreadId; answer: AnswerVersion | null }
  | { page: 'settings'; section: SettingsSection }
  | { page: (typeof PLACES)[number] };

const PLACES = ['archive', 'cleanup', 'charts', 'reports', 'files', 'deleted', 'assistants', 'usage'] as const;

const SECTIONS = ['general', 'data', 'connections', 'models', 'python-packages', 'api-access'] as const;
export type SettingsSection = (typeof SECTIONS)[number];

/** Addresses are made here and nowhere else, so what follows /t/ is an id that a list or an answer gave us. */
export function useRoute(): { route: Route; go: (route: Route) => void } {
  const [location, navigate] = useLocation();
  const route = useMemo(() => parse(location), [location]);
  const go = useCallback((to: Route) => navigate(pathOf(to)), [navigate]);
  return { route, go };
}

const IS_ID = /^[A-Za-z0-9_-]{1,80}$/;

function parse(location: string): Route {
  const [, head = '', id, verb, by = ''] = location.split('/');
  if (head === 't' && id && IS_ID.test(id)) return { page: 'thread', threadId: id as ThreadId };
  if (head === 'reports' && id && IS_ID.test(id) && verb === 'rerun')
    return { page: 'report-rerun', reportId: id as ReportId, by: IS_ID.test(by) ? (by as DatasetId) : null };
  if (head === 'reports' && id && IS_ID.test(id)) return { page: 'report', reportId: id as ReportId };
  if (head === 'rerun' && id && IS_ID.test(id)) return { page: 'rerun', threadId: id as ThreadId };
  if (head === 'compare' && id && IS_ID.test(id))
    return { page: 'compare', threadId: id as ThreadId, answer: answerOf(verb, by) };
  if (head === 'settings') return { page: head, section: SECTIONS.find((section) => section === id) ?? 'general' };
  const place = PLACES.find((page) => page === head);
  if (place) return { page: place };
  return { page: 'new' };
}

function answerOf(runId = '', callId = ''): AnswerVersion | null {
  return IS_ID.test(runId) ? { runId: runId as RunId, callId: IS_ID.test(callId) ? (callId as CallId) : null } : null;
}

function pathOf(route: Route): string {
  if (route.page === 'thread') return `/t/${route.threadId}`;
  if (route.page === 'report') return `/reports/${route.reportId}`;
  if (route.page === 'report-rerun') return `/reports/${route.reportId}/rerun${route.by ? `/${route.by}` : ''}`;
  if (route.page === 'rerun') return `/rerun/${route.threadId}`;
  if (route.page === 'compare') {
    const { threadId, answer } = route;
    return ['/compare', threadId, answer?.runId, answer?.callId].filter(Boolean).join('/');
  }
  if (route.page === 'settings') return route.section === 'general' ? '/settings' : `/settings/${route.section}`;
  return route.page === 'new' ? '/' : `/${route.page}`;
}
