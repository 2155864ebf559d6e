export { type AssistantDefinition, AssistantsClient, type RunSnapshot } from './assistants-client';
export type { MadeFileNews } from './made-files';
export type { CallNews, MessageNews, PendingCall, RunNews, RunUpdate, StepNews } from './updates';
