import { describe, expect, it } from 'vitest';
import { builtInAnalyst } from '../../../src/main/engine/models/built-in';
import { definitionsOf } from '../../../src/main/engine/models/built-in/described';
import type { ModelItem, ModelTurn, Tool } from '../../../src/main/engine/ports';
import { pack, unpack } from '../../../src/main/metadata';
import { compile } from '../../../src/main/query';
import { DescribeDataOutput } from '../../../src/preload/contract/data-tools';
import { AnswerFact } from '../../../src/preload/contract/facts';
import type { Query } from '../../../src/preload/contract/query';
import { sales } from '../../support/analyst/profiles';
import { respond, turnOf } from '../../support/analyst/respond';
import { asks } from '../../support/models/turns';

const tool = (name: string): Tool => ({ type: 'function', function: { name } });
const called = (callId: string, name: string, args: unknown, output: unknown): ModelItem[] => [
  { type: 'function_call', callId, name, arguments: JSON.stringify(args) },
  { type: 'function_output', callId, output: typeof output === 'string' ? output : JSON.stringify(output) },
];

const DATA_TOOLS = ['describe_data', 'analyze', 'make_chart'].map(tool);

async function turn(items: ModelItem[], { tools = DATA_TOOLS, ...changes }: Partial<ModelTurn> = {}) {
  const { events, calls, text, facts } = await respond(items, tools, changes);
  return {
    events,
    calls: calls.map(([name]) => name),
    args: calls.map(([, args]) => args),
    text,
    facts,
    done: events.at(-1),
  };
}

const described = called('c1', 'describe_data', {}, { datasets: [sales] });
/** What `analyze` answers to a query, with these rows. */
function result(args: { query: Query }, rows: unknown[][]) {
  const { sql, columns } = compile(args.query, definitionsOf(DescribeDataOutput.parse({ datasets: [sales] }).datasets));
  return {
    result_id: 'res_1',
    query: args.query,
    sql,
    columns,
    rows,
    row_count: rows.length,
    truncated: false,
    facts: [],
  };
}

