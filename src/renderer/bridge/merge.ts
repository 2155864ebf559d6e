import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type {
  AppEvent,
  ExportProgress,
  LoggedRequest,
  Message,
  MessageId,
  Run,
  RunWithSteps,
  Step,
  Thread,
  ThreadId,
} from '#contract';
import { REQUESTS_KEPT } from '#contract/conventions';
import { keys } from './keys';
import { mergeModelEvent } from './merge-models';
import { putEvent } from './overtaken';

interface MessagePage {
  messages: Message[];
  hasEarlier: boolean;
}
/** How far a document of a report is. */
export type ReportExport = Extract<AppEvent, { name: 'reports.exporting' }>['data'];
/** Newest page first; within a page the oldest message comes first. */
export type MessagePages = InfiniteData<MessagePage, MessageId | undefined>;
interface ThreadPage {
  threads: Thread[];
  hasMore: boolean;
}
export type ThreadPages = InfiniteData<ThreadPage, ThreadId | undefined>;

/** Merges what is said into what was read. Anything that does not fit is read again instead of guessed. */
export function mergeEvent(cache: QueryClient, event: AppEvent): void {
  switch (event.name) {
    case 'threads.changed':
      return mergeThread(cache, event.data);
    case 'threads.deleted':
      cache.removeQueries({ queryKey: keys.thread(event.data.threadId) });
      for (const archived of [false, true]) dropThread(cache, event.data.threadId, archived);
      void cache.invalidateQueries({ queryKey: keys.deletions });
      renewThreadLists(cache);
      return;
    case 'messages.changed':
      if (event.data.attachments.length > 0) renewAttached(cache, event.data.threadId);
      return mergeMessage(cache, event.data);
    case 'messages.grew':
      return growMessage(cache, event.data);
    case 'runs.changed':
      return mergeRun(cache, event.data);
    case 'steps.changed':
      return mergeStep(cache, event.data);
    case 'datasets.changed':
      putEvent(cache, keys.dataset(event.data.id), event.data);
      void cache.invalidateQueries({ queryKey: keys.datasets });
      return;
    case 'datasets.removed':
      void cache.invalidateQueries({ queryKey: keys.datasets });
      return;
    case 'definitions.changed':
      void cache.invalidateQueries({ queryKey: keys.definitions });
      // Questions are read by them, and reports say that they have changed.
      for (const read of ['reading', 'query-choices', 'report']) void cache.invalidateQueries({ queryKey: [read] });
      return;
    case 'documents.changed':
      putEvent(cache, keys.document(event.data.id), event.data);
      void cache.invalidateQueries({ queryKey: keys.documents });
      return;
    case 'files.changed':
      void cache.invalidateQueries({ queryKey: keys.files });
      void cache.invalidateQueries({ queryKey: ['report'] });
      return;
    case 'deletions.changed':
      void cache.invalidateQueries({ queryKey: keys.deletions });
      return;
    case 'charts.added':
      void cache.invalidateQueries({ queryKey: keys.charts });
      if (event.data.versionOf) void cache.invalidateQueries({ queryKey: keys.chart(event.data.versionOf) });
      return;
    case 'exports.progressed':
      cache.setQueryData(keys.exportProgress, event.data);
      return;
    case 'exports.threadProgressed':
      cache.setQueryData<ExportProgress>(keys.threadExport(event.data.threadId), event.data);
      return;
    case 'reports.changed':
      void cache.invalidateQueries({ queryKey: keys.reports });
      void cache.invalidateQueries({ queryKey: keys.report(event.data.reportId) });
      void cache.invalidateQueries({ queryKey: keys.files });
      return;
    case 'imports.changed':
      void cache.invalidateQueries({ queryKey: keys.imports });
      void cache.invalidateQueries({ queryKey: ['import-items', event.data.id] });
      return;
    case 'reports.exporting':
      cache.setQueryData<ReportExport>(keys.reportExport(event.data.reportId), event.data);
      return;
    case 'packages.changed':
      putEvent(cache, keys.packages, event.data);
      return;
    case 'python.changed':
      cache.setQueryData(keys.python, event.data);
      return;
    case 'reruns.changed':
      putEvent(cache, keys.rerun(event.data.id), event.data);
      void cache.invalidateQueries({ queryKey: keys.reruns(event.data.fromThread) });
      return;
    case 'reportReruns.changed':
      putEvent(cache, keys.reportRerun(event.data.id), event.data);
      void cache.invalidateQueries({ queryKey: ['report-reruns'] });
      return;
    case 'recovery.changed':
      putEvent(cache, keys.recovery, event.data);
      return;
    case 'settings.changed':
      putEvent(cache, keys.settings, event.data);
      // Threads without a choice of their own have the default.
      void cache.invalidateQueries({ queryKey: ['choices'] });
      return;
    case 'endpoint.changed':
      putEvent(cache, keys.endpoint, event.data);
      return;
    case 'endpoint.requested':
      mergeRequests(cache, event.data.requests);
      return;
    default:
      return mergeModelEvent(cache, event);
  }
}

