import { onTestFinished } from 'vitest';
import { silentLog } from '../../src/main/log';
import { type DoorOptions, openEngineDoor } from '../../src/main/shells/common/engine-door';
import type { LoggedRequest } from '../../src/preload/contract';

export const KEY = 'assay-the-key-of-this-test';

/** A door to an engine that reads each body and says how long it was; `/slow` answers when `finish` is called. */
export async function openTestDoor(options: Partial<DoorOptions> = {}) {
  const seen = new Map<number, LoggedRequest>();
  const asked: string[] = [];
  const waiting: (() => void)[] = [];
  const engine = {
    fetch: async (request: Request) => {
      const { pathname } = new URL(request.url);
      asked.push(`${request.method} ${pathname}`);
      if (pathname === '/v1/slow') await new Promise<void>((resolve) => waiting.push(resolve));
      let bytes = 0;
      for await (const chunk of request.body ?? []) bytes += chunk.byteLength;
      return Response.json({ bytes });
    },
  };
  const door = await openEngineDoor({
    engine,
    key: () => KEY,
    requestsPerMinute: () => 6_000,
    port: 0,
    seen: (request) => void seen.set(request.id, request),
    log: silentLog,
    ...options,
  });
  onTestFinished(() => door.close());
  const host = `127.0.0.1:${door.port}`;
  return {
    ...door,
    host,
    signedIn: { host, authorization: `Bearer ${KEY}` },
    /** The beginning of a request as bytes, up to where more headers may follow. */
    head: (line: string) => `${line} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${KEY}\r\n`,
    asked,
    seen: () => [...seen.values()],
    finish: () => waiting.splice(0).forEach((go) => void go()),
  };
}
