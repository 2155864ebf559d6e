export { type AssistantDefinition, AssistantsClient } from './assistants-client';
export type { ReadDocument } from './document-server';
export type { MadeFileNews } from './made-files';
export type { CallNews, MessageNews, PendingCall, RunNews, StepNews } from './news';
export type { RunUpdate } from './updates';
