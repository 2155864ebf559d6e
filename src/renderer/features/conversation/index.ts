export { Composer } from './Composer';
export { Conversation } from './Conversation';
export { useQuestions } from './use-messages';
