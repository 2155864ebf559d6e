export { english } from './english';
export {
  type AnswerWords,
  absentWords,
  type CodeWords,
  codeEndedWords,
  type DeclinedWords,
  endingWords,
  type FileWords,
  factWords,
  noteWords,
  type ProfileWords,
  type RunWords,
  readAsWords,
  rejectWords,
  stageWords,
  type Words,
} from './words';
