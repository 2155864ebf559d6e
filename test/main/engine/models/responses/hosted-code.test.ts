import { describe, expect, it } from 'vitest';
import type { ModelEvent, ModelItem, ModelTurn } from '../../../../../src/main/engine/ports';
import { asks, aTurn } from '../../../../support/models/turns';
import { functionTool, resultOf } from '../../../../support/upstream/turns';
import { providerOf } from './provider';

const csv = new TextEncoder().encode('month;sales\nMay;12\n');
const plot = new Uint8Array([137, 80, 78, 71, 1, 2, 3]);
const files = new Map([
  ['file_1', csv],
  ['file_2', csv],
]);
const codeFile: ModelTurn['codeFile'] = async (id) => files.get(id) ?? null;
const code = 'import pandas as pd';
const speech = {
  code: { code, logs: '12\n', image: plot, files: [{ name: 'out/sum.csv', bytes: csv }] },
  text: 'The sum is 12.',
};
const sum = { code: { code: 'print(1)', logs: '1\n' }, text: 'One.' };

const hostedTurn = (over: Partial<ModelTurn> = {}): ModelTurn =>
  aTurn({
    tools: [{ type: 'code_interpreter' }, functionTool('query_data')],
    codeFiles: [{ name: 'sales.csv', fileId: 'file_1' }],
    codeFile,
    run: { id: 'run_1', threadId: 'thread_1', metadata: { assay_code: 'hosted' } },
    ...over,
  });

const doneIn = (events: readonly ModelEvent[]) =>
  events.filter((event) => event.type === 'code_done').map(({ result }) => result);

