export { wordsIn } from './catalogues';
export { type ChipWords, queryFactWords } from './chip-words';
export { english } from './english';
export { german } from './german';
export {
  currentLocale,
  datesLocale,
  dayText,
  decimalMark,
  exactNumber,
  isCurrencyBehind,
  LANGUAGES,
  type Locale,
  localeFrom,
  momentText,
  NUMBER_LOCALES,
  numberText,
  setLocale,
} from './locale';
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
