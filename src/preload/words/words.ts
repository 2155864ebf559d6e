import type { SearchPlace } from '#contract/assistants';
import type { CodeEnding, CodeWait, RanPython } from '#contract/code-endings';
import type { DataBoundary, KeyState, ModelProblemCode } from '#contract/connections';
import type { AnswerFact, Declined } from '#contract/facts';
import type { FailureReason } from '#contract/failure-reasons';
import type { GoneFile, MissingFile } from '#contract/files';
import type { SentBytes } from '#contract/ledger';
import type { PlaceInDocument } from '#contract/places';
import type { IntakeStage, ProfileNote, ReadAs, RejectReason } from '#contract/profile-facts';
import type { QueryProblem } from '#contract/query-results';
import type { ModelEnding, RunEnding } from '#contract/run-endings';
import type { Suggestion } from '#contract/suggestions';
import type { ByCode } from './by-code';
import type { ChartWords } from './chart-words';
import type { ChipWords } from './chip-words';
import type { UiWords } from './english/ui';
import type { FigureWords, HeadlineSentence } from './headline-words';
import type { DeletionWords, LibraryWords, ThreadWords } from './library-words';
import type { LocaleWords } from './locale-words';
import type { PublicationWords } from './publication-words';
import type { RerunWords } from './rerun-words';
import type { WorkWords } from './work-words';

export type { ByCode } from './by-code';
export type { ChartWords } from './chart-words';
export type { ChipWords } from './chip-words';
export type { PublicationWords } from './publication-words';
export type { WorkWords } from './work-words';

type FactOf<C extends AnswerFact['code']> = Extract<AnswerFact, { code: C }>;

/** A sentence, or a few, for each fact of an answer. */
export type AnswerWords = { [C in Exclude<AnswerFact['code'], 'declined'>]: (fact: FactOf<C>) => string };

export type DeclinedWords = { [R in Declined['reason']]: (fact: Extract<Declined, { reason: R }>) => string };

type ModelCode = ModelEnding['code'];

export type RunWords = {
  [C in Exclude<RunEnding['code'], ModelCode>]: (ending: Extract<RunEnding, { code: C }>) => string;
} & {
  /** What happened and what to do. */
  [C in ModelCode]: (ending: ModelEnding) => string;
};

export interface CodeWords {
  /** How code ended, where Python's own error does not say it. */
  ended: { [E in Exclude<CodeEnding['ended'], 'done' | 'error'>]: () => string };
  /** Code that ended with an error which is not known. */
  failed: () => string;
  missing: (missing: NonNullable<CodeEnding['missing']>) => string;
  startedAnew: () => string;
  /** Of a table that code has shown, not all rows are kept. */
  firstRows: (count: string) => string;
  /** Why nothing is made of those. */
  onlyFirstRows: () => string;
  /** Where it ran, or was searched, other than on this computer. */
  atServer: () => string;
  /** Which Python ran it, in a few words. */
  ranIn: (python: RanPython) => string;
  /** What code waits for, as a sentence. */
  waits: ByCode<CodeWait>;
  printedNothing: () => string;
  /** Why pictures show boxes in the places of these characters, and what to do. */
  missingGlyphs: (characters: string) => string;
}

/** Sentences in place of an English one that came with the same reason. */
export type FailureWords = ByCode<FailureReason>;

/** Questions that are offered. */
export type SuggestionWords = ByCode<Suggestion>;

/** What is said in the place of a picture or a file that could not be fetched. */
export interface FileWords {
  missing: (file: Pick<MissingFile, 'path' | 'reason'>) => string;
  gone: (file: Pick<GoneFile, 'path' | 'reason'>) => string;
  /** Behind a link of an answer to a file that its code did not write. */
  notMade: () => string;
}

/** What reading a file has found out. */
export interface ProfileWords {
  note: ByCode<ProfileNote>;
  reject: ByCode<RejectReason>;
  /** A few words each, to be listed. */
  readAs: ByCode<ReadAs>;
  stage: ByCode<IntakeStage>;
}

/** Where a model is asked: the connection's name, and whether it is on this computer. */
export interface ModelPlace {
  place: string;
  local: boolean;
}

/** Connections to models: what went wrong with one and what to do, where its key is, how much it is given. */
export interface ConnectionWords {
  problem: { [C in ModelProblemCode]: (about: ModelPlace) => string };
  keyState: { [W in KeyState['where']]: () => string };
  /** Two or three words each, to choose from. */
  boundary: { [B in DataBoundary]: () => string };
  boundaryMeaning: { [B in DataBoundary]: () => string };
  /** What of the data goes where, for the composer. */
  boundaryGiven: { [B in DataBoundary]: (about: ModelPlace) => string };
  /** What the analyst agrees to: documents may go to vector stores of the server. */
  agreesToSearch: (about: ModelPlace) => string;
  /** What bytes that were sent are, a word or two each. */
  sentKind: { [K in keyof SentBytes]: () => string };
  /** On a button, after a model could not be given tools. */
  answerWorded: (about: { model: string }) => string;
  /** What was learned of a server, by its code; one that is not known is shown as it is. */
  quirk: (code: string, detail: string | null) => string;
}

