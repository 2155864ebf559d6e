import { protocol } from 'electron';
import type { Hono } from 'hono';

export const ORIGIN = 'assay://app';

/** Must be called before the app is ready. The scheme behaves like https: own origin, fetch, streams, no CORS. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'assay', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
}

/** Everything the window loads comes from here; only our own page may ask. */
export function serveScheme(surface: Pick<Hono, 'fetch'>): void {
  protocol.handle('assay', (request) => {
    const origin = request.headers.get('origin');
    if (new URL(request.url).host !== 'app' || (origin !== null && origin !== ORIGIN)) {
      return new Response('There is nothing here.', { status: 403 });
    }
    return surface.fetch(request);
  });
}
