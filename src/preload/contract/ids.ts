import { z } from 'zod';

/** Ids come from servers we do not control and end up in paths and URLs, so only these characters pass. */
const id = z.string().regex(/^[A-Za-z0-9_-]{1,80}$/, 'is not an id');

export const ThreadId = id.brand<'ThreadId'>();
export type ThreadId = z.infer<typeof ThreadId>;
export const MessageId = id.brand<'MessageId'>();
export type MessageId = z.infer<typeof MessageId>;
export const RunId = id.brand<'RunId'>();
export type RunId = z.infer<typeof RunId>;
export const StepId = id.brand<'StepId'>();
export type StepId = z.infer<typeof StepId>;
export const CallId = id.brand<'CallId'>();
export type CallId = z.infer<typeof CallId>;
export const FileId = id.brand<'FileId'>();
export type FileId = z.infer<typeof FileId>;
export const DatasetId = id.brand<'DatasetId'>();
export type DatasetId = z.infer<typeof DatasetId>;
export const DocumentId = id.brand<'DocumentId'>();
export type DocumentId = z.infer<typeof DocumentId>;
export const ChartId = id.brand<'ChartId'>();
export type ChartId = z.infer<typeof ChartId>;
export const ResultId = id.brand<'ResultId'>();
export type ResultId = z.infer<typeof ResultId>;
export const RerunId = id.brand<'RerunId'>();
export type RerunId = z.infer<typeof RerunId>;
export const ConnectionId = id.brand<'ConnectionId'>();
export type ConnectionId = z.infer<typeof ConnectionId>;
export const AssistantId = id.brand<'AssistantId'>();
export type AssistantId = z.infer<typeof AssistantId>;
export const ReportId = id.brand<'ReportId'>();
export type ReportId = z.infer<typeof ReportId>;
export const ReportBlockId = id.brand<'ReportBlockId'>();
export type ReportBlockId = z.infer<typeof ReportBlockId>;
export const ReportRerunId = id.brand<'ReportRerunId'>();
export type ReportRerunId = z.infer<typeof ReportRerunId>;
/** Who answers: `built-in`, or a connection's id and the model's own name, as `con_1/gpt-6-luna`. The name may hold slashes. */
export const AnswererId = z
  .string()
  .regex(/^(built-in|[A-Za-z0-9_-]{1,80}\/\S{1,200})$/, 'is not an answerer')
  .brand<'AnswererId'>();
export type AnswererId = z.infer<typeof AnswererId>;

/** Milliseconds since the Unix epoch, UTC. */
export const Instant = z.int().nonnegative();
export type Instant = z.infer<typeof Instant>;
