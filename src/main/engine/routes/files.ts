import type { Hono } from 'hono';
import { z } from 'zod';
import { unlessAborted, untilAborted } from '../../until-aborted';
import { seconds } from '../clock';
import { ApiError, invalid, pythonList } from '../errors';
import { deletedObject, fileObject } from '../objects';
import { newId } from '../store/ids';
import type { FileRecord, ToolResources } from '../store/records';
import { type Context, liveFile } from './context';
import { list, pageQuery } from './paging';
import { reply, replyStream } from './reply';
import * as shapes from './shapes';
import { LARGEST_FILE, readUpload } from './upload';
import { parse } from './validate';

export const FILE_PURPOSES = ['fine-tune', 'assistants', 'batch', 'user_data', 'vision', 'evals'] as const;
export const FileLifetime = shapes.object({
  anchor: z.enum(['created_at']),
  seconds: shapes.integer.min(3600).max(2_592_000),
});
const UploadForm = shapes.object({ purpose: z.enum(FILE_PURPOSES), expires_after: FileLifetime.optional() });

export function fileRoutes(app: Hono, context: Context): void {
  const { store, bytes, clock } = context;

  app.get('/v1/files', (c) => {
    const query = { ...pageQuery(c.req, 10_000, 10_000), before: null };
    const purpose = c.req.query('purpose') || null;
    return reply(
      c,
      list(() => store.files.list(purpose, seconds(clock), query), fileObject),
    );
  });

  app.post('/v1/files', async (c) => {
    const upload = await readUpload(c.req.raw, 'file', LARGEST_FILE);
    const keeping = bytes.keep(upload.bytes, LARGEST_FILE, async (kept) => {
      await upload.done;
      return addFile(context, upload.fields, upload.filename, kept);
    });
    const file = await unlessAborted(keeping, c.req.raw.signal).finally(upload.stop);
    return reply(c, fileObject(file));
  });

  app.get('/v1/files/:id', (c) => reply(c, fileObject(namedFile(context, c.req.param('id')))));

  app.delete('/v1/files/:id', async (c) => {
    const file = namedFile(context, c.req.param('id'));
    deleteFile(context, file);
    await bytes.release(file.blob_key);
    return reply(c, deletedObject(file.id, 'file'));
  });

  app.get('/v1/files/:id/content', async (c) => {
    const file = namedFile(context, c.req.param('id'));
    const { stream, size } = await bytes.read(file.blob_key);
    return replyStream(c, asStream(untilAborted(stream, c.req.raw.signal)), {
      'content-type': 'application/octet-stream',
      'content-length': String(size),
      'content-disposition': attachment(file.filename),
    });
  });
}

/** @throws ApiError in the words that this part of upstream has for itself, whatever the id looks like */
function namedFile(context: Context, id: string): FileRecord {
  const file = liveFile(context, id);
  if (!file) throw new ApiError(404, `No such File object: ${id}`, 'id');
  return file;
}

/** With the plain form of the name, which is the one that scripts look for. */
function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\]/gu, '_');
  const exact = plain === name ? '' : `; filename*=UTF-8''${encodeURIComponent(name.toWellFormed())}`;
  return `attachment; filename="${plain}"${exact}`;
}

function addFile(
  { store, clock }: Context,
  fields: Record<string, string>,
  filename: string,
  kept: { key: string; size: number },
): FileRecord {
  requirePurpose(fields.purpose);
  const { purpose, expires_after } = parse(UploadForm, nested(fields));
  const now = seconds(clock);
  const record: FileRecord = {
    id: newId('file-'),
    created_at: now,
    expires_at: expires_after ? now + expires_after.seconds : null,
    filename,
    purpose,
    bytes: kept.size,
    blob_key: kept.key,
  };
  return store.transaction(() => store.files.insert(record));
}

function requirePurpose(given: string | undefined): void {
  if (given === undefined || FILE_PURPOSES.some((purpose) => purpose === given)) return;
  throw invalid(`'${given}' is not one of ${pythonList(FILE_PURPOSES)} - 'purpose'`, 'purpose');
}

/** `{ 'expires_after[seconds]': '3600' }` → `{ expires_after: { seconds: 3600 } }` */
function nested(fields: Record<string, string>): Record<string, unknown> {
  const { 'expires_after[anchor]': anchor, 'expires_after[seconds]': after, ...rest } = fields;
  if (anchor === undefined && after === undefined) return rest;
  const number = after !== undefined && /^\d+$/.test(after) ? Number(after) : after;
  return { ...rest, expires_after: { anchor, seconds: number } };
}

/** A file leaves the lists that name it, too. */
export function deleteFile(
  { store, indexer, models }: Pick<Context, 'store' | 'indexer' | 'models'>,
  file: FileRecord,
): void {
  const named = { name: JSON.stringify(file.id) };
  store.transaction(() => {
    for (const place of store.vectorStoreFiles.select('file_id = $file', { file: file.id })) {
      store.vectorStoreFiles.delete(place.id);
      indexer.drop(place.vector_store_id, file.id);
    }
    store.files.delete(file.id);
    for (const thread of store.threads.select('instr(tool_resources, $name)', named)) {
      store.threads.update(thread.id, { tool_resources: without(thread.tool_resources, file.id) });
    }
    for (const assistant of store.assistants.select('instr(body, $name)', named)) {
      store.assistants.update(assistant.id, { tool_resources: without(assistant.tool_resources, file.id) });
    }
  });
  models.forget?.({ fileId: file.id });
}

function without(resources: ToolResources, fileId: string): ToolResources {
  const files = resources.code_interpreter?.file_ids;
  if (!files) return resources;
  return { ...resources, code_interpreter: { file_ids: files.filter((id) => id !== fileId) } };
}

function asStream(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream(
    {
      async pull(controller) {
        const { value, done } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await chunks.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
