export { type AssistantDefinition, AssistantsClient, type RunSnapshot } from './assistants-client';
export type { ReadDocument } from './document-server';
export type { CitedFile, FoundNews } from './found';
export type { MadeFileNews } from './made-files';
export type { CallNews, MessageNews, PendingCall, RunNews, RunUpdate, StepNews } from './updates';
