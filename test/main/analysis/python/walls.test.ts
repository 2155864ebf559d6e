import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { spawnDeno } from '../../../../src/main/analysis/python/deno-command';
import { atLeastOne } from '../../../support/at-least-one';
import { LINUX, needs } from '../../../support/needs';
import { DENO, foundPython, sandboxesOf, testPython } from '../../../support/python';
import { tempFolder } from '../../../support/temp-folder';

/** What code could try if it held all of JavaScript, with none of our own doors in its way. */
const TRIES = {
  'read a file': `Deno.readTextFileSync('/etc/hostname')`,
  'read next to what it may read': `Deno.readTextFileSync(new URL('./secret.txt', import.meta.url))`,
  'read by climbing out': `Deno.readTextFileSync(allowed + '/../secret.txt')`,
  'read through a link': `Deno.readTextFileSync(allowed + '/link')`,
  'list a folder': `[...Deno.readDirSync('/')]`,
  'write a file': `Deno.writeTextFileSync(allowed + '/written.txt', 'x')`,
  'write into its own folder': `Deno.writeTextFileSync('written.txt', 'x')`,
  'make a link': `Deno.symlinkSync('/etc', allowed + '/etc')`,
  'read the environment': `Deno.env.toObject()`,
  'run a program': `new Deno.Command('id').outputSync()`,
  'open a connection': `await Deno.connect({ hostname: '127.0.0.1', port })`,
  listen: `Deno.listen({ port: 0 })`,
  fetch: `await fetch('http://127.0.0.1:' + port)`,
  'open a WebSocket': `await new Promise((ok, no) => { const s = new WebSocket('ws://127.0.0.1:' + port); s.onopen = ok; s.onerror = () => no(new Error('refused')); })`,
  'load a library': `Deno.dlopen('libc.so.6', {})`,
  'ask what system this is': `Deno.hostname()`,
  'use node:fs': `(await import('node:fs')).readFileSync('/etc/hostname')`,
  'use node:child_process': `(await import('node:child_process')).execSync('id')`,
  'use process.getBuiltinModule': `process.getBuiltinModule('node:fs').writeFileSync(allowed + '/written.txt', 'x')`,
  'use node:net': `await new Promise((ok, no) => process.getBuiltinModule('node:net').connect(port, '127.0.0.1').on('connect', ok).on('error', no))`,
  'import from the web': `await import('https://deno.land/std/version.ts')`,
  'import a package': `await import('npm:left-pad')`,
  'make code of text': `new Function('return 1')()`,
  'start a worker of a file': `await new Promise((ok, no) => { const w = new Worker('file:///etc/hostname', { type: 'module' }); w.onmessage = ok; w.onerror = (e) => { e.preventDefault(); no(new Error('refused')); }; })`,
  'ask for more': `(await Deno.permissions.request({ name: 'net' })).state === 'granted' ? 1 : (() => { throw new Error('denied'); })()`,
  'grow beyond its memory': `new WebAssembly.Memory({ initial: 1, maximum: 65536 }).grow(40000)`,
};

describe('the walls around Python', needs(DENO), () => {
  it('hold against JavaScript that tries to do anything but think', async () => {
    const { denoPath } = foundPython();
    const folder = tempFolder();
    const allowed = join(folder, 'allowed');
    mkdirSync(allowed);
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    const server = createServer((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nhi')).listen(
      0,
      '127.0.0.1',
    );
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const script = join(folder, 'tries.mjs');
    const tries = Object.entries(TRIES).map(
      ([name, code]) =>
        `try { ${code}; told[${JSON.stringify(name)}] = 'REACHED'; } catch (e) { told[${JSON.stringify(name)}] = e.name; }`,
    );
    writeFileSync(
      script,
      `const told = {}, allowed = ${JSON.stringify(allowed)}, port = ${port};\n${tries.join('\n')}\nconsole.log(JSON.stringify(told)); Deno.exit(0);`,
    );
    const child = spawnDeno({
      denoPath,
      scriptPath: script,
      folder: join(folder, 'deno'),
      readable: [allowed],
      heapBytes: 64 * 1024 * 1024,
    });
    let said = '';
    child.stdout.on('data', (bytes) => {
      said += bytes;
    });
    await once(child, 'close');
    const told = JSON.parse(said);
    expect(Object.keys(told)).toEqual(Object.keys(TRIES));
    expect(Object.entries(told).filter(([, how]) => how === 'REACHED')).toEqual([]);
    expect(existsSync(join(allowed, 'written.txt'))).toBe(false);
  });
});

describe('the code inside the sandbox', () => {
  const folder = 'src/main/analysis/python/sandbox';
  const sources = readdirSync(folder).filter((name) => name.endsWith('.ts'));

  it.each(sources)('shares nothing with the app but types, so that its bundle is one file: %s', (name) => {
    const imports = readFileSync(join(folder, name), 'utf8').match(/^(import|export) .*from '\.\.\/.*$/gm) ?? [];
    expect(imports.filter((line) => !line.startsWith('import type'))).toEqual([]);
  });
});

describe('the process of Python', needs(DENO, LINUX), () => {
  const python = testPython();

  it('is given nothing of the app’s environment', async () => {
    process.env.ASSAY_SECRET_FOR_TEST = 'sk-secret';
    onTestFinished(() => void Reflect.deleteProperty(process.env, 'ASSAY_SECRET_FOR_TEST'));
    await python.run('1');
    for (const pid of atLeastOne(sandboxesOf(python.folder()))) {
      const environment = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').filter(Boolean);
      const names = environment.map((line) => line.split('=')[0]).sort();
      expect(names).toEqual([
        'DENO_DIR',
        'DENO_NO_UPDATE_CHECK',
        'HOME',
        'NO_COLOR',
        'TEMP',
        'TMP',
        'TMPDIR',
        'USERPROFILE',
      ]);
    }
  });
});