/** What came with a message belongs to its thread from then on. */
function renewAttached(cache: QueryClient, threadId: ThreadId): void {
  void cache.invalidateQueries({ queryKey: keys.datasetsOf(threadId) });
  void cache.invalidateQueries({ queryKey: keys.documentsOf(threadId) });
  void cache.invalidateQueries({ queryKey: keys.definitions });
}

/** Pinned first, then the most recently used. */
export function compareThreads(a: Thread, b: Thread): number {
  return Number(b.pinned) - Number(a.pinned) || b.activity - a.activity;
}

/** Lists that no single thread can be merged into. */
function renewThreadLists(cache: QueryClient): void {
  void cache.invalidateQueries({
    predicate: ({ queryKey: [name, which] }) =>
      name === 'threads' &&
      (typeof which === 'string' ||
        (typeof which === 'object' && which !== null && 'tag' in which && which.tag !== null)),
  });
}

function mergeThread(cache: QueryClient, thread: Thread): void {
  renewThreadLists(cache);
  putEvent(cache, keys.thread(thread.id), thread);
  dropThread(cache, thread.id, !thread.archived);
  putEvent<ThreadPages>(cache, keys.threads(thread.archived), (pages) => {
    const [first, ...rest] = pages?.pages ?? [];
    if (!pages || !first) return pages;
    const known = [first, ...rest].some((page) => page.threads.some((one) => one.id === thread.id));
    const replaced = [first, ...rest].map((page) => ({
      ...page,
      threads: page.threads.map((one) => (one.id === thread.id ? thread : one)),
    }));
    if (!known && replaced[0]) replaced[0] = { ...replaced[0], threads: [thread, ...replaced[0].threads] };
    return { ...pages, pages: replaced };
  });
}

function dropThread(cache: QueryClient, id: ThreadId, archived: boolean): void {
  putEvent<ThreadPages>(
    cache,
    keys.threads(archived),
    (pages) =>
      pages && {
        ...pages,
        pages: pages.pages.map((page) => ({ ...page, threads: page.threads.filter((one) => one.id !== id) })),
      },
  );
}

function mergeMessage(cache: QueryClient, message: Message): void {
  putEvent<MessagePages>(cache, keys.messages(message.threadId), (pages) => {
    if (!pages) return pages;
    const known = pages.pages.some((page) => page.messages.some((one) => one.id === message.id));
    return {
      ...pages,
      pages: pages.pages.map((page, index) => {
        if (!known && index === 0) return { ...page, messages: [...page.messages, message] };
        return { ...page, messages: page.messages.map((one) => (one.id === message.id ? message : one)) };
      }),
    };
  });
}

function growMessage(cache: QueryClient, growth: Extract<AppEvent, { name: 'messages.grew' }>['data']): void {
  const key = keys.messages(growth.threadId);
  const pages = cache.getQueryData<MessagePages>(key);
  const message = pages?.pages.flatMap((page) => page.messages).find((one) => one.id === growth.messageId);
  if (!message) return;
  const grown = grow(message, growth);
  if (grown) mergeMessage(cache, grown);
  else void cache.invalidateQueries({ queryKey: key });
}

/** Puts text at its place. Text that was there already is not doubled; null when something before it is missing. */
export function grow(message: Message, growth: { part: number; offset: number; text: string }): Message | null {
  const part =
    message.parts[growth.part] ??
    (growth.part === message.parts.length ? { type: 'text' as const, text: '' } : undefined);
  if (part?.type !== 'text' || growth.offset > part.text.length) return null;
  const text = part.text.slice(0, growth.offset) + growth.text;
  if (text.length <= part.text.length) return message;
  const parts = [...message.parts];
  parts[growth.part] = { type: 'text', text };
  return { ...message, parts };
}

function mergeRun(cache: QueryClient, run: Run): void {
  putEvent<RunWithSteps[]>(cache, keys.runs(run.threadId), (runs) => {
    if (!runs) return runs;
    const known = runs.some((one) => one.id === run.id);
    return known
      ? runs.map((one) => (one.id === run.id ? { ...run, steps: one.steps } : one))
      : [...runs, { ...run, steps: [] }];
  });
}

function mergeStep(cache: QueryClient, step: Step): void {
  const runs = cache.getQueryData<RunWithSteps[]>(keys.runs(step.threadId));
  if (!runs) return;
  if (!runs.some((run) => run.id === step.runId)) {
    void cache.invalidateQueries({ queryKey: keys.runs(step.threadId) });
    return;
  }
  const merge = (steps: Step[]) =>
    steps.some((one) => one.id === step.id) ? steps.map((one) => (one.id === step.id ? step : one)) : [...steps, step];
  putEvent<RunWithSteps[]>(
    cache,
    keys.runs(step.threadId),
    runs.map((run) => (run.id === step.runId ? { ...run, steps: merge(run.steps) } : run)),
  );
}

function mergeRequests(cache: QueryClient, requests: readonly LoggedRequest[]): void {
  putEvent<LoggedRequest[]>(cache, keys.endpointRequests, (known) => {
    if (!known) return known;
    const all = new Map([...known, ...requests].map((one) => [one.id, one]));
    return [...all.values()].sort((a, b) => b.id - a.id).slice(0, REQUESTS_KEPT);
  });
}
