import type { App } from '../../compose';

const IDLE_MS = 3_000;

/** What the first use of something would wait for is done once the app is up and its window has had its turn. */
export function prepareSoon(app: App): void {
  setTimeout(() => void app.prepare(), IDLE_MS).unref();
}
