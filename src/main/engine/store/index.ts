import type { Database } from '../../storage';
import { type AssistantTable, assistantTable } from './assistants';
import { FileTable } from './files';
import { MessageTable } from './messages';
import { ModelStateTable } from './model-states';
import { OngoingAnswerTable } from './ongoing-answers';
import { RunTable } from './runs';
import { StepTable } from './steps';
import { ThreadSummaryTable } from './thread-summaries';
import { ThreadTable } from './threads';
import { ToolResultTable } from './tool-results';
import { PartTable, UploadTable } from './uploads';
import { FileBatchTable, VectorStoreFileTable, VectorStoreTable } from './vector-stores';

/** Everything the engine remembers. */
export interface Store {
  /** All of `work` or nothing, on disk for good when it returns: for what a client is about to be told. */
  transaction<T>(work: () => T): T;
  /** The same, without waiting for the disk: for what a restart would end as failed anyway. */
  relaxedTransaction<T>(work: () => T): T;
  assistants: AssistantTable;
  threads: ThreadTable;
  messages: MessageTable;
  runs: RunTable;
  steps: StepTable;
  files: FileTable;
  vectorStores: VectorStoreTable;
  vectorStoreFiles: VectorStoreFileTable;
  fileBatches: FileBatchTable;
  toolResults: ToolResultTable;
  modelStates: ModelStateTable;
  ongoingAnswers: OngoingAnswerTable;
  threadSummaries: ThreadSummaryTable;
  uploads: UploadTable;
  uploadParts: PartTable;
  close(): void;
}

export function openStore(db: Database): Store {
  return {
    transaction: (work) => db.transaction(work),
    relaxedTransaction: (work) => db.relaxedTransaction(work),
    assistants: assistantTable(db),
    threads: new ThreadTable(db),
    messages: new MessageTable(db),
    runs: new RunTable(db),
    steps: new StepTable(db),
    files: new FileTable(db),
    vectorStores: new VectorStoreTable(db),
    vectorStoreFiles: new VectorStoreFileTable(db),
    fileBatches: new FileBatchTable(db),
    toolResults: new ToolResultTable(db),
    modelStates: new ModelStateTable(db),
    ongoingAnswers: new OngoingAnswerTable(db),
    threadSummaries: new ThreadSummaryTable(db),
    uploads: new UploadTable(db),
    uploadParts: new PartTable(db),
    close: () => db.close(),
  };
}
