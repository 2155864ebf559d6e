export type { AssistantFields, FileChanges, ServerAssistant } from './assistant-server';
export { type AssistantDefinition, AssistantsClient } from './assistants-client';
export type { ReadDocument } from './document-server';
export { isOwnThread, type ServerHistory } from './history';
export type { RunOrder } from './run-origin';
export type { ServerFact } from './server-facts';
export type { ServerFile } from './server-files';
export type { PendingCall, ServerCall, ServerMessage, ServerRun, ServerStep } from './server-objects';
export type { RunUpdate } from './updates';
