export { english } from './english';
export {
  type AnswerWords,
  type CodeWords,
  codeEndedWords,
  type DeclinedWords,
  endingWords,
  factWords,
  type RunWords,
  type Words,
} from './words';
