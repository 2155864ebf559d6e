import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import { z } from 'zod';
import { unlessAborted } from '../../until-aborted';
import { seconds } from '../clock';
import { invalid } from '../errors';
import { fileObject } from '../objects';
import { newId } from '../store/ids';
import type { FileRecord } from '../store/records';
import type { PartRecord, UploadRecord } from '../store/uploads';
import { readBody } from './body';
import { type Context, orNotFound } from './context';
import { FILE_PURPOSES, FileLifetime } from './files';
import { reply } from './reply';
import * as shapes from './shapes';
import { readUpload } from './upload';

const LIFETIME_SECONDS = 3600;
const LARGEST_UPLOAD = 8 * 1024 ** 3;
const LARGEST_PART = 64 * 1024 ** 2;

const NewUpload = shapes.object({
  filename: shapes.text(255).min(1),
  purpose: z.enum(FILE_PURPOSES),
  bytes: shapes.integer.min(1).max(LARGEST_UPLOAD),
  mime_type: shapes.text(255),
  expires_after: FileLifetime.nullish(),
});
const Completion = shapes.object({
  part_ids: z.array(shapes.text(), 'an array of strings').min(1).max(10_000),
  md5: shapes.text(64).nullish(),
});
const Nothing = shapes.object({});

/** Files that come in parts, for those too large for one request. */
export function uploadRoutes(app: Hono, context: Context): void {
  const { store, clock } = context;

  app.post('/v1/uploads', async (c) => {
    const { filename, purpose, bytes, expires_after } = await readBody(c.req.raw, NewUpload);
    const now = seconds(clock);
    const upload = store.uploads.insert({
      id: newId('upload_'),
      created_at: now,
      expires_at: now + LIFETIME_SECONDS,
      filename,
      purpose,
      bytes,
      status: 'pending',
      file_id: null,
      file_lifetime: expires_after?.seconds ?? null,
    });
    return reply(c, uploadObject(context, upload));
  });

  app.post('/v1/uploads/:id/parts', async (c) => {
    const upload = pending(context, c.req.param('id'));
    const part = await unlessAborted(addPart(context, upload.id, c.req.raw), c.req.raw.signal);
    const { id, created_at, upload_id } = part;
    return reply(c, { id, object: 'upload.part', created_at, upload_id });
  });

  app.post('/v1/uploads/:id/complete', async (c) => {
    const { part_ids, md5 } = await readBody(c.req.raw, Completion);
    const upload = pending(context, c.req.param('id'));
    const parts = part_ids.map((id) => {
      const part = store.uploadParts.get(id);
      return orNotFound(part?.upload_id === upload.id ? part : undefined, 'part', id);
    });
    const size = parts.reduce((sum, part) => sum + part.bytes, 0);
    if (size !== upload.bytes)
      throw invalid(
        `Invalid 'part_ids': the parts hold ${size} bytes, but ${upload.bytes} were announced.`,
        'part_ids',
      );
    const completed = await join(context, upload, parts, md5 ?? null);
    context.deadlines.forget(upload.id);
    await releaseParts(context, store.uploadParts.of(upload.id));
    return reply(c, uploadObject(context, completed));
  });

  app.post('/v1/uploads/:id/cancel', async (c) => {
    await readBody(c.req.raw, Nothing);
    const upload = pending(context, c.req.param('id'));
    const cancelled = store.uploads.update(upload.id, { status: 'cancelled' }) ?? upload;
    context.deadlines.forget(upload.id);
    await releaseParts(context, store.uploadParts.of(upload.id));
    return reply(c, uploadObject(context, cancelled));
  });
}

/** Parts of uploads that nobody will complete any more. */
export function forsakenParts({ store, clock, deadlines }: Context): PartRecord[] {
  return store.uploadParts.forsaken(seconds(clock)).filter((part) => {
    const upload = store.uploads.get(part.upload_id);
    return upload?.status !== 'pending' || deadlines.remaining(upload) <= 0;
  });
}

/** Removes parts that nobody can use any more, and their bytes. */
export async function releaseParts(
  { store, bytes }: Pick<Context, 'store' | 'bytes'>,
  parts: PartRecord[],
): Promise<void> {
  store.transaction(() => {
    for (const part of parts) store.uploadParts.delete(part.id);
  });
  for (const part of parts) await bytes.release(part.blob_key);
}

function pending({ store, deadlines }: Context, id: string): UploadRecord {
  const upload = orNotFound(store.uploads.get(id), 'upload', id);
  if (upload.status !== 'pending') throw invalid(`Upload ${id} is ${upload.status} and takes nothing more.`);
  if (deadlines.remaining(upload) <= 0) throw invalid(`Upload ${id} has expired.`);
  return upload;
}

async function addPart(context: Context, uploadId: string, request: Request): Promise<PartRecord> {
  const { store, clock, bytes } = context;
  const form = await readUpload(request, 'data', LARGEST_PART);
  const keeping = bytes.keep(form.bytes, LARGEST_PART, async ({ key, size }) => {
    await form.done;
    pending(context, uploadId);
    const id = newId('part_');
    return store.transaction(() =>
      store.uploadParts.insert({ id, created_at: seconds(clock), upload_id: uploadId, bytes: size, blob_key: key }),
    );
  });
  return keeping.finally(form.stop);
}

function join(context: Context, upload: UploadRecord, parts: PartRecord[], md5: string | null): Promise<UploadRecord> {
  const { store, clock, bytes } = context;
  const hash = createHash('md5');
  const whole = async function* () {
    for (const part of parts) {
      for await (const chunk of (await bytes.read(part.blob_key)).stream) {
        hash.update(chunk);
        yield chunk;
      }
    }
  };
  return bytes.keep(whole(), LARGEST_UPLOAD, async ({ key, size }) => {
    if (md5 !== null && hash.digest('hex') !== md5.toLowerCase())
      throw invalid("Invalid 'md5': it is not the checksum of the parts.", 'md5', 'invalid_value');
    pending(context, upload.id);
    const now = seconds(clock);
    const file: FileRecord = {
      id: newId('file-'),
      created_at: now,
      expires_at: upload.file_lifetime === null ? null : now + upload.file_lifetime,
      filename: upload.filename,
      purpose: upload.purpose,
      bytes: size,
      blob_key: key,
    };
    return store.transaction(() => {
      store.files.insert(file);
      return store.uploads.update(upload.id, { status: 'completed', file_id: file.id }) ?? upload;
    });
  });
}

function uploadObject({ store, deadlines }: Context, record: UploadRecord) {
  const { file_id, file_lifetime: _, ...shown } = record;
  const file = file_id === null ? undefined : store.files.get(file_id);
  const expired = record.status === 'pending' && deadlines.remaining(record) <= 0;
  return {
    ...shown,
    object: 'upload' as const,
    status: expired ? ('expired' as const) : record.status,
    ...(file ? { file: fileObject(file) } : {}),
  };
}
