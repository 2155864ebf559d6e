export { AnsweringNow } from './AnsweringNow';
export { AskAnother } from './AskAnother';
export { AssistantModel } from './AssistantModel';
export { BoundaryPicker } from './BoundaryPicker';
export { ModelNotes } from './ModelNotes';
export { ModelPicker } from './ModelPicker';
export { ModelSettingsPage } from './ModelSettingsPage';
export { type ChoicesState, useChoices } from './use-choices';
export { useModels } from './use-models';
