import type { ChartId, DatasetId, FileId, ResultId, ThreadId } from '#contract';

/** Where the query cache keeps what was read. Lists of one kind share a beginning, so that they can be renewed together. */
export const keys = {
  threads: (archived: boolean) => ['threads', { archived }] as const,
  thread: (id: ThreadId) => ['thread', id] as const,
  messages: (id: ThreadId) => ['messages', id] as const,
  runs: (id: ThreadId) => ['runs', id] as const,
  draft: (id: ThreadId | null) => ['draft', id] as const,
  result: (id: ResultId) => ['result', id] as const,
  datasets: ['datasets'] as const,
  datasetsOf: (id: ThreadId) => ['datasets', 'of', id] as const,
  dataset: (id: DatasetId) => ['dataset', id] as const,
  datasetRows: (id: DatasetId) => ['dataset-rows', id] as const,
  samples: ['samples'] as const,
  charts: ['charts'] as const,
  chart: (id: ChartId) => ['chart', id] as const,
  files: ['files'] as const,
  preview: (id: FileId) => ['preview', id] as const,
  settings: ['settings'] as const,
  about: ['about'] as const,
  keychain: ['keychain'] as const,
  search: (query: string) => ['search', query] as const,
};
