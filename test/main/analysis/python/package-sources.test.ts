import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { mayBeSource } from '../../../../src/main/analysis/python/packages/addresses';
import { checkPlace, sourceAt } from '../../../../src/main/analysis/python/packages/source';
import type { ResolveName } from '../../../../src/main/analysis/python/packages/web';

const ENTRY = { name: 'a', version: '1', file: 'a.whl', sha256: '0'.repeat(64), depends: [], shared: false };

/** A server of this computer, and what it was asked. */
async function serve(answer: (path: string, response: ServerResponse) => void) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    answer(request.url ?? '', response);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { place: `http://127.0.0.1:${port}/`, port, asked };
}

async function fetchFrom(place: string, resolve?: ResolveName): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of await sourceAt(place, resolve).open(ENTRY)) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

/** Names that lead where the test says, as a hostile or rebound name server would have it. */
const leadingTo = (addresses: string[]) => async () =>
  addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

describe('a source of packages', () => {
  it.each([
    'http://mirror.example/pyodide/',
    'http://10.0.0.7/pyodide/',
    'http://localhost.mirror.example/',
    'https://169.254.169.254/latest/',
    'https://2852039166/',
    'https://0xa9.0xfe.0xa9.0xfe/',
    'https://[::ffff:169.254.169.254]/',
    'https://[fe80::1]/',
    'https://[fd00:ec2::254]/',
    'https://[64:ff9b::a9fe:a9fe]/',
    'https://100.100.100.200/',
    'https://0.0.0.0/',
    'https://255.255.255.255/',
    'https://ada:secret@mirror.example/',
  ])('is not %s', (place) => {
    expect(() => checkPlace(place)).toThrow(/cannot be (fetched from|used)/);
  });

  it.each([
    'https://mirror.example/pyodide/',
    'https://10.0.0.7/pyodide/',
    'https://[2001:db8::7]/',
    'http://127.0.0.1:8000/',
    'http://localhost:8000/',
    'http://[::1]:8000/',
  ])('may be %s', (place) => {
    expect(() => checkPlace(place)).not.toThrow();
  });

  it('that was set before such were refused is not asked', async () => {
    await expect(fetchFrom('http://mirror.example/pyodide/')).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(sourceAt('https://169.254.169.254/').size(ENTRY)).rejects.toMatchObject({ code: 'invalid_input' });
  });

  it('of this computer is fetched from over plain http, through redirects of its own', async () => {
    const { place, port } = await serve((path, response) => {
      if (path === '/a.whl') response.writeHead(302, { location: `http://localhost:${port}/real` }).end();
      else response.end('whole');
    });
    expect(await fetchFrom(place)).toBe('whole');
  });

  it.each([
    'http://mirror.example/a.whl',
    'http://169.254.169.254/latest/meta-data/',
    'https://169.254.169.254/latest/meta-data/',
    'https://[::ffff:a9fe:a9fe]/',
    'file:///etc/passwd',
    'ftp://mirror.example/a.whl',
    'https://ada:secret@mirror.example/',
  ])('cannot lead on to %s', async (location) => {
    const { place, asked } = await serve((_path, response) => response.writeHead(302, { location }).end());
    await expect(fetchFrom(place)).rejects.toMatchObject({ code: 'invalid_input' });
    expect(asked).toEqual(['GET /a.whl']);
  });

  it('that leads on and on is given up', async () => {
    const { place, asked } = await serve((_path, response) => response.writeHead(302, { location: '/a.whl' }).end());
    await expect(fetchFrom(place)).rejects.toThrow(/leads on and on/);
    expect(asked.length).toBeLessThan(10);
  });

  it.each([
    ['what a cloud tells its machines', ['169.254.169.254']],
    ['this computer', ['127.0.0.1']],
    ['this computer, among others', ['203.0.113.7', '::1']],
    ['the same in other words', ['::ffff:169.254.169.254']],
    ['nowhere', []],
  ])('whose name leads to %s is not connected to', async (_where, addresses) => {
    const fetched = fetchFrom('https://mirror.example/', leadingTo(addresses));
    await expect(fetched).rejects.toMatchObject({ code: 'invalid_input' });
  });

  it('is not taken for this computer by its name alone', async () => {
    const fetched = fetchFrom('http://localhost:8000/', leadingTo(['203.0.113.7']));
    await expect(fetched).rejects.toMatchObject({ code: 'invalid_input' });
  });

  it('is understood also when it compresses what was not to be compressed', async () => {
    const { place } = await serve((_path, response) => {
      const bytes = gzipSync('whole');
      response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': bytes.length }).end(bytes);
    });
    expect(await fetchFrom(place)).toBe('whole');
    expect(await sourceAt(place).size(ENTRY)).toBeNull();
  });

  it('that breaks off in the middle is not taken for whole', async () => {
    const { place } = await serve((_path, response) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('half', () => response.destroy());
    });
    await expect(fetchFrom(place)).rejects.toThrow();
  });
});

it('private networks may hold a mirror, and the computer itself only where it was named', () => {
  expect(['192.168.1.2', '10.1.2.3', 'fd12:3456::1'].map((address) => mayBeSource(address, false))).toEqual([
    true,
    true,
    true,
  ]);
  expect([mayBeSource('127.0.0.2', false), mayBeSource('127.0.0.2', true)]).toEqual([false, true]);
});
