export { AssistantPicker } from './AssistantPicker';
export { AssistantsPage } from './AssistantsPage';
