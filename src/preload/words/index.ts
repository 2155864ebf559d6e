export { type ChipWords, queryFactWords } from './chip-words';
export { english } from './english';
export {
  absentWords,
  chartNoteWords,
  codeEndedWords,
  endingWords,
  factWords,
  noteWords,
  problemWords,
  readAsWords,
  readingLine,
  readingTitle,
  rejectWords,
  stageWords,
  waitWords,
} from './sentences';
export type {
  AnswerWords,
  ChartWords,
  CodeWords,
  ConnectionWords,
  DeclinedWords,
  FileWords,
  ModelPlace,
  ProfileWords,
  QueryWords,
  RunWords,
  Words,
} from './words';
