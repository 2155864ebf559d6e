import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';

/** Compares secrets without telling by time how much of one was right. */
export function sameSecret(given: string, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}

/**
 * Only requests that name this very address pass: a foreign site that resolves its own name to this machine (DNS
 * rebinding) still sends its own name as Host, and a foreign page its own Origin.
 */
export function loopbackOnly(
  port: () => number,
  origin: 'own' | 'none',
  refuse: (context: Context, message: string) => Response = (context, message) => context.text(message, 403),
): MiddlewareHandler {
  return async (context, next) => {
    const hosts = [`127.0.0.1:${port()}`, `localhost:${port()}`];
    const host = context.req.header('host') ?? '';
    if (!hosts.includes(host)) return refuse(context, 'This address serves only this computer.');
    const from = context.req.header('origin');
    if (from !== undefined && (origin === 'none' || from !== `http://${host}`)) {
      return refuse(context, 'Pages of other sites may not ask here.');
    }
    const site = context.req.header('sec-fetch-site');
    const foreign = site !== undefined && site !== 'same-origin' && site !== 'none';
    if (foreign && !(origin === 'own' && isVisit(context))) {
      return refuse(context, 'Pages of other sites may not ask here.');
    }
    await next();
  };
}

/**
 * The page itself, brought into a tab: that is how the page on disk that leads to the window opens it. The page tells nobody
 * anything without the token, and no other page can look into it.
 */
function isVisit({ req }: Context): boolean {
  return (
    req.method === 'GET' &&
    req.path === '/' &&
    req.header('sec-fetch-mode') === 'navigate' &&
    req.header('sec-fetch-dest') === 'document'
  );
}

export function bearer(header: string | undefined): string {
  return header?.match(/^Bearer (\S+)$/i)?.[1] ?? '';
}
