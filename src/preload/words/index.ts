export { english } from './english';
export {
  type AnswerWords,
  type CodeWords,
  codeEndedWords,
  type DeclinedWords,
  endingWords,
  factWords,
  noteWords,
  type ProfileWords,
  type RunWords,
  readAsWords,
  rejectWords,
  stageWords,
  type Words,
} from './words';
