import { randomBytes } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';

const KEEP_MS = 2 * 60_000;
const OFFERS_AT_MOST = 5;
/** A page that comes up under the pointer is not to be pressed by accident. */
const UNPRESSABLE_MS = 800;

/**
 * The shell's own page in which the analyst says yes before a key is handed out. The app's page gets its address and
 * nothing else: the page has an origin that is nobody's, so that no script can read or press it; it is given only to a
 * browser that goes there, not to a script that fetches it, and once. The key stands in it for the clipboard alone.
 */
export class KeyPages {
  /** By what makes the address; the oldest first. */
  readonly #offers = new Map<string, string>();

  /** @returns the path of a page for this key, good for one visit within two minutes */
  offer(key: string): string {
    const id = randomBytes(18).toString('base64url');
    this.#offers.set(id, key);
    for (const old of [...this.#offers.keys()].slice(0, -OFFERS_AT_MOST)) this.#offers.delete(old);
    setTimeout(() => this.#offers.delete(id), KEEP_MS).unref();
    return `/key/${id}`;
  }

  /** Answers `/key/:id`. */
  readonly answer: MiddlewareHandler = async (context) => {
    if (!isVisit(context))
      return context.text(
        'This page is for a browser that says where it goes. Open it from Assay, in a browser of 2023 or newer.',
        403,
      );
    const id = context.req.param('id') ?? '';
    const key = this.#offers.get(id);
    this.#offers.delete(id);
    if (key === undefined)
      return context.html(page('This page is over', '<p>Press “Copy key” in Assay again.</p>'), 404);
    return confirmation(context, key);
  };
}

/** Somebody goes there in a tab of its own; browsers say so in headers that no script can write. */
function isVisit({ req }: Context): boolean {
  return (
    req.header('sec-fetch-mode') === 'navigate' &&
    req.header('sec-fetch-dest') === 'document' &&
    req.header('sec-fetch-site') === 'same-origin'
  );
}

function confirmation(context: Context, key: string): Response {
  const nonce = randomBytes(18).toString('base64');
  context.header(
    'content-security-policy',
    `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox allow-scripts`,
  );
  context.header('cache-control', 'no-store');
  context.header('referrer-policy', 'no-referrer');
  context.header('x-content-type-options', 'nosniff');
  context.header('x-frame-options', 'DENY');
  context.header('cross-origin-opener-policy', 'same-origin');
  context.header('cross-origin-resource-policy', 'same-origin');
  const body = `<p>It lets programs on this computer use Assay’s engine: read, change and delete what the engine keeps, and run code in its
sandbox. It works until you make a new key.</p>
<p>It goes to the clipboard, where other programs can read it. Go on only if you have just pressed “Copy key” in Assay.</p>
<p><button id="copy" disabled>Copy the key</button></p>
<p role="status" id="outcome"></p>
<script nonce="${nonce}">
const button = document.getElementById('copy');
const outcome = document.getElementById('outcome');
setTimeout(() => { button.disabled = false; }, ${UNPRESSABLE_MS});
document.addEventListener('copy', (event) => {
  event.clipboardData.setData('text/plain', ${JSON.stringify(key).replaceAll('<', '\\u003c')});
  event.preventDefault();
});
button.addEventListener('click', () => {
  outcome.textContent = document.execCommand('copy')
    ? 'Copied. Give it to your scripts, and close this page.'
    : 'This browser does not let the page copy. Try another browser.';
});
</script>`;
  return context.html(page('Copy the key for scripts?', body, nonce)) as Response;
}

const page = (title: string, body: string, nonce = ''): string => `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Assay: ${title}</title>
<style nonce="${nonce}">:root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;max-width:30rem;margin:12vh auto;padding:0 1.5rem}
button{font:inherit;padding:.4em 1em}</style>
<h1>${title}</h1>
${body}</html>`;