describe('what the built-in analyst does in a turn', () => {
  it('looks at the data first', async () => {
    const { calls, done } = await turn([asks('total amount')]);
    expect(calls).toEqual(['describe_data']);
    expect(done).toMatchObject({ type: 'done', reason: 'calls' });
  });

  it('then asks its question as a value', async () => {
    const { calls, args } = await turn([asks('total amount by region'), ...described]);
    expect(calls).toEqual(['analyze']);
    expect(args[0]).toMatchObject({
      query: { by: [{ field: 'region' }], compute: [{ measure: 'sum', of: 'amount' }] },
    });
  });

  it('draws once the rows are there, and answers when the picture is', async () => {
    const before = [asks('total amount by region'), ...described];
    const { args } = await turn(before);
    const rows = [
      ['West', '10.00'],
      ['East', '5.00'],
    ];
    const analyzed = called('c2', 'analyze', args[0], result(args[0], rows));
    const drawing = await turn([...before, ...analyzed]);
    expect(drawing.calls).toEqual(['make_chart']);
    expect(drawing.args[0]).toMatchObject({ result_id: 'res_1', kind: 'bar' });
    const drawn = called('c4', 'make_chart', drawing.args[0], { chart_id: 'ch_1', file_id: 'file-1' });
    const answer = await turn([...before, ...analyzed, ...drawn]);
    expect(answer.facts).toContainEqual(expect.objectContaining({ code: 'reading' }));
    expect(answer.text).toContain('**West**');
    expect(answer.events).toContainEqual({ type: 'image', fileId: 'file-1' });
    expect(answer.done).toMatchObject({ reason: 'stop' });
  });

  it('answers without the picture when there is no tool for it, and says so when drawing failed', async () => {
    const before = [asks('total amount by region'), ...described];
    const { args } = await turn(before);
    const rows = [
      ['West', '1.00'],
      ['East', '2.00'],
    ];
    const analyzed = called('q1', 'analyze', args[0], result(args[0], rows));
    const plain = await turn([...before, ...analyzed], { tools: ['describe_data', 'analyze'].map(tool) });
    expect(plain.text).toMatch(/\| East \| .*2\.00 \|/);
    const failed = called('c9', 'make_chart', {}, { error: { code: 'internal', message: 'no paint' } });
    expect((await turn([...before, ...analyzed, ...failed])).facts).toContainEqual({
      code: 'chart_failed',
      message: 'no paint',
    });
  });

  it('passes on what went wrong with a query', async () => {
    const before = [asks('total amount'), ...described];
    const { args } = await turn(before);
    const failed = called('c2', 'analyze', args[0], {
      error: { code: 'too_large', message: 'The query ran out of memory.' },
    });
    expect((await turn([...before, ...failed])).facts).toEqual([
      { code: 'declined', reason: 'query_failed', message: 'The query ran out of memory.' },
    ]);
  });

  it.each(['', 'not json', '[]', '{"datasets": 5}'])('says when a tool answers with nonsense: %s', async (output) => {
    const { facts, calls } = await turn([asks('total amount'), ...called('c1', 'describe_data', {}, output)]);
    expect(calls).toEqual([]);
    expect(facts).toMatchObject([{ reason: 'describe_failed' }]);
  });

  it.each<[string, Parameters<typeof turn>[1], string]>([
    ['no tool at all', { tools: [] }, 'no_tools'],
    ['tools it may not use', { toolChoice: 'none' }, 'tools_forbidden'],
    ['no tool, of which it may use none', { tools: [], toolChoice: 'none' }, 'no_tools'],
    ['nothing but Python', { tools: [{ type: 'code_interpreter' }] }, 'no_python'],
    ['functions that fit nothing', { tools: [tool('get_weather')] }, 'no_function_fits'],
    [
      'a choice it does not have',
      { tools: [tool('get_weather')], toolChoice: { type: 'file_search' } },
      'tool_missing',
    ],
  ])('says to a script with %s what to do, and names nothing that a script has not', async (_, given, reason) => {
    const { text, facts } = await turn([asks('hi')], given);
    expect(facts).toMatchObject([{ code: 'declined', reason }]);
    expect(text).not.toMatch(/describe_data|analyze|make_chart|another model/);
  });

  it('asks for data where there is none yet', async () => {
    const empty = called('c1', 'describe_data', {}, { datasets: [] });
    expect((await turn([asks('total amount'), ...empty])).facts).toEqual([{ code: 'declined', reason: 'no_data' }]);
  });

  it('tells what it was asked as data that its message has room for, however long the question is', async () => {
    for (const question of [
      'x'.repeat(50_000),
      Array.from({ length: 400 }, (_, index) => `frumious${index}`).join(' '),
      `total ${'🙂'.repeat(2_000)} "${'\u0001'.repeat(3_000)}"`,
    ]) {
      const { facts, events } = await turn([asks(question), ...described]);
      expect(facts.map((fact) => AnswerFact.parse(fact).code)).toEqual(['declined', 'offers']);
      const placed = facts.map((fact) => ({ fact, part: 0, start: 100_000, end: 200_000 }));
      expect(unpack(pack('assay_facts', placed), 'assay_facts')).toEqual(placed);
      // Each is one delta, so that it is told as a whole or not at all.
      expect(events.filter((event) => 'fact' in event)).toHaveLength(2);
    }
  });

  it('stops within the tokens it was given', async () => {
    const { done, text } = await turn([asks('what can I ask'), ...described], { maxCompletionTokens: 5 });
    expect(done).toMatchObject({ reason: 'max_completion_tokens' });
    expect(text.length).toBeLessThanOrEqual(20);
  });

  it('does not begin once it is called off', async () => {
    const stopped = AbortSignal.abort(new Error('stopped'));
    await expect(
      builtInAnalyst()
        .respond(turnOf([asks('hi')], DATA_TOOLS), stopped)
        [Symbol.asyncIterator]()
        .next(),
    ).rejects.toThrow('stopped');
  });

  it('does the same in the same turn', async () => {
    const items = [asks('top 5 products by amount'), ...described];
    expect(await turn(items)).toEqual(await turn(items));
  });
});
