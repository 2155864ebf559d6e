import type { WorkWords } from '../work-words';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const spaced = (name: string): string => name.replaceAll('_', ' ');

export const work: WorkWords = {
  run: () => 'Run',
  runAgain: () => 'Run again',
  edit: () => 'Edit',
  close: () => 'Close',
  editing: () => 'Edit and run',
  editorLabel: (language) => (language === 'sql' ? 'Query' : 'Code'),
  openingEditor: () => 'Opening the editor',
  editorKeys: (run) => `${run} runs it. Tab indents; Esc, then Tab leaves the editor.`,
  whatTheStepGave: () => 'What the step gave:',
  goToPlace: (line, column) => `Go to line ${line}, column ${column}`,
  makeAnswer: () => 'Make this the answer',
  isAnswer: () => 'This is the answer',
  makeChart: () => 'Make a chart of it',
  nothingToDraw: () =>
    'These rows make no chart: it takes up to 40 names, or dates, each in one row, and a column of numbers. Group the query by one of them.',
  chartTitle: (measures, along) => capital(`${measures.map(spaced).join(', ')} by ${spaced(along)}`),
  takeAsData: () => 'Use as data',
  dataName: () => 'Result',
  isData: (table) => `Its rows are data of this thread now: ${table}.`,
  showData: () => 'Show the data',
  madeOf: () => 'Made of the result of a query',
  adopted: () => 'Answer from your own version of the code',
  adoptedMeaning: () => 'Later questions go on from the first answer.',
  backToFirst: () => 'Back to the first answer',
  itsCode: () => 'Its code',
};
