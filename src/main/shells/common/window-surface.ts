import { randomBytes } from 'node:crypto';
import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { Readable } from 'node:stream';
import { Hono } from 'hono';
import { ChartId, FileId } from '#contract/ids';
import { AppError, type Result } from '#contract/result';
import { Locale } from '#contract/settings';
import type { App } from '../../compose';
import { toFailure } from '../../dispatch';
import type { Log } from '../../log';
import type { Downloads } from './downloads';

const TYPES = new Map<string, string>([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.mjs', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.woff2', 'font/woff2'],
  ['.ttf', 'font/ttf'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.json', 'application/json'],
]);
const PICTURES: [magic: number[], type: string][] = [
  [[0x89, 0x50, 0x4e, 0x47], 'image/png'],
  [[0xff, 0xd8, 0xff], 'image/jpeg'],
  [[0x47, 0x49, 0x46, 0x38], 'image/gif'],
];

export interface SurfaceOptions {
  app: Pick<App, 'services'>;
  rendererFolder: string;
  downloads: Downloads;
  log: Log;
}

/**
 * What the window loads by URL, in every shell: its own files, pictures, downloads, and the way in for uploads. Who may
 * ask is the shell's business.
 */
export function windowSurface(options: SurfaceOptions): Hono {
  const surface = new Hono();
  surface.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(SAFE_HEADERS)) context.res.headers.set(name, value);
  });
  addFiles(surface, options);
  addUpload(surface, options);
  addPages(surface, options.rendererFolder);
  return surface;
}

const SAFE_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=()',
};

/** Nothing but our own bundle runs or loads, and nothing leaves for anywhere else. */
function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The bundle is listed once; a path that is not in the list is not there, however it is spelled. */
function addPages(surface: Hono, folder: string): void {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const pages = new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [`/${relative(folder, path).split(sep).join('/')}`, path];
    }),
  );
  surface.get('*', (context) => {
    const asked = context.req.path === '/' ? '/index.html' : context.req.path;
    const path = pages.get(asked);
    if (!path) return context.text('There is nothing here.', 404);
    if (asked === '/index.html') {
      const nonce = randomBytes(18).toString('base64');
      context.header('content-security-policy', policy(nonce));
      context.header('cache-control', 'no-store');
      return context.html(readFileSync(path, 'utf8').replaceAll('__CSP_NONCE__', nonce));
    }
    context.header('content-type', TYPES.get(extname(path)) ?? 'application/octet-stream');
    context.header('cache-control', 'public, max-age=31536000, immutable');
    return context.body(Uint8Array.from(readFileSync(path)));
  });
}

function addFiles(surface: Hono, { app, downloads }: SurfaceOptions): void {
  surface.get('/files/chart/:name', async (context) => {
    const [, id, format] = context.req.param('name').match(/^([A-Za-z0-9_-]{1,80})\.(png|svg)$/) ?? [];
    if (!id || (format !== 'png' && format !== 'svg')) return context.text('There is nothing here.', 404);
    const theme = context.req.query('theme') === 'dark' ? 'dark' : 'light';
    return orNothing(async () => {
      const { success, data: locale } = Locale.safeParse(context.req.query());
      const wanted = { chartId: ChartId.parse(id), format, theme, ...(success ? { locale } : {}) } as const;
      const picture = await app.services.charts.picture(wanted);
      return sendFile(picture.path, picture.type);
    });
  });
  surface.get('/files/file/:id', async (context) => {
    const id = FileId.safeParse(context.req.param('id'));
    if (!id.success) return context.text('There is nothing here.', 404);
    const range = context.req.header('range');
    return orNothing(async () => sendFile(app.services.files.location(id.data).path, null, range));
  });
  surface.get('/files/download/:id', async (context) => {
    const file = downloads.find(context.req.param('id'));
    if (!file) return context.text('This download is over. Save again.', 404);
    const name = encodeURIComponent(file.name);
    const headers = {
      'content-type': file.type,
      'content-disposition': `attachment; filename*=UTF-8''${name}`,
      'cache-control': 'no-store',
    };
    if ('bytes' in file) return new Response(Uint8Array.from(file.bytes), { headers });
    return orNothing(async () => {
      const { size } = await stat(file.path);
      const body = Readable.toWeb(createReadStream(file.path)) as ReadableStream<Uint8Array>;
      return new Response(body, { headers: { ...headers, 'content-length': String(size) } });
    });
  });
}

/** A browser hears no answer before it has sent its file, so the rest of one that is refused is taken for this long. */
const TAKE_REST_MS = 30_000;

function addUpload(surface: Hono, { app, log }: SurfaceOptions): void {
  surface.post('/api/upload', async (context) => {
    const { body, signal } = context.req.raw;
    const reader = body?.getReader();
    let result: Result<unknown>;
    try {
      if (!reader) throw new AppError('invalid_input', 'The file is empty.');
      result = { ok: true, value: await app.services.files.add(context.req.query('name') ?? '', chunksOf(reader)) };
    } catch (error) {
      const gone = signal.aborted ? new AppError('cancelled', 'The upload was stopped.') : error;
      result = { ok: false, error: toFailure(gone, 'upload', log) };
      if (reader) await takeRest(reader);
    }
    return context.json(result);
  });
}

async function* chunksOf(reader: ReadableStreamDefaultReader<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

async function takeRest(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  const until = performance.now() + TAKE_REST_MS;
  try {
    while (!(await reader.read()).done) if (performance.now() > until) break;
    await reader.cancel();
  } catch {
    // The sender is gone, and so is its wish to know.
  }
}

/** Pictures are shown as what their first bytes say; anything else is only ever a download, and runs nothing. */
async function sendFile(path: string, type: string | null, range?: string): Promise<Response> {
  const { size } = await stat(path);
  const shown = type ?? (await pictureType(path));
  const part = partOf(range, size);
  const body = Readable.toWeb(createReadStream(path, part ?? {})) as ReadableStream<Uint8Array>;
  return new Response(body, {
    status: part ? 206 : 200,
    headers: {
      'content-type': shown ?? 'application/octet-stream',
      'content-length': String(part ? part.end - part.start + 1 : size),
      'accept-ranges': 'bytes',
      ...(part ? { 'content-range': `bytes ${part.start}-${part.end}/${size}` } : {}),
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'cache-control': 'private, max-age=31536000, immutable',
      ...(shown ? {} : { 'content-disposition': 'attachment' }),
    },
  });
}

/** One part of a file, so that of a long document only the pages that are looked at are read. Anything else is the whole. */
function partOf(range: string | undefined, size: number): { start: number; end: number } | null {
  const [, from, to] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(range ?? '') ?? [];
  if (from === undefined) return null;
  const [start, end] = [Number(from), Math.min(to ? Number(to) : size - 1, size - 1)];
  return start <= end ? { start, end } : null;
}

async function pictureType(path: string): Promise<string | null> {
  const [head] = await createReadStream(path, { end: 15 }).toArray();
  const bytes: Uint8Array = head ?? new Uint8Array();
  return PICTURES.find(([magic]) => magic.every((byte, index) => bytes[index] === byte))?.[1] ?? null;
}

async function orNothing(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError) && !(error instanceof Error && 'code' in error && error.code === 'ENOENT'))
      throw error;
    return new Response('This is no longer kept.', { status: 404 });
  }
}
