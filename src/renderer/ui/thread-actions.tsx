import { type ComponentType, createContext, type ReactNode, useContext, useMemo } from 'react';
import type {
  AnswerFact,
  AnswerVersion,
  ChartId,
  DatasetId,
  DocumentId,
  DocumentPlace,
  FileId,
  NumberSource,
  PinTarget,
  PlacedFact,
  QueryColumn,
  ResultSummary,
  RunId,
  ThreadId,
} from '#contract';
import type { Query } from '#contract/query';

/** A result to be shown, at one of its cells or as a whole. */
export interface ResultTarget extends Pick<NumberSource, 'resultId'> {
  cell: Pick<NumberSource, 'row' | 'column'> | null;
}

/** What is to be shown of a dataset: the lines that are in no row, or a column. */
export interface DataTarget {
  datasetId: DatasetId;
  /** Null for the rejected lines. */
  column: string | null;
}

/** What is to be shown of a document: all of it from its beginning, or the words at a place. */
export interface SourceTarget {
  /** Null for a file that is not of this library: then there is only the passage itself to show. */
  documentId: DocumentId | null;
  name: string;
  place: DocumentPlace | null;
  /** The words to point out. */
  quote: string;
}

/** A file that code made. */
export interface MadeFile {
  fileId: FileId;
  name: string;
  bytes: number;
}

/** A result to be shown as a table with all of its rows. */
export interface ResultTableProps {
  result: Pick<ResultSummary, 'id' | 'rowCount' | 'truncated'>;
  /** What its columns are, and are called, where it was computed from a query. */
  about?: readonly QueryColumn[];
  titles?: readonly string[];
  query?: Query;
  /** What a file of it is called. */
  name: string;
  /** A cell to point out: its row in the result, and its column. */
  marked?: ResultTarget['cell'];
  /** Tallest it may become before it scrolls, in pixels. */
  maxHeight?: number;
}

/** What the parts of a thread can have done elsewhere in the window, and what other features draw for them. */
export interface ThreadActions {
  /** Null for a thread that is about to begin. */
  threadId: ThreadId | null;
  showResult(target: ResultTarget): void;
  showData(target: DataTarget): void;
  /** Opens a document; null goes back to the list of them. */
  openSource(target: SourceTarget | null): void;
  /** Goes where packages for Python are installed. */
  openPackages(): void;
  /** Goes where models are connected. */
  openConnections(): void;
  /** Shows what was sent in this thread. */
  openSent(): void;
  /** Sets an answer beside others. */
  openComparison(answer: AnswerVersion): void;
  /** Goes where tokens, money and budgets are shown. */
  openUsage(): void;
  /** Puts a question into the composer; null where there is none. */
  ask: ((question: string) => void) | null;
  /** Puts a question together by hand, of a table of the thread; of the last one where none is named. */
  explore: (table: string | null) => void;
  /** Attaches a kept file as data to ask about; null where there is nothing to attach to. */
  attach: ((fileId: FileId) => void) | null;
  Chart: ComponentType<{ chartId: ChartId }>;
  File: ComponentType<{ file: MadeFile }>;
  ResultTable: ComponentType<ResultTableProps>;
  /** What can be done with the answer of a run, beside copying it. */
  AnswerAction: ComponentType<{ runId: RunId }>;
  /** Pins something to a report; `label` says what, where it is not what the button stands at. */
  Pin: ComponentType<{ target: PinTarget; label?: string }>;
  /** An answer with the line of how its question was read above it, where that is known; another version of it in its place. */
  Reading: ComponentType<{ runId: RunId | null; facts: readonly PlacedFact[]; children: ReactNode }>;
  /** What a question can mean, to choose from. */
  WhichReading: ComponentType<{
    readings: Extract<AnswerFact, { code: 'which_reading' | 'near_readings' }>['readings'];
  }>;
  /** The way to what a fact of an answer is about; draws nothing where there is none. */
  FactAction: ComponentType<{ fact: AnswerFact; runId: RunId | null }>;
}

const Context = createContext<ThreadActions | null>(null);

/** For all below: these actions, and those of the provider above that are not named. */
export function ThreadActionsProvider({ children, ...own }: Partial<ThreadActions> & { children: ReactNode }) {
  const outer = useContext(Context);
  const values = Object.values(own);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the object is new each time, what is in it is not
  const actions = useMemo(() => ({ ...outer, ...own }) as ThreadActions, [outer, ...values]);
  return <Context value={actions}>{children}</Context>;
}

export function useThreadActions(): ThreadActions {
  const actions = useContext(Context);
  if (!actions) throw new Error('There are no thread actions above this component');
  return actions;
}
