import { describe, expect, it } from 'vitest';
import { modelEvents } from '../../../../../src/main/engine/models/tools';
import type { PlainEvent, PlainItem } from '../../../../../src/main/engine/models/tools/plain';
import type { ModelEvent, ModelItem } from '../../../../../src/main/engine/ports';
import {
  aFunction,
  asks,
  aTurn,
  called,
  collected,
  dataTools,
  eventsOf,
  inPieces,
  joined,
  spent,
  within,
} from '../../../../support/models/turns';

const call = (name: string, deltas: string[], index = 0): PlainEvent[] => [
  { type: 'call', index, name },
  ...deltas.map((delta): PlainEvent => ({ type: 'call_arguments', index, delta })),
];
const done: PlainEvent = { type: 'done', reason: 'calls', usage: spent() };
const stop: PlainEvent = { type: 'done', reason: 'stop', usage: spent() };

const told = (events: PlainEvent[], turn = aTurn({ tools: dataTools })): Promise<ModelEvent[]> =>
  collected(modelEvents(turn, eventsOf(events), () => eventsOf([{ type: 'text', delta: 'again' }, stop])));

const codeOf = async (args: string, size: number) =>
  joined(await told([...call('python', inPieces(args, size)), done]), 'code');

describe('Python is read from the arguments of its call', () => {
  const code = 'import math\nprint("ä\\n😀", math.pi)  # “done”\n';

  it.each([1, 2, 3, 7, 1000])('as it streams, in pieces of %i', async (size) => {
    expect(await codeOf(JSON.stringify({ code }), size)).toBe(code);
    expect(await codeOf(JSON.stringify({ reason: 'a "b" \\', n: 1, code }), size)).toBe(code);
    expect(await codeOf(JSON.stringify({ code, timeout: 5 }), size)).toBe(code);
  });

  it('before the call is whole', async () => {
    const events = await told(call('python', ['{"code":"x = ', '1\\nprint']));
    expect(events.filter((event) => event.type === 'code').map((event) => event.delta)).toEqual([
      '',
      'x = ',
      '1\nprint',
    ]);
  });

  it.each([1, 4, 1000])('where line breaks were escaped twice, in pieces of %i', async (size) => {
    expect(await codeOf(JSON.stringify({ code: 'import math\\nprint(\\"a\\\\nb\\")' }), size)).toBe(
      'import math\nprint("a\\nb")',
    );
    expect(await codeOf(JSON.stringify({ code: '# total\\nprint(1)' }), size)).toBe('# total\nprint(1)');
  });

  it.each([1, 1000])('and backslashes that belong there stay, in pieces of %i', async (size) => {
    for (const code of [
      'print("a\\nb")',
      "import re; re.sub(r'\\d', '', s)",
      'x = 1 + \\\n  2',
      'a = 1\nprint("\\\\n")',
    ])
      expect(await codeOf(JSON.stringify({ code }), size)).toBe(code);
  });

  it.each([1, 5, 1000])('that is no JSON, in pieces of %i', async (size) => {
    expect(await codeOf(code, size)).toBe(code);
    expect(await codeOf('```python\nprint(1)\n```', size)).toBe('print(1)\n');
    expect(await codeOf(JSON.stringify(code), size)).toBe(code);
    expect(await codeOf('{"code": "print(1)\nprint("two")\\n"}', size)).toBe('print(1)\nprint("two")\n');
    expect(await codeOf('{"code": "print(1)\nprint(2)", "why": "x"}', size)).toBe('print(1)\nprint(2)');
  });

  it('under other names and shapes', async () => {
    expect(await codeOf('{"source":"print(1)"}', 3)).toBe('print(1)');
    expect(await codeOf('{"lines":["a = 1","print(a)"]}', 3)).toBe('a = 1\nprint(a)');
    expect(await codeOf('{"x":"print(1)"}', 3)).toBe('print(1)');
    expect(await codeOf('{}', 3)).toBe('');
  });
});

it('a search asks what its arguments say, in any shape near to that', async () => {
  for (const args of ['{"queries":["rent","lease"]}', '{"query":"rent"}', '"rent"', '{"queries":[{"query":"rent"}]}']) {
    const events = await told([...call('file_search', [args]), done]);
    expect(events[0]).toMatchObject({ type: 'file_search', index: 0 });
    expect(JSON.stringify(events[0])).toContain('rent');
  }
});

it('SQL whose line breaks were escaped twice is mended, any other is passed on as it comes', async () => {
  const args = (sql: string, size: number) =>
    told([...call('query_data', inPieces(JSON.stringify({ sql }), size)), done]).then(
      (events) => JSON.parse(joined(events, 'call_arguments')).sql,
    );
  for (const size of [1, 2, 5, 1000]) {
    expect(await args('SELECT \\"a\\"\\nFROM t', size)).toBe('SELECT "a"\nFROM t');
    for (const sql of ["SELECT '\\n'", 'SELECT 1\nFROM t', "SELECT regexp_replace(a, '\\\\d', '')"])
      expect(await args(sql, size)).toBe(sql);
  }
});

