/** Code that is worked on, and what comes of it. */
export interface WorkWords {
  run: () => string;
  runAgain: () => string;
  edit: () => string;
  close: () => string;
  editing: () => string;
  editorLabel: (language: 'sql' | 'python') => string;
  openingEditor: () => string;
  /** Which keys do what in the editor; `run` is the one that runs. */
  editorKeys: (run: string) => string;
  /** Above what a step came to, where newer results stand before it. */
  whatTheStepGave: () => string;
  goToPlace: (line: number, column: number) => string;
  /** What can be made of what a local run came to. */
  makeAnswer: () => string;
  isAnswer: () => string;
  makeChart: () => string;
  nothingToDraw: () => string;
  chartTitle: (measures: readonly string[], along: string) => string;
  takeAsData: () => string;
  /** What a file of its rows is called. */
  dataName: () => string;
  isData: (table: string) => string;
  showData: () => string;
  /** Above the data: what it was made of. */
  madeOf: () => string;
  /** Of an answer in whose place it stands. */
  adopted: () => string;
  adoptedMeaning: () => string;
  backToFirst: () => string;
  itsCode: () => string;
}
