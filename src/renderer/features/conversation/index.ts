export { Composer } from './Composer';
export { Conversation } from './Conversation';
