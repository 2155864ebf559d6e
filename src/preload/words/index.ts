export { LANGUAGES, NUMBER_LOCALES } from '#contract/languages';
export { bytesText } from './bytes-text';
export { wordsIn } from './catalogues';
export { type ChipWords, queryFactWords } from './chip-words';
export { english } from './english';
export { groupText, plainNumber, rounded, writtenCell, writtenChange } from './figures';
export { german } from './german';
export type { HeadlineWriter } from './headline-words';
export {
  currentLocale,
  datesLocale,
  dateText,
  dayText,
  decimalMark,
  ENGLISH,
  exactNumber,
  groupMark,
  inLocale,
  isCurrencyBehind,
  type Locale,
  localeFrom,
  momentText,
  moneyText,
  NUMBERS_OF,
  numberRead,
  numberText,
  numberTyped,
  setLocale,
  shortMonth,
} from './locale';
export { citedText, placeText, sourceLine, sourceLines } from './place-words';
export {
  absentWords,
  callTitle,
  chartNoteWords,
  codeEndedWords,
  endingWords,
  factWords,
  noteWords,
  offeredQuestions,
  problemWords,
  readAsWords,
  readingLine,
  readingTitle,
  rejectWords,
  rerunFactWords,
  rerunWhyWords,
  stageWords,
  suggestionText,
  waitWords,
} from './sentences';
export { columnName, columnsTitle, outputName, titledReading, wordedSpec } from './worded-spec';
export type {
  AnswerWords,
  ChartWords,
  CodeWords,
  ConnectionWords,
  DeclinedWords,
  FileWords,
  ModelPlace,
  ProfileWords,
  PublicationWords,
  QueryWords,
  RunWords,
  Words,
} from './words';
