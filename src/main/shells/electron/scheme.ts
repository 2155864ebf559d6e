import { protocol } from 'electron';
import type { Hono } from 'hono';

export const ORIGIN = 'assay://app';
/** Shown when the app's own page crashes over and over; it needs nothing that could be what crashes. */
export const CRASHED_PAGE = `${ORIGIN}/crashed`;

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
    return request.url === CRASHED_PAGE ? crashedPage() : surface.fetch(request);
  });
}

const crashedPage = (): Response =>
  new Response(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Assay</title>
<style>:root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;max-width:32rem;margin:20vh auto;padding:0 1.5rem}</style>
<h1>The window crashed several times in a row</h1>
<p>What was saved is kept, and questions that are being answered go on. Open the window again; if it keeps crashing, restart
the computer. The log in Assay’s data folder says more.</p>
<p><a href="/">Open the window again</a></p></html>`,
    {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
        'cache-control': 'no-store',
      },
    },
  );
