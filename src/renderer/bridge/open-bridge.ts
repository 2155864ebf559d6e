import type { Doorway } from '#contract';
import type { Result } from '#contract/result';
import type { Bridge } from './bridge';
import { electronBridge } from './electron-bridge';
import { httpBridge } from './http-bridge';

const KEPT_AS = 'assay-token';

/** Electron's doorway when there is one, else HTTP with the token that the address brought along, or a code for it. */
export async function openBridge(): Promise<Bridge> {
  const doorway: unknown = Reflect.get(window, 'assay');
  return isDoorway(doorway) ? electronBridge(doorway) : httpBridge(await takeToken());
}

/** Token and code leave the address bar at once; the token stays for as long as the tab does, so that a reload works. */
async function takeToken(): Promise<string> {
  const given = new URLSearchParams(window.location.hash.slice(1));
  const [token, code] = [given.get('token'), given.get('code')];
  if (token || code) history.replaceState(null, '', `${window.location.pathname}#/`);
  const fresh = token ?? (code ? await signIn(code) : null);
  if (fresh) sessionStorage.setItem(KEPT_AS, fresh);
  return fresh ?? sessionStorage.getItem(KEPT_AS) ?? '';
}

/** Null for a code that was used before, as when a tab is brought back. */
async function signIn(code: string): Promise<string | null> {
  try {
    const response = await fetch('/api/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    });
    const answer: Result<{ token: string }> = await response.json();
    return answer.ok ? answer.value.token : null;
  } catch {
    return null;
  }
}

function isDoorway(value: unknown): value is Doorway {
  return typeof value === 'object' && value !== null && 'request' in value && 'subscribe' in value;
}
