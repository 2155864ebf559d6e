import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { download, endingOf, events, json, upload } from '../../../../../src/main/engine/models/upstream';
import { guardedLookup } from '../../../../../src/main/engine/models/upstream/address';
import { ModelFailure } from '../../../../../src/main/engine/ports';
import { listeningUpstream, type Script, ScriptedUpstream } from '../../../../support/upstream';
import { ask, connectionTo, KEY, RUN, requestOf, scripted } from '../../../../support/upstream/connection';

const live = new AbortController().signal;
const hello = { text: 'Hello.' };

describe('addresses', () => {
  it.each([
    ['http://models.example/v1', 'plain_http'],
    ['http://169.254.169.254/latest', 'metadata_address'],
    ['http://2852039166/', 'metadata_address'],
    ['https://[::ffff:169.254.169.254]/', 'metadata_address'],
    ['https://[fd00:ec2::254]/', 'metadata_address'],
    ['https://metadata.google.internal./v1', 'metadata_address'],
    ['https://me:secret@models.example/v1', 'password_in_address'],
    ['ftp://models.example', 'no_address'],
    ['models', 'no_address'],
  ])('does not ask %s', async (baseUrl, fault) => {
    const { upstream, connection } = scripted(hello);
    const { failure } = await ask({ ...connection, baseUrl });
    expect([failure?.code, endingOf(failure)?.fault]).toEqual(['bad_endpoint', fault]);
    expect(failure?.message).not.toContain('secret');
    expect([upstream.asked, connection.ledger.rows]).toEqual([[], []]);
  });

  it.each(['http://localhost:1/v1', 'http://127.8.9.1/v1/', 'http://[::1]/v1'])(
    'asks this machine at %s',
    async (baseUrl) => {
      const { connection } = scripted(hello);
      expect((await ask({ ...connection, baseUrl })).failure).toBeNull();
    },
  );

  it('asks others over plain http where that is allowed', async () => {
    const { connection } = scripted(hello);
    expect((await ask({ ...connection, baseUrl: 'http://models.example/v1', allowHttp: true })).failure).toBeNull();
  });

  it('refuses a name that stands for a metadata address', async () => {
    const looked = await new Promise((resolve) =>
      guardedLookup('169.254.169.254', { all: true }, (error) => resolve(error)),
    );
    expect(looked).toBeInstanceOf(Error);
    const { connection } = scripted(hello);
    const lost = Object.assign(new TypeError('fetch failed'), { cause: looked });
    const { failure } = await ask({ ...connection, fetch: () => Promise.reject(lost) });
    expect(endingOf(failure)?.fault).toBe('metadata_address');
  });

  it('never takes the key to another origin', async () => {
    for (const location of [
      'https://elsewhere.example/v1/responses',
      'https://127.0.0.1/v1/responses',
      '//elsewhere.example/x',
    ]) {
      const { upstream, connection } = scripted({ status: 307, headers: { location } }, hello);
      const { failure } = await ask(connection);
      expect([failure?.code, endingOf(failure)?.fault]).toEqual(['bad_endpoint', 'redirect']);
      expect(upstream.asked).toHaveLength(1);
    }
  });

  it('follows a redirect within its origin, and keeps both requests', async () => {
    const { upstream, connection } = scripted({ status: 308, headers: { location: '/v1/responses' } }, hello);
    expect((await ask(connection)).failure).toBeNull();
    expect([upstream.turns.length, connection.ledger.rows.map(({ arrival }) => arrival?.status)]).toEqual([
      2,
      [308, 200],
    ]);
  });

  it('does not go round in circles', async () => {
    const { upstream, connection } = scripted();
    upstream.always = { status: 308, headers: { location: '/v1/responses' } };
    expect((await ask(connection)).failure?.code).toBe('bad_endpoint');
    expect(upstream.turns).toHaveLength(4);
  });
});

describe('over sockets', () => {
  async function listening(...script: Script[]) {
    const { upstream, baseUrl } = await listeningUpstream({ key: KEY });
    upstream.script(...script);
    const { fetch: _, ...connection } = connectionTo(upstream, { baseUrl });
    return { upstream, connection };
  }

  it('asks and reads', async () => {
    const { upstream, connection } = await listening(hello);
    expect((await ask(connection)).types.at(-1)).toBe('response.completed');
    expect(upstream.asked[0]?.headers).toMatchObject({
      authorization: `Bearer ${KEY}`,
      'content-type': 'application/json',
    });
    expect(connection.ledger.rows[0]).toMatchObject({ host: new URL(connection.baseUrl).host, path: '/responses' });
  });

  it('tells a cut stream, a silent one and a server that is not there', async () => {
    const { connection } = await listening({ ...hello, cutAfterBytes: 700 }, { ...hello, stallAfterEvents: 2 });
    expect((await ask(connection)).failure?.code).toBe('cut_off');
    expect((await ask({ ...connection, idleMs: 50 })).failure?.code).toBe('timeout');
    const { failure } = await ask({ ...connection, baseUrl: 'http://127.0.0.1:1/v1' });
    expect([failure?.code, endingOf(failure)?.upstreamCode]).toEqual(['unreachable', 'ECONNREFUSED']);
  });

  it('hangs up when the run is cancelled', async () => {
    const { promise: gone, resolve } = Promise.withResolvers<void>();
    const server = createServer((request, response) => {
      request.resume();
      response.on('close', resolve).writeHead(200).write('data: {"type":"a"}\n\n');
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    onTestFinished(() => void server.close());
    const address = server.address();
    if (!address || typeof address === 'string') throw new Error('no port');
    const { fetch: _, ...connection } = connectionTo(new ScriptedUpstream(), {
      baseUrl: `http://127.0.0.1:${address.port}`,
    });
    const cancel = new AbortController();
    const iterator = events(connection, requestOf(), cancel.signal);
    expect((await iterator.next()).done).toBe(false);
    cancel.abort(new Error('cancelled'));
    await expect(iterator.next()).rejects.toThrow('cancelled');
    await gone;
  });

  it('sends files and fetches them', async () => {
    const { upstream, connection } = await listening();
    const bytes = new TextEncoder().encode('a;b\n1;2\n');
    const entry = {
      body: '{"file":"x.csv"}',
      bytes: { ...requestOf().bytes, file: bytes.length },
      expected: { input: 0, output: 0 },
      run: RUN,
    };
    const file = await upload(
      connection,
      { path: '/files', name: 'x.csv', bytes, fields: { purpose: 'user_data' }, entry },
      live,
    );
    expect(file).toMatchObject({ object: 'file', filename: 'x.csv', bytes: 8, purpose: 'user_data' });
    const container = (await json(
      connection,
      { method: 'POST', path: '/containers', body: { file_ids: [(file as { id: string }).id] } },
      live,
    )) as { id: string };
    const [made] = upstream.containers.all.get(container.id)?.files ?? [];
    const path = `/containers/${container.id}/files/${made?.id}/content`;
    expect(Buffer.from(await download(connection, path, 100, live)).toString()).toBe('a;b\n1;2\n');
    await expect(download(connection, path, 3, live)).rejects.toThrow(ModelFailure);
    await expect(download(connection, '/containers/none/files/none/content', 3, live)).rejects.toThrow('not found');
    expect(
      connection.ledger.rows.map(({ path: at, bytes: sent, arrival }) => [at, sent.file, arrival?.status]),
    ).toEqual([['/files', 8, 200]]);
  });
});