it('names are forgiven a prefix, their case and an old word', async () => {
  const events = await told([
    ...call('functions.query_data', ['{}'], 0),
    ...call('Code_Interpreter', ['{"code":"1"}'], 1),
    ...call('Make_Chart', [], 2),
    done,
  ]);
  expect(events.filter((event) => event.type === 'call').map((event) => event.name)).toEqual([
    'query_data',
    'make_chart',
  ]);
  expect(events.some((event) => event.type === 'code')).toBe(true);
  expect(events).toContainEqual({ type: 'call_arguments', index: 2, delta: '{}' });
});

describe('a call of a tool that is not there', () => {
  it('is answered with the tools that are, and the model goes on in the same turn', async () => {
    const asked: PlainItem[][] = [];
    const events = await collected(
      modelEvents(
        aTurn({ tools: dataTools }),
        eventsOf([
          { type: 'text', delta: 'Let me look.' },
          { type: 'state', state: { id: 1 } },
          ...call('browse', ['{"u":1}']),
          done,
        ]),
        (items) => {
          asked.push(items);
          return eventsOf([{ type: 'text', delta: ' Found.' }, stop]);
        },
      ),
    );
    expect(joined(events, 'text')).toBe('Let me look. Found.');
    expect(events.at(-1)).toEqual({ type: 'done', reason: 'stop', usage: { ...spent(20, 10) } });
    expect(events.filter((event) => event.type === 'done')).toHaveLength(1);
    expect(events.some((event) => event.type === 'state')).toBe(false);
    expect(asked[0]?.map((item) => item.type)).toEqual(['state', 'message', 'call', 'output']);
    expect(JSON.stringify(asked[0])).toContain('The tools are: describe_data, query_data');
  });

  it('is left away beside calls that can be answered', async () => {
    const events = await told([...call('browse', ['{}']), ...call('query_data', ['{"sql":"SELECT 1"}'], 1), done]);
    expect(events.filter((event) => event.type === 'call')).toEqual([{ type: 'call', index: 0, name: 'query_data' }]);
    expect(joined(events, 'text')).toBe('');
  });

  it('again and again ends the run as one that the model cannot do', async () => {
    let rounds = 0;
    const events = modelEvents(aTurn({ tools: [aFunction('f')] }), eventsOf([...call('g', []), done]), () => {
      rounds += 1;
      return eventsOf([...call('g', []), done]);
    });
    await expect(collected(events)).rejects.toMatchObject({ code: 'unsupported', usage: { promptTokens: 40 } });
    expect(rounds).toBe(3);
  });
});

it('charts that were drawn open what is said next', async () => {
  const chart = called('make_chart', { result_id: 'res_1' }, { chart_id: 'c', file_id: 'file-9' });
  const turn = aTurn({ tools: dataTools, run: within('results'), items: [asks('Draw'), ...chart] });
  const events = await told([{ type: 'text', delta: 'Here.' }, { type: 'text', delta: ' Done.' }, stop], turn);
  expect(events.map((event) => event.type)).toEqual(['image', 'text', 'text', 'done']);
});

it('a state comes before what follows it', async () => {
  const state = { id: 'rs_1' };
  const events = await told([{ type: 'state', state }, ...call('query_data', ['{}']), done]);
  expect(events.map((event) => event.type)).toEqual(['state', 'call', 'call_arguments', 'done']);
});

describe('a call of the app’s data tools that leads nowhere is answered at once', () => {
  const chart = (id: string) => JSON.stringify({ result_id: id, kind: 'bar' });
  const inApp = (items: ModelItem[] = []) =>
    aTurn({ tools: dataTools, run: within('results'), items: [asks('Draw'), ...items] });
  const queried = called('query_data', { sql: 'SELECT 1' }, { result_id: 'res_1' });

  it('a chart of a result that there is not', async () => {
    expect(joined(await told([...call('make_chart', [chart('res_9')]), done], inApp(queried)), 'text')).toBe('again');
    const beside = await told([...call('query_data', ['{}']), ...call('make_chart', [chart('x')], 1), done], inApp());
    expect(beside.flatMap((event) => (event.type === 'call' ? [event.name] : []))).toEqual(['query_data']);
    const twice = [...call('make_chart', [chart('res_1')]), ...call('make_chart', [chart('res_1')], 1), done];
    expect((await told(twice, inApp(queried))).filter((event) => event.type === 'call')).toHaveLength(1);
    const right = await told([...call('make_chart', inPieces(chart('res_1'), 5)), done], inApp(queried));
    expect(joined(right, 'call_arguments')).toBe(chart('res_1'));
    const script = await told([...call('make_chart', [chart('res_9')]), done]);
    expect(joined(script, 'call_arguments')).toBe(chart('res_9'));
  });

  it('a call that was made twice before, with the same arguments', async () => {
    const twice = [
      ...called('query_data', { sql: 'SELECT 1' }, 'x', 'a'),
      ...called('query_data', { sql: 'SELECT 1' }, 'x', 'b'),
    ];
    expect(joined(await told([...call('query_data', ['{ "sql": "SELECT 1" }']), done], inApp(twice)), 'text')).toBe(
      'again',
    );
    const other = await told([...call('query_data', ['{"sql":"SELECT 2"}']), done], inApp(twice));
    expect(joined(other, 'call_arguments')).toBe('{"sql":"SELECT 2"}');
    expect(joined(await told([...call('query_data', ['{"sql":"SELECT 1"}']), done], inApp(queried)), 'text')).toBe('');
  });
});
