export { AnswersBeside } from './AnswersBeside';
export { AnswerText } from './AnswerText';
export { Composer } from './Composer';
export { Conversation } from './Conversation';
export { useBranch } from './use-branch';
export { useQuestions } from './use-messages';
export { useRecall } from './use-recall';
