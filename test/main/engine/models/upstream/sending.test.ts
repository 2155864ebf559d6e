import { describe, expect, it } from 'vitest';
import { delayOf, spanOf } from '../../../../../src/main/engine/models/upstream/waiting';
import { ModelFailure } from '../../../../../src/main/engine/ports';
import { LOADING, ScriptedUpstream } from '../../../../support/upstream';
import { ask, connectionTo, KEY, scripted } from '../../../../support/upstream/connection';

const hello = { text: 'Hello.' };

describe('tries', () => {
  it('asks again as long as nothing of an answer has come, and keeps a row for each request', async () => {
    const { upstream, connection } = scripted(
      { status: 503 },
      { status: 429, headers: { 'retry-after-ms': '1500' } },
      hello,
    );
    const { types, failure } = await ask(connection);
    expect([types.at(-1), failure]).toEqual(['response.completed', null]);
    expect(upstream.turns).toHaveLength(3);
    expect(connection.waits).toHaveLength(2);
    expect(connection.waits[1]).toBe(1500);
    expect(connection.ledger.rows.map(({ arrival }) => [arrival?.status, arrival?.failure])).toEqual([
      [503, 'overloaded'],
      [429, 'rate_limit'],
      [200, null],
    ]);
    expect(connection.ledger.rows.map(({ body }) => body)).toEqual(upstream.turns.map(({ text }) => text));
    expect(JSON.stringify(connection.ledger.rows)).not.toContain(KEY);
  });

  it('gives up after a few', async () => {
    const { upstream, connection } = scripted();
    upstream.always = { status: 500 };
    expect((await ask(connection)).failure?.code).toBe('server_error');
    expect(upstream.turns).toHaveLength(4);
  });

  describe('of a server on this machine that still reads its model', () => {
    const loading = { status: 503, error: LOADING };

    it('go on once the model is there; meanwhile it is asked how it is, and the question goes there no more', async () => {
      const { upstream, connection } = scripted(loading, hello);
      upstream.health = Array(40).fill(true);
      expect(await ask(connection)).toMatchObject({ failure: null });
      expect(upstream.turns).toHaveLength(2);
      expect(connection.ledger.rows).toHaveLength(2);
      expect(connection.waits).toHaveLength(41);
      expect(Math.max(...connection.waits)).toBeLessThan(5_000);
    });

    it.each(['while it says how it is', 'though it says that all is well'])('end after minutes, %s', async (how) => {
      const { upstream, connection } = scripted();
      upstream.always = loading;
      if (how === 'while it says how it is') upstream.health = Array(2_000).fill(true);
      expect((await ask(connection)).failure?.code).toBe('overloaded');
      const waited = connection.waits.reduce((sum, ms) => sum + ms, 0);
      expect(waited).toBeGreaterThan(5 * 60_000);
      expect(waited).toBeLessThan(20 * 60_000);
    });

    it('are few where the server is elsewhere', async () => {
      const upstream = new ScriptedUpstream();
      upstream.always = loading;
      const connection = connectionTo(upstream, { baseUrl: 'https://models.example/v1' });
      expect((await ask(connection)).failure?.code).toBe('overloaded');
      expect(upstream.turns).toHaveLength(4);
    });
  });

  it.each([
    ['a wrong key', { status: 401 }],
    ['an empty account', { status: 429, error: { error: { code: 'insufficient_quota', message: 'x' } } }],
    ['a server that says so', { status: 500, headers: { 'x-should-retry': 'false' } }],
  ])('does not ask again for %s', async (_, script) => {
    const { upstream, connection } = scripted(script, hello);
    expect((await ask(connection)).failure).not.toBeNull();
    expect(upstream.turns).toHaveLength(1);
  });

  it('never asks again once something of the answer has come', async () => {
    const { upstream, connection } = scripted({ ...hello, cutAfterBytes: 700 }, hello);
    const { types, failure } = await ask(connection);
    expect(types[0]).toBe('response.created');
    expect(failure?.code).toBe('cut_off');
    expect(upstream.turns).toHaveLength(1);
    expect(connection.ledger.rows[0]?.arrival).toMatchObject({ status: 200, failure: 'cut_off' });
  });

  it('asks again when the connection broke before the first event', async () => {
    const { upstream, connection } = scripted({ ...hello, cutAfterBytes: 20 }, { ...hello, endAfterEvents: 0 }, hello);
    expect((await ask(connection)).types.at(-1)).toBe('response.completed');
    expect(upstream.turns).toHaveLength(3);
  });

  it('sends nothing that the ledger does not allow', async () => {
    const { upstream, connection } = scripted(hello);
    connection.ledger.open = async () => {
      throw new ModelFailure('budget', 'No.');
    };
    expect((await ask(connection)).failure?.code).toBe('budget');
    expect(upstream.asked).toEqual([]);
  });

  it('stops waiting when the run is cancelled', async () => {
    const { upstream, connection } = scripted({ status: 429, headers: { 'retry-after': '3600' } }, hello);
    const { wait: _, ...real } = connection;
    const cancel = new AbortController();
    real.log = { warn: () => cancel.abort(new Error('cancelled')) };
    await expect(ask(real, { signal: cancel.signal })).rejects.toThrow('cancelled');
    expect(upstream.turns).toHaveLength(1);
  });

  it.each([
    [{ 'retry-after': '3' }, 3_000],
    [{ 'retry-after': '2', 'retry-after-ms': '1200' }, 1_200],
    [{ 'retry-after': new Date(20_000).toUTCString() }, 10_000],
    [{ 'retry-after': new Date(0).toUTCString() }, 500],
    [{ 'retry-after': '999999999' }, 60_000],
    [{ 'retry-after': 'Fri, 31 Dec 9999 23:59:59 GMT' }, 60_000],
    [{ 'retry-after': '-5' }, 500],
    [{ 'retry-after': 'soon' }, 500],
    [{}, 500],
  ])('waits as %o asks for, within reason', (headers, ms) => {
    expect(delayOf(new Headers(headers as Record<string, string>), 0, 10_000, 0.5)).toBe(ms);
  });

  it('paces itself by what is left of its rate', async () => {
    const headers = { 'x-ratelimit-remaining-requests': '0', 'x-ratelimit-reset-requests': '8.64s' };
    const { connection } = scripted({ ...hello, headers }, hello);
    await ask(connection);
    expect(connection.waits).toEqual([]);
    await ask(connection);
    expect(connection.waits).toHaveLength(1);
    expect(connection.waits[0]).toBeGreaterThan(0);
    expect(connection.waits[0]).toBeLessThanOrEqual(8_640);
  });

  it.each([
    ['12ms', 12],
    ['8.64s', 8_640],
    ['6m0s', 360_000],
    ['1h2m', 3_720_000],
    ['2', 2_000],
    ['never', null],
  ])('reads the span %s', (text, ms) => {
    expect(spanOf(text)).toBe(ms);
  });
});

