import type { z } from 'zod';
import { comparisonRequests } from './answer-differences';
import { assistantEvents, assistantRequests } from './assistants';
import { chartEvents, chartRequests } from './charts';
import { connectionEvents, connectionRequests } from './connections';
import { datasetEvents, datasetRequests } from './datasets';
import { definitionEvents, definitionRequests } from './definitions';
import { deletionEvents, deletionRequests } from './deletions';
import { documentEvents, documentRequests } from './documents';
import { endpointEvents, endpointRequests } from './endpoint';
import { exportEvents, exportRequests } from './exports';
import { fileEvents, fileRequests } from './files';
import { importEvents, importRequests } from './imports';
import { keyRequests } from './keys';
import { ledgerEvents, ledgerRequests } from './ledger';
import { modelEvents, modelRequests } from './models';
import { packageEvents, packageRequests } from './packages';
import { pythonEvents, pythonRequests } from './python';
import { queryRequests } from './queries';
import { recoveryEvents, recoveryRequests } from './recovery';
import { reportRerunEvents, reportRerunRequests } from './report-reruns';
import { reportEvents, reportRequests } from './reports';
import { rerunEvents, rerunRequests } from './reruns';
import type { Result } from './result';
import { resultRequests } from './results';
import { runEvents, runRequests } from './runs';
import { settingsEvents, settingsRequests } from './settings';
import { threadEvents, threadRequests } from './threads';
import { usageEvents, usageRequests } from './usage';

export type * from './analyze';
export type * from './answer-differences';
export type * from './assistants';
export type * from './charts';
export type * from './code-endings';
export type * from './code-range';
export type * from './connections';
export type * from './data-tools';
export type * from './datasets';
export type * from './deletions';
export type { DocumentKind } from './document-kinds';
export type * from './documents';
export type * from './endpoint';
export type * from './exports';
export type * from './facts';
export type * from './failure-reasons';
export type * from './files';
export type * from './ids';
export type * from './imports';
export type * from './keys';
export type * from './ledger';
export type * from './models';
export type * from './packages';
export type * from './profile-facts';
export type * from './python';
export type { QueryPlace } from './queries';
export type * from './query-results';
export type * from './readings';
export type * from './recovery';
export type * from './report-reruns';
export type * from './reports';
export type * from './reruns';
export type { ErrorCode, Result } from './result';
export type * from './results';
export type * from './run-differences';
export type * from './run-endings';
export type * from './runs';
export type * from './settings';
export type * from './suggestions';
export type * from './tables';
export type * from './threads';
export type * from './usage';

/** Everything that may cross between the window and main. Client, dispatch, shells and fakes are all derived from it. */
export const contract = {
  threads: threadRequests,
  runs: runRequests,
  datasets: datasetRequests,
  definitions: definitionRequests,
  documents: documentRequests,
  charts: chartRequests,
  files: fileRequests,
  deletions: deletionRequests,
  keys: keyRequests,
  settings: settingsRequests,
  packages: packageRequests,
  python: pythonRequests,
  endpoint: endpointRequests,
  recovery: recoveryRequests,
  connections: connectionRequests,
  models: modelRequests,
  ledger: ledgerRequests,
  usage: usageRequests,
  assistants: assistantRequests,
  queries: queryRequests,
  results: resultRequests,
  exports: exportRequests,
  reports: reportRequests,
  comparisons: comparisonRequests,
  reruns: rerunRequests,
  reportReruns: reportRerunRequests,
  imports: importRequests,
};
export type Contract = typeof contract;

export const events = {
  ...threadEvents,
  ...runEvents,
  ...datasetEvents,
  ...definitionEvents,
  ...documentEvents,
  ...chartEvents,
  ...fileEvents,
  ...deletionEvents,
  ...settingsEvents,
  ...packageEvents,
  ...pythonEvents,
  ...endpointEvents,
  ...recoveryEvents,
  ...connectionEvents,
  ...modelEvents,
  ...ledgerEvents,
  ...usageEvents,
  ...assistantEvents,
  ...exportEvents,
  ...reportEvents,
  ...rerunEvents,
  ...reportRerunEvents,
  ...importEvents,
};
export type EventName = keyof typeof events;
export type AppEvent = { [N in EventName]: { name: N; data: z.output<(typeof events)[N]> } }[EventName];

type Definition = { input: z.ZodType; output: z.ZodType };

/** The contract as callable functions: what a window holds. Input defaults may be left out. */
export type Api = {
  [D in keyof Contract]: {
    [V in keyof Contract[D]]: Contract[D][V] extends Definition
      ? (input: z.input<Contract[D][V]['input']>) => Promise<z.output<Contract[D][V]['output']>>
      : never;
  };
};

/** The contract as main implements it, one service a domain: inputs arrive parsed. */
export type Services = {
  [D in keyof Contract]: {
    [V in keyof Contract[D]]: Contract[D][V] extends Definition
      ? (
          input: z.output<Contract[D][V]['input']>,
        ) => z.output<Contract[D][V]['output']> | Promise<z.output<Contract[D][V]['output']>>
      : never;
  };
};

export type Shell = 'electron' | 'browser';

/** What Electron's preload puts into the window as `window.assay`: requests and events, nothing else of Electron. */
export interface Doorway {
  request(name: string, input: unknown): Promise<Result<unknown>>;
  /** Calls `listener` with every event until the returned function is called. */
  subscribe(listener: (event: AppEvent) => void): () => void;
}
