import type {
  CallId,
  ChartId,
  DatasetId,
  DocumentId,
  FileId,
  ReportId,
  ResultId,
  ResultView,
  RunId,
  ThreadId,
  UsageGrouping,
} from '#contract';
import type { Query } from '#contract/query';

/** Whose data: a thread's, or datasets that are attached to a draft. */
interface Place {
  threadId: ThreadId | null;
  datasetIds: readonly DatasetId[];
}

/** Where the query cache keeps what was read. Lists of one kind share a beginning, so that they can be renewed together. */
export const keys = {
  threads: (archived: boolean, tag: string | null = null) => ['threads', { archived, tag }] as const,
  /** Below all threads, with which they change. */
  tags: ['threads', 'tags'] as const,
  unusedThreads: (days: number) => ['threads', 'unused', days] as const,
  thread: (id: ThreadId) => ['thread', id] as const,
  messages: (id: ThreadId) => ['messages', id] as const,
  runs: (id: ThreadId) => ['runs', id] as const,
  runsPossible: ['runs', 'possible'] as const,
  draft: (id: ThreadId | null) => ['draft', id] as const,
  result: (id: ResultId) => ['result', id] as const,
  /** Rows of a view of a result, by pages. */
  resultRows: (view: ResultView, page: number) => ['result', view.resultId, 'rows', view, page] as const,
  resultColumn: (asked: { resultId: ResultId; column: number }) => ['result', asked.resultId, 'column', asked] as const,
  resultShape: (view: { resultId: ResultId }) => ['result', view.resultId, 'shape', view] as const,
  datasets: ['datasets'] as const,
  definitions: ['definitions'] as const,
  datasetsOf: (id: ThreadId) => ['datasets', 'of', id] as const,
  dataset: (id: DatasetId) => ['dataset', id] as const,
  datasetRows: (id: DatasetId) => ['dataset-rows', id] as const,
  documentsOf: (id: ThreadId) => ['documents', 'of', id] as const,
  documents: ['documents'] as const,
  document: (id: DocumentId) => ['document', id] as const,
  documentLines: (id: DocumentId, part: number) => ['document-lines', id, part] as const,
  documentPlace: (id: DocumentId, offset: number) => ['document-place', id, offset] as const,
  documentSearch: (id: DocumentId, words: string) => ['document-search', id, words] as const,
  found: (id: CallId) => ['found', id] as const,
  samples: ['samples'] as const,
  charts: ['charts'] as const,
  chart: (id: ChartId) => ['chart', id] as const,
  shownChart: (id: ChartId) => ['chart-shown', id] as const,
  files: ['files'] as const,
  /** Below all files, with which it changes. */
  fileUses: (id: FileId) => ['files', 'uses', id] as const,
  fileSizes: ['files', 'sizes'] as const,
  exportProgress: ['export-progress'] as const,
  deletions: ['deletions'] as const,
  copies: ['deletions', 'copies'] as const,
  preview: (id: FileId) => ['preview', id] as const,
  settings: ['settings'] as const,
  about: ['about'] as const,
  packages: ['packages'] as const,
  python: ['python'] as const,
  interpreters: ['interpreters'] as const,
  recovery: ['recovery'] as const,
  keychain: ['keychain'] as const,
  endpoint: ['endpoint'] as const,
  endpointRequests: ['endpoint-requests'] as const,
  connections: ['connections'] as const,
  connectionPresets: ['connection-presets'] as const,
  models: ['models'] as const,
  choices: (id: ThreadId | null) => ['choices', id] as const,
  offers: (id: RunId) => ['offers', id] as const,
  ledger: (id: ThreadId | null) => ['ledger', id] as const,
  sentRequest: (transmissionId: number) => ['sent-request', transmissionId] as const,
  /** Below the totals of all threads, with which it changes. */
  keptRequests: ['sent-totals', null, 'kept'] as const,
  sentTotals: (id: ThreadId | null) => ['sent-totals', id] as const,
  usage: (by: UsageGrouping, from: number | null) => ['usage', by, from] as const,
  budgets: (id: ThreadId | null) => ['budgets', id] as const,
  assistants: ['assistants'] as const,
  reading: (place: Place, query: Query | null) => ['reading', place, query] as const,
  queryChoices: (place: Place, query: Query, slot: string | null, search: string, opening: number) =>
    ['query-choices', place, slot, query, search, opening] as const,
  queryBegin: (place: Place, table: string | null) => ['query-begin', place, table] as const,
  shownBranch: (id: ThreadId | null) => ['shown-branch', id] as const,
  shownVersion: (id: CallId | null) => ['shown-version', id] as const,
  reports: ['reports'] as const,
  report: (id: ReportId) => ['report', id] as const,
  search: (query: string) => ['search', query] as const,
};