/** What a model can, as the analyst sets it. */
export interface AbilityWords {
  vision: () => string;
  tools: () => string;
  parallelCalls: () => string;
  structuredOutput: () => string;
  efforts: () => string;
  effortsMeaning: () => string;
  unknown: () => string;
  yes: () => string;
  no: () => string;
}

/** How long the ledger keeps what requests said; sizes come worded. */
export interface LedgerWords {
  kept: (requests: number, size: string) => string;
  keep: () => string;
  /** Null for good. */
  keepFor: (days: number | null) => string;
  forget: (requests: number) => string;
  forgetMeaning: (days: number, size: string) => string;
}

/** What to know of a step. */
export interface StepWords {
  /** What heads a local run, before its time. */
  again: () => string;
  edited: () => string;
  /** So many messages and calls were put together by the model's server. */
  compacted: (count: number) => string;
}

/** What can be chosen for an assistant. */
export interface AssistantWords {
  searchPlace: { [P in SearchPlace]: () => string };
  searchMeaning: { [P in SearchPlace]: () => string };
  /** Answers go on at the server when the connection breaks, and what that means. */
  background: () => string;
  backgroundMeaning: () => string;
}

/** Questions as values: why one cannot be computed, and what to do. */
export interface QueryWords {
  problem: ByCode<QueryProblem>;
}

/**
 * A catalogue: how one language says what the contract knows as data. Sentences are plain text on one line; whoever puts
 * one into markdown escapes it. Nothing may depend on what they say.
 */
/** What the window says of itself. */
export interface WindowWords {
  /** Above the threads used last. */
  recent: () => string;
  toggleNavigation: () => string;
  shortcuts: () => string;
  /** What each shortcut does. */
  shortcut: {
    [K in
      | 'palette'
      | 'new'
      | 'next'
      | 'previous'
      | 'inspector'
      | 'navigation'
      | 'settings'
      | 'send'
      | 'line'
      | 'stop'
      | 'recall'
      | 'run'
      | 'shortcuts']: () => string;
  };
  /** Why little can be done now, and what can be. */
  notReached: () => string;
  engineOff: () => string;
}

/** What a document that is looked at can be asked for. */
export interface DocumentWords {
  /** Where words stand, behind the document's name. */
  place: ByCode<PlaceInDocument>;
  search: () => string;
  /** Which of the places where the words stand is shown, from 1; `more` where there are more than are counted. */
  match: (match: { at: number; of: number; more: boolean }) => string;
  noMatch: () => string;
  previousMatch: () => string;
  nextMatch: () => string;
  smaller: () => string;
  larger: () => string;
  /** The tables of the page that is shown. */
  tables: () => string;
  tablesOf: (name: string, page: number) => string;
  table: (number: number) => string;
  /** Of a table over several pages. */
  tablePages: (number: number, first: number, last: number) => string;
  /** What is recognised as a table, where none is. */
  noTables: () => string;
  takeAsData: () => string;
  notTaken: () => string;
}

/** The wordings of a question, and the ways between them. */
export interface VersionWords {
  label: () => string;
  /** Which of them is shown, from 1. */
  place: (at: number, of: number) => string;
  earlier: () => string;
  later: () => string;
  compare: () => string;
  beside: (count: number) => string;
  closeBeside: () => string;
  goOnWith: () => string;
  unanswered: () => string;
  edit: () => string;
  editLabel: () => string;
  stays: () => string;
  ask: () => string;
  cancel: () => string;
  goOn: () => string;
  beginning: () => string;
  showNewest: () => string;
  again: () => string;
  /** Why nothing can be asked. */
  running: () => string;
}

export interface Words {
  answer: AnswerWords;
  chart: ChartWords;
  /** What stands over a list of questions that can be asked. */
  offersLead: () => string;
  /** Before what a question can mean. */
  whichLead: () => string;
  /** Before what can be computed instead of a question that was not understood whole. */
  nearLead: () => string;
  /** Behind such a reading; empty where it leaves out no word. */
  leavesOut: (words: readonly string[]) => string;
  declined: DeclinedWords;
  code: CodeWords;
  run: RunWords;
  file: FileWords;
  profile: ProfileWords;
  connection: ConnectionWords;
  ability: AbilityWords;
  assistant: AssistantWords;
  step: StepWords;
  suggestion: SuggestionWords;
  ledger: LedgerWords;
  rerun: RerunWords;
  query: QueryWords;
  chips: ChipWords;
  versions: VersionWords;
  window: WindowWords;
  work: WorkWords;
  library: LibraryWords;
  publication: PublicationWords;
  deletions: DeletionWords;
  threads: ThreadWords;
  document: DocumentWords;
  /** Everything else that the window says. */
  ui: UiWords;
  locale: LocaleWords;
  figure: FigureWords;
  headline: HeadlineSentence;
}
