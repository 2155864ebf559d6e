import type { Hono } from 'hono';
import type { z } from 'zod';
import { withFiles } from '../assistant-files';
import { seconds } from '../clock';
import { assistantObject, deletedObject } from '../objects';
import { newId } from '../store/ids';
import type { AssistantRecord } from '../store/records';
import { readBody } from './body';
import { type Context, fileOf, orNotFound } from './context';
import { NewToolResources } from './new-resources';
import { normalFormat, normalResources, normalTools } from './normal';
import { list, pageQuery } from './paging';
import { reply } from './reply';
import { taken } from './resources';
import * as shapes from './shapes';

const settings = {
  name: shapes.text(256).nullish(),
  description: shapes.text(512).nullish(),
  instructions: shapes.text(256_000).nullish(),
  tools: shapes.tools(128).nullish(),
  /** As version 1 gave files: to every tool. */
  file_ids: shapes.FileIds.nullish(),
  metadata: shapes.Metadata.nullish(),
  temperature: shapes.Temperature.nullish(),
  top_p: shapes.TopP.nullish(),
  response_format: shapes.ResponseFormat.nullish(),
  reasoning_effort: shapes.ReasoningEffort.nullish(),
};
const NewAssistant = shapes.object({
  model: shapes.text().min(1),
  ...settings,
  tool_resources: NewToolResources.nullish(),
});
const AssistantPatch = shapes.object({
  model: shapes.text().min(1).nullish(),
  ...settings,
  tool_resources: shapes.ToolResources.nullish(),
});

export function assistantRoutes(app: Hono, context: Context): void {
  const { store, clock } = context;

  app.get('/v1/assistants', (c) => {
    const query = pageQuery(c.req);
    return reply(
      c,
      list(() => store.assistants.page('TRUE', {}, query), assistantObject),
    );
  });

  app.post('/v1/assistants', async (c) => {
    const body = await readBody(c.req.raw, NewAssistant);
    const blank: AssistantRecord = { ...BLANK, id: newId('asst_'), created_at: seconds(clock), model: body.model };
    const record = store.transaction(() => {
      const tool_resources = taken(context, body.tool_resources, 'assistant');
      const assistant = changed(blank, { ...body, tool_resources });
      return store.assistants.insert(filled(context, assistant, body.file_ids));
    });
    return reply(c, assistantObject(record));
  });

  app.get('/v1/assistants/:id', (c) => {
    const id = c.req.param('id');
    return reply(c, assistantObject(orNotFound(store.assistants.get(id), 'assistant', id)));
  });

  app.post('/v1/assistants/:id', async (c) => {
    const id = c.req.param('id');
    const body = await readBody(c.req.raw, AssistantPatch);
    const assistant = orNotFound(store.assistants.get(id), 'assistant', id);
    taken(context, body.tool_resources, 'assistant');
    const updated = store.transaction(() =>
      store.assistants.update(id, filled(context, changed(assistant, body), body.file_ids)),
    );
    return reply(c, assistantObject(orNotFound(updated, 'assistant', id)));
  });

  app.delete('/v1/assistants/:id', (c) => {
    const id = c.req.param('id');
    orNotFound(store.assistants.delete(id) || undefined, 'assistant', id);
    return reply(c, deletedObject(id, 'assistant.deleted'));
  });
}

const BLANK: Omit<AssistantRecord, 'id' | 'created_at' | 'model'> = {
  name: null,
  description: null,
  instructions: null,
  tools: [],
  top_p: 1,
  temperature: 1,
  reasoning_effort: null,
  tool_resources: {},
  metadata: {},
  response_format: 'auto',
};

function filled(
  context: Context,
  assistant: AssistantRecord,
  fileIds: readonly string[] | null | undefined,
): AssistantRecord {
  if (fileIds === undefined) return assistant;
  for (const id of fileIds ?? []) fileOf(context, id);
  return withFiles(context, assistant, fileIds ?? []);
}

/** What is absent stays; null goes back to the default. */
function changed(record: AssistantRecord, body: z.infer<typeof AssistantPatch>): AssistantRecord {
  const tools = body.tools === undefined ? record.tools : normalTools(body.tools ?? []);
  const resources = body.tool_resources === undefined ? record.tool_resources : body.tool_resources;
  return {
    ...record,
    model: body.model ?? record.model,
    name: body.name === undefined ? record.name : body.name,
    description: body.description === undefined ? record.description : body.description,
    instructions: body.instructions === undefined ? record.instructions : body.instructions,
    tools,
    tool_resources: normalResources(resources, tools),
    metadata: body.metadata === undefined ? record.metadata : (body.metadata ?? {}),
    temperature: body.temperature === undefined ? record.temperature : (body.temperature ?? 1),
    top_p: body.top_p === undefined ? record.top_p : (body.top_p ?? 1),
    response_format:
      body.response_format === undefined ? record.response_format : normalFormat(body.response_format ?? 'auto'),
    reasoning_effort: body.reasoning_effort === undefined ? record.reasoning_effort : body.reasoning_effort,
  };
}
