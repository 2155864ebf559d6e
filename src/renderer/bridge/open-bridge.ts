import type { Doorway } from '#contract';
import type { Bridge } from './bridge';
import { electronBridge } from './electron-bridge';
import { httpBridge } from './http-bridge';

const KEPT_AS = 'assay-token';

/** Electron's doorway when there is one, else HTTP with the token that the address brought along. */
export function openBridge(): Bridge {
  const doorway: unknown = Reflect.get(window, 'assay');
  return isDoorway(doorway) ? electronBridge(doorway) : httpBridge(takeToken());
}

/** The token leaves the address bar at once, and stays for as long as the tab does, so that a reload works. */
function takeToken(): string {
  const token = new URLSearchParams(window.location.hash.slice(1)).get('token');
  if (token) {
    sessionStorage.setItem(KEPT_AS, token);
    history.replaceState(null, '', `${window.location.pathname}#/`);
  }
  return token ?? sessionStorage.getItem(KEPT_AS) ?? '';
}

function isDoorway(value: unknown): value is Doorway {
  return typeof value === 'object' && value !== null && 'request' in value && 'subscribe' in value;
}
