import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Limits, PythonRunner } from '../../../../src/main/analysis/python';
import { freeName, safeName, safePath } from '../../../../src/main/analysis/python/file-names';
import { FrameReader, frameHead } from '../../../../src/main/analysis/python/frames';
import { needs } from '../../../support/needs';
import { DENO, pythonOptions } from '../../../support/python';
import { tempFolder } from '../../../support/temp-folder';

const MB = 1024 * 1024;

describe('frames', () => {
  const frames = [
    { header: { type: 'text' }, body: Buffer.from('hello') },
    { header: { type: 'наименование' }, body: Buffer.alloc(0) },
    { header: {}, body: Buffer.alloc(MB / 4, 7) },
  ];
  const bytes = Buffer.concat(frames.flatMap(({ header, body }) => [frameHead(header, body.length), body]));

  it.each([1, 3, 8, 4096, bytes.length])('are put together from pieces of %i bytes', (size) => {
    const reader = new FrameReader(4 * MB);
    const wanted = size === 1 ? bytes.subarray(0, 100) : bytes;
    const got = [];
    for (let from = 0; from < wanted.length; from += size) got.push(...reader.push(wanted.subarray(from, from + size)));
    expect(got).toEqual(size === 1 ? frames.slice(0, 2) : frames);
  });

  it('are refused when they are larger than any of ours, before their bytes are waited for', () => {
    const huge = Buffer.alloc(8);
    huge.writeUInt32LE(10, 0);
    huge.writeUInt32LE(4_000_000_000, 4);
    expect(() => [...new FrameReader(MB).push(huge)]).toThrow('a frame of');
    expect(() => [...new FrameReader(MB).push(Buffer.from('GET / HTTP/1.1\r\n\r\n'))]).toThrow('a frame of');
  });
});

describe('names', () => {
  it('stay below the folder they are for', () => {
    expect(safePath('../../a/./b\\..\\c')).toBe('file/file/a/file/c');
    expect(safeName('C:\\Users\\x\\report.csv')).toBe('report.csv');
    expect(freeName('a.tar.gz', new Set(['a.tar.gz', 'a.tar (2).gz']))).toBe('a.tar (3).gz');
    expect(Buffer.byteLength(safeName(`${'日'.repeat(200)}.csv`))).toBeLessThanOrEqual(200);
  });
});

describe('a sandbox that lies', needs(DENO), () => {
  const sender = `const send = (header, body = '') => {
    const [h, b] = [header, body].map((text) => new TextEncoder().encode(text));
    const head = new Uint8Array(8);
    new DataView(head.buffer).setUint32(0, h.length, true);
    new DataView(head.buffer).setUint32(4, b.length, true);
    for (const part of [head, h, b]) Deno.stdout.writeSync(part);
  };
  const waitFor = async (op) => {
    let heard = '';
    const bytes = new Uint8Array(65_536);
    while (!heard.includes('"op":"' + op + '"')) {
      const count = await Deno.stdin.read(bytes);
      if (count === null) Deno.exit();
      heard += new TextDecoder().decode(bytes.subarray(0, count));
    }
  };
  `;
  async function runnerThat(does: string, limits = {}) {
    const folder = tempFolder();
    const runnerPath = join(folder, 'liar.mjs');
    writeFileSync(runnerPath, `${sender}\n${does}\nawait waitFor('the end');`);
    const options = { ...(await pythonOptions(folder)), runnerPath, tempFolder: folder };
    const runner = new PythonRunner({ ...options, limits: { spares: 0, startMs: 2_000, callMs: 2_000, ...limits } });
    onTestFinished(() => runner.close());
    return runner;
  }
  const whenAsked = `send('{"type":"ready","restored":false,"python":"3"}');\nawait waitFor('run');`;

  it.each<[string, string, Partial<Limits>?]>([
    [
      'nonsense before it is ready',
      `Deno.stdout.writeSync(new TextEncoder().encode('hello there, this is no frame'));`,
    ],
    ['nothing at all', '', { startMs: 300 }],
    ['that it failed', `send('{"type":"failed","reason":"no"}');`],
  ])('and says %s is reported as unavailable', async (_what, does, limits = {}) => {
    const runner = await runnerThat(does, limits);
    await expect(runner.run('a', { code: '1', files: [] })).rejects.toMatchObject({ code: 'unavailable' });
  });

  it.each<[string, string, string, Partial<Limits>?]>([
    ['nonsense', `send('{"type":"ready"');`, 'crashed'],
    ['things nobody knows', `send('{"type":"format the disk"}');`, 'crashed'],
    [
      'a file of a million names',
      `for (let n = 0; n < 1e6; n++) send(JSON.stringify({ type: 'file', path: 'f' + n }), 'x');`,
      'output_limit',
    ],
    ['text without end', `for (;;) send('{"type":"text"}', 'x'.repeat(1e6));`, 'output_limit'],
    ['tables without end', `for (;;) send('{"type":"table"}', '{}');`, 'output_limit'],
    ['that memory ended', `send('{"type":"memory_exceeded","rss":1}');`, 'memory'],
    ['nothing more', '', 'timeout', { callMs: 300 }],
  ])('and says %s is ended', async (_what, does, ended, limits = {}) => {
    const runner = await runnerThat(`${whenAsked}\n${does}`, limits);
    expect((await runner.run('a', { code: '1', files: [] })).ended).toBe(ended);
  });

  it('cannot name a file outside the folder', async () => {
    const file = `send(JSON.stringify({ type: 'file', path: '../../../etc/passwd' }), 'x');`;
    const finished = `send('{"type":"finished","error":null,"omitted":0,"broken":false,"packages":[]}');`;
    const runner = await runnerThat(`${whenAsked}
${file}${finished}`);
    const result = await runner.run('a', { code: '1', files: [] });
    expect(result.files.map((one) => one.name)).toEqual(['file/file/file/etc/passwd']);
  });

  const table = (rows: string) => `send('{"type":"table"}', JSON.stringify({
    columns: [{ name: 'a', type: 'integer' }, { name: 'b', type: 'integer' }], rows: ${rows}, count: 1,
  }));`;
  const small = table('[[1, 2]]');

  it.each([
    ['is the last of several', `${table('[[3, 4]]')}${small}`, 1],
    ['has no more rows than are kept of one', table('Array(30_001).fill([1, 2])'), undefined],
    ['has as many cells in each row as it has columns', table('[[1, 2], [1]]'), undefined],
    ['is none where the last is none', `${small}${table('7')}`, undefined],
  ])('and shows a table: it %s', async (_what, does, rows) => {
    const finished = `send('{"type":"finished","error":null,"omitted":0,"broken":false,"packages":[]}');`;
    const runner = await runnerThat(`${whenAsked}\n${does}${finished}`);
    const { shown } = await runner.run('a', { code: '1', files: [] });
    expect(shown?.table.rows.length).toBe(rows);
    expect(shown?.table.rows[0]).toEqual(rows && [1, 2]);
  });
});
