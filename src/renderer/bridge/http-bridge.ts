import { createParser } from 'eventsource-parser';
import type { AppEvent } from '#contract';
import type { Result } from '#contract/result';
import { type Bridge, drawnAs } from './bridge';
import { uploadTo } from './upload';

const RETRY_MS = { first: 250, longest: 5_000 };
const LOST: Result<never> = {
  ok: false,
  error: { code: 'unavailable', message: 'Assay is not running any more. Start it again; nothing was lost.' },
};

/** The contract over loopback HTTP and SSE. The token stays in headers, but for pictures, which a page can only ask for by URL. */
export function httpBridge(token: string): Bridge {
  const headers = { authorization: `Bearer ${token}` };
  return {
    shell: 'browser',
    request: async (name, input) => {
      try {
        const response = await fetch(`/api/${name}`, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify(input),
        });
        return await response.json();
      } catch {
        return LOST;
      }
    },
    subscribe: (listener, onGap, onLink) => {
      const stop = new AbortController();
      void listen({ headers, listener, onGap, onLink, signal: stop.signal });
      return () => stop.abort();
    },
    upload: (file, name, options) => uploadTo(`/api/upload?name=${encodeURIComponent(name)}`, headers, file, options),
    pictureUrl: (picture) =>
      picture.kind === 'chart'
        ? `/files/${token}/chart/${picture.id}.${picture.format}?${drawnAs(picture)}`
        : `/files/${token}/file/${picture.id}`,
  };
}

interface Listening {
  headers: Record<string, string>;
  listener(event: AppEvent): void;
  onGap(): void;
  onLink(connected: boolean): void;
  signal: AbortSignal;
}

/** Reads the event stream, and begins again when it ends, until told to stop. */
async function listen({ headers, listener, onGap, onLink, signal }: Listening): Promise<void> {
  let wait = RETRY_MS.first;
  for (let first = true; !signal.aborted; first = false) {
    try {
      const response = await fetch('/api/events', { headers, signal });
      if (response.ok && response.body) {
        onLink(true);
        if (!first) onGap();
        wait = RETRY_MS.first;
        await readEvents(response.body, listener);
      }
    } catch {
      // The connection was refused or broke off: both end in another try.
    }
    if (signal.aborted) return;
    onLink(false);
    await new Promise((resolve) => setTimeout(resolve, wait));
    wait = Math.min(wait * 2, RETRY_MS.longest);
  }
}

async function readEvents(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  listener: (event: AppEvent) => void,
): Promise<void> {
  const parser = createParser({ onEvent: (event) => listener(JSON.parse(event.data)) });
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) parser.feed(next.value);
}
