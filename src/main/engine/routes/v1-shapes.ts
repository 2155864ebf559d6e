import type { Context as Call, MiddlewareHandler } from 'hono';
import { filesOf } from '../assistant-files';
import type { Store } from '../store';
import type { AssistantTool, MessageContent, ToolCall } from '../store/records';
import { speaksV1 } from './body';
import type { Context } from './context';
import { shapeReplies } from './reply';

type Shown = { object?: unknown } & Record<string, unknown>;

/** Answers requests of version 1 in the shapes of that version. */
export function speakV1({ store }: Pick<Context, 'store'>): MiddlewareHandler {
  return async (c: Call, next) => {
    if (speaksV1(c.req.raw)) shapeReplies(c, (body) => asV1(store, { ...body }));
    await next();
  };
}

/**
 * An object of this server as version 1 had it: files in `file_ids` rather than with their tools, and `retrieval` where
 * now is `file_search`. What is the same in both stays as it is.
 */
function asV1(store: Store, body: Shown): object {
  switch (body.object) {
    case 'list':
      return { ...body, data: Array.isArray(body.data) ? body.data.map((item: Shown) => asV1(store, item)) : [] };
    case 'assistant': {
      const { tool_resources: _, ...rest } = body;
      return { ...rest, tools: oldTools(body.tools), file_ids: assistantFiles(store, body.id) };
    }
    case 'thread': {
      const { tool_resources: _, ...rest } = body;
      return rest;
    }
    case 'thread.message':
      return oldMessage(store, body);
    case 'thread.run': {
      const { tool_resources: _, ...rest } = body;
      return { ...rest, tools: oldTools(body.tools), file_ids: assistantFiles(store, body.assistant_id) };
    }
    case 'thread.run.step':
      return { ...body, step_details: oldDetails(body.step_details) };
    case 'thread.run.step.delta': {
      const { step_details } = Object(body.delta);
      return { ...body, delta: { step_details: oldDetails(step_details) } };
    }
    default:
      return body;
  }
}

function assistantFiles(store: Store, id: unknown): string[] {
  const assistant = typeof id === 'string' ? store.assistants.get(id) : undefined;
  return assistant ? filesOf(store, assistant) : [];
}

function oldTools(tools: unknown): unknown {
  if (!Array.isArray(tools)) return tools;
  return tools.map((tool: AssistantTool) => (tool.type === 'file_search' ? { type: 'retrieval' } : tool));
}

function oldMessage(store: Store, { attachments, ...rest }: Shown): object {
  const files = Array.isArray(attachments)
    ? attachments.map((attachment: { file_id?: string }) => attachment.file_id)
    : [];
  const content = Array.isArray(rest.content)
    ? rest.content.map((part: MessageContent) => quoted(store, String(rest.thread_id), part))
    : [];
  return { ...rest, content, file_ids: [...new Set(files.filter((id) => id !== undefined))] };
}

/** Version 1 said with each citation what was cited. */
function quoted(store: Store, threadId: string, part: MessageContent): object {
  if (part.type !== 'text') return part;
  const annotations = part.text.annotations.map((annotation) => {
    if (annotation.type !== 'file_citation') return annotation;
    const [, search, passage] = /(\d+):(\d+)/.exec(annotation.text) ?? [];
    const quote = store.toolResults.search(threadId, Number(search))?.passages[Number(passage)]?.text ?? '';
    return { ...annotation, file_citation: { ...annotation.file_citation, quote } };
  });
  return { type: 'text', text: { ...part.text, annotations } };
}

function oldDetails(details: unknown): unknown {
  const { type, tool_calls, ...rest } = Object(details);
  if (type !== 'tool_calls' || !Array.isArray(tool_calls)) return details;
  const calls = tool_calls.map((call: ToolCall) => {
    if (call.type !== 'file_search') return call;
    const { file_search: _, ...shared } = call;
    return { ...shared, type: 'retrieval', retrieval: {} };
  });
  return { type, tool_calls: calls, ...rest };
}