describe('what comes', () => {
  it('may come slowly, but not be silent for too long', async () => {
    const { connection } = scripted({ ...hello, stallAfterEvents: 3 });
    connection.idleMs = 40;
    const { types, failure } = await ask(connection);
    expect(types).toHaveLength(3);
    expect(failure?.code).toBe('timeout');
  });

  it.each([
    [
      'comments, no names, [DONE]',
      ': hi\n\ndata: {"type":"a"}\n\n: more\ndata: {"type":"b"}\n\ndata: [DONE]\n\ndata: {"type":"late"}\n\n',
      ['a', 'b'],
    ],
    [
      'carriage returns and a mark at the start',
      '\uFEFFdata: {"type":"a"}\r\n\r\ndata: {"type":"b"}\r\n\r\n',
      ['a', 'b'],
    ],
    ['data in several lines', 'data: {"type":\ndata: "a"}\n\n', ['a']],
    ['no empty line at the end', 'data: {"type":"a"}\n\ndata: {"type":"b"}', ['a', 'b']],
    ['half an event at the end', 'data: {"type":"a"}\n\ndata: {"type":"b', ['a']],
    ['plain JSON', '{"type":"a"}', ['a']],
  ])('is read with %s', async (_, raw, types) => {
    const { connection } = scripted({ raw });
    expect(await ask(connection)).toEqual({ types, failure: null });
  });

  it('is followed by what it has cost in the ledger', async () => {
    const { connection } = scripted(hello);
    const usage = { promptTokens: 1, completionTokens: 2, cachedTokens: 0, reasoningTokens: 0 };
    await ask(connection, { outcome: () => ({ usage, failure: 'content_filter' }) });
    expect(connection.ledger.rows[0]?.arrival).toMatchObject({ usage, failure: 'content_filter', status: 200 });
  });
});