describe('code that runs at the server', () => {
  it('finds the files of the thread, and what it shows and makes is here before the answer ends', async () => {
    const { provider, upstream, sent, connection } = providerOf([speech]);
    const result = await resultOf(provider, hostedTurn());
    expect(result).toMatchObject({ failure: null, text: 'The sum is 12.', reason: 'stop', calls: [] });
    const types = result.events.map(({ type }) => type).filter((type) => type !== 'usage');
    expect([...new Set(types)]).toEqual(['code', 'code_done', 'state', 'text', 'done']);
    expect(result.events.flatMap((event) => (event.type === 'code' ? [event.delta] : [])).join('')).toBe(code);
    const [done] = doneIn(result.events);
    expect(done!.outputs).toMatchObject([
      { type: 'logs', text: '12\n' },
      { type: 'image', name: 'image-2.png' },
    ]);
    expect(done!.files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
      ['out/sum.csv', Buffer.from(csv).toString()],
    ]);
    const [container] = [...upstream.containers.all.keys()];
    expect(sent()).toMatchObject({ include: ['code_interpreter_call.outputs', 'reasoning.encrypted_content'] });
    expect(
      sent().tools.map(({ type, container: at, name }: { type: string; container?: string; name?: string }) => [
        type,
        at ?? name,
      ]),
    ).toEqual([
      ['function', 'query_data'],
      ['code_interpreter', container],
    ]);
    expect(sent().instructions).toMatch(/^- sales\.csv: \/mnt\/data\/\S+-sales\.csv$/m);
    const [upload] = connection.ledger.rows;
    expect([upload?.path, upload?.bytes.file, upload?.run.id, upload?.body.includes('May')]).toEqual([
      '/files',
      csv.length,
      'run_1',
      false,
    ]);
  });

  it('shares one container in a thread, and a file goes there once', async () => {
    const { provider, upstream } = providerOf([sum, sum, sum]);
    await resultOf(provider, hostedTurn());
    await resultOf(
      provider,
      hostedTurn({
        codeFiles: [
          { name: 'sales.csv', fileId: 'file_1' },
          { name: 'copy.csv', fileId: 'file_2' },
        ],
      }),
    );
    await resultOf(
      provider,
      hostedTurn({ run: { id: 'run_2', threadId: 'thread_2', metadata: { assay_code: 'hosted' } } }),
    );
    expect(upstream.containers.all.size).toBe(2);
    expect(upstream.containers.files.size).toBe(1);
  });

  it('goes on in a new container, with the files, when the old one has expired', async () => {
    const { provider, upstream } = providerOf([sum, speech]);
    await resultOf(provider, hostedTurn());
    const [first] = [...upstream.containers.all.keys()];
    upstream.containers.expire(first!);
    const result = await resultOf(provider, hostedTurn());
    expect(result).toMatchObject({ failure: null, text: 'The sum is 12.' });
    expect(doneIn(result.events)[0]?.files).toHaveLength(1);
    const [, second] = [...upstream.containers.all.values()];
    expect(second?.files.filter(({ source }) => source === 'user').map(({ bytes }) => bytes)).toEqual([csv]);
    expect(upstream.containers.files.size).toBe(1);
    expect(upstream.turns).toHaveLength(3);
  });

  it('goes on in a new container when the old one expires while files are put into it', async () => {
    const { provider, upstream } = providerOf([sum, sum]);
    await resultOf(provider, hostedTurn({ codeFiles: [] }));
    upstream.containers.expire([...upstream.containers.all.keys()][0]!);
    expect(await resultOf(provider, hostedTurn())).toMatchObject({ failure: null, text: 'One.' });
    expect(upstream.containers.all.size).toBe(2);
  });

  it('sends a file again that the server has forgotten', async () => {
    const { provider, upstream } = providerOf([sum, sum]);
    await resultOf(provider, hostedTurn());
    upstream.containers.files.clear();
    const other = { id: 'run_2', threadId: 'thread_2', metadata: { assay_code: 'hosted' } };
    expect(await resultOf(provider, hostedTurn({ run: other }))).toMatchObject({ failure: null, text: 'One.' });
  });

  it('is replaced once, and other failures are told as they are', async () => {
    const { provider, upstream } = providerOf([]);
    upstream.always = () => {
      for (const id of upstream.containers.all.keys()) upstream.containers.expire(id);
      return { status: 400, error: { error: { message: 'Container is expired.', type: 'invalid_request_error' } } };
    };
    expect((await resultOf(provider, hostedTurn())).failure?.message).toBe('Container is expired.');
    expect(upstream.containers.all.size).toBe(2);
    const refused = providerOf([{ status: 403 }]);
    expect((await resultOf(refused.provider, hostedTurn())).failure?.code).toBe('permission');
    expect(refused.upstream.containers.all.size).toBe(1);
  });

  it('is known to the server by its own item in the next turn of the run', async () => {
    const { provider, upstream, sent } = providerOf([speech, sum]);
    const { states } = await resultOf(provider, hostedTurn());
    expect(states).toMatchObject([{ type: 'code_interpreter_call', code, outputs: [{ type: 'logs', logs: '12\n' }] }]);
    const ran: ModelItem = {
      type: 'code_result',
      callId: 'call_9',
      code,
      outputs: [{ type: 'logs', logs: '12\n' }],
      files: [],
      ended: 'done',
      fresh: false,
      error: null,
      missing: null,
      worded: false,
    };
    const items: ModelItem[] = [asks('Sum?'), ran, { type: 'state', state: states[0]! }, asks('And now?')];
    await resultOf(provider, hostedTurn({ items }));
    expect(sent().input.map(({ type, role }: { type?: string; role?: string }) => type ?? role)).toEqual([
      'user',
      'code_interpreter_call',
      'user',
    ]);
    // In another container it is nothing but code and what it printed.
    upstream.containers.expire([...upstream.containers.all.keys()][0]!);
    upstream.script(sum);
    await resultOf(provider, hostedTurn({ items }));
    expect(sent().input.map(({ type, role }: { type?: string; role?: string }) => type ?? role)).toEqual([
      'user',
      'function_call',
      'function_call_output',
      'user',
    ]);
  });

  it('names what cannot be fetched, and the answer goes on', async () => {
    const { provider, upstream, connection } = providerOf([speech]);
    connection.fetch = async (url, init) =>
      url.includes('/content')
        ? Response.json({ error: { message: 'gone' } }, { status: 404 })
        : upstream.fetch(url, init);
    const result = await resultOf(provider, hostedTurn());
    expect(result).toMatchObject({ failure: null, text: 'The sum is 12.' });
    expect(doneIn(result.events)[0]?.outputs.at(-1)).toEqual({
      type: 'logs',
      text: '[out/sum.csv could not be fetched.]\n',
    });
  });

  it('runs here unless the run asks for it, and the analyst has agreed that files go there', async () => {
    const toolsOf = ({ sent }: ReturnType<typeof providerOf>) =>
      sent().tools.map(({ name, type }: { name?: string; type: string }) => name ?? type);
    const unasked = providerOf([{ text: 'One.' }]);
    await resultOf(unasked.provider, hostedTurn({ run: { id: 'r', threadId: 't', metadata: {} } }));
    expect(toolsOf(unasked)).toEqual(['query_data', 'python']);
    const unagreed = providerOf([{ text: 'One.' }], { hostedCode: false });
    await resultOf(unagreed.provider, hostedTurn());
    expect(toolsOf(unagreed)).toEqual(['query_data', 'python']);
    expect([unasked.upstream.containers.all.size, unagreed.upstream.containers.all.size]).toEqual([0, 0]);
  });
});
