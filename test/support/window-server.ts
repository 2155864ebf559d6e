import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { silentLog } from '../../src/main/log';
import { Hub } from '../../src/main/services/hub';
import { KeyPages } from '../../src/main/shells/browser/key-page';
import { serveWindow } from '../../src/main/shells/browser/server';
import { Downloads } from '../../src/main/shells/common/downloads';
import { AppError } from '../../src/preload/contract/result';
import { tempFolder } from './temp-folder';

export const token = 'the-token-of-this-test';

/** The browser shell before an app that only notes what it is asked. */
export async function serveTestWindow() {
  const rendererFolder = tempFolder();
  mkdirSync(join(rendererFolder, 'assets'));
  writeFileSync(join(rendererFolder, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">');
  writeFileSync(join(rendererFolder, 'assets', 'index.js'), 'export {}');
  writeFileSync(join(rendererFolder, '..', 'assay-secret.txt'), 'secret');
  const picture = join(rendererFolder, 'picture.svg');
  writeFileSync(picture, '<svg xmlns="http://www.w3.org/2000/svg"/>');
  const page = join(rendererFolder, 'page.html');
  writeFileSync(page, '<script>alert(1)</script>');
  const hub = new Hub(silentLog);
  const asked: unknown[] = [];
  const uploads: string[] = [];
  const downloads = new Downloads();
  let signIns = 0;
  const shell = await serveWindow({
    app: {
      subscribe: (listener) => hub.subscribe(listener),
      dispatch: async (name, input) => {
        asked.push([name, input]);
        return { ok: true, value: {} };
      },
      services: {
        charts: { picture: async () => ({ path: picture, type: 'image/svg+xml' }) },
        files: {
          location: () => ({ path: page, name: 'page.html' }),
          add: async (name: string, bytes: AsyncIterable<Uint8Array>) => {
            let size = 0;
            for await (const chunk of bytes) size += chunk.byteLength;
            uploads.push(`${name}:${size}`);
            if (name === 'full') throw new AppError('no_space', 'The disk is full.');
            return { id: 'file_1', name, bytes: size, createdAt: 0 };
          },
        },
      } as never,
    },
    token,
    rendererFolder,
    downloads,
    keyPages: new KeyPages(),
    port: 0,
    onSignIn: () => {
      signIns += 1;
    },
    log: silentLog,
  });
  onTestFinished(() => shell.close());
  const host = `127.0.0.1:${shell.port}`;
  const signedIn = { host, authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const { port, signInUrl } = shell;
  return { port, host, signedIn, asked, uploads, downloads, hub, signInUrl, signIns: () => signIns };
}
