import { describe, expect, it } from 'vitest';
import { builtInAnalyst } from '../../../src/main/engine/models/built-in';
import type { ModelItem, ModelTurn, Tool } from '../../../src/main/engine/ports';
import { sales } from '../../support/analyst/profiles';
import { respond, said, turnOf } from '../../support/analyst/respond';

const tool = (name: string): Tool => ({ type: 'function', function: { name } });
const called = (callId: string, name: string, args: unknown, output: unknown): ModelItem[] => [
  { type: 'function_call', callId, name, arguments: JSON.stringify(args) },
  { type: 'function_output', callId, output: typeof output === 'string' ? output : JSON.stringify(output) },
];

const DATA_TOOLS = ['describe_data', 'query_data', 'make_chart'].map(tool);

async function turn(items: ModelItem[], { tools = DATA_TOOLS, ...changes }: Partial<ModelTurn> = {}) {
  const { events, calls, text } = await respond(items, tools, changes);
  return { events, calls: calls.map(([name]) => name), args: calls.map(([, args]) => args), text, done: events.at(-1) };
}

const described = called('c1', 'describe_data', {}, { datasets: [sales] });
const result = (columns: string[], rows: unknown[][]) => ({
  result_id: 'res_1',
  columns: columns.map((name) => ({ name, type: 'text' })),
  rows,
  row_count: rows.length,
  truncated: false,
});

describe('what the built-in analyst does in a turn', () => {
  it('looks at the data first', async () => {
    const { calls, done } = await turn([said('total amount')]);
    expect(calls).toEqual(['describe_data']);
    expect(done).toMatchObject({ type: 'done', reason: 'calls' });
  });

  it('then queries, in parallel where that is allowed', async () => {
    const items = [said('total amount by region'), ...described];
    expect((await turn(items)).calls).toEqual(['query_data', 'query_data']);
    expect((await turn(items, { parallelToolCalls: false })).calls).toEqual(['query_data']);
  });

  it('draws once the rows are there, and answers when the picture is', async () => {
    const before = [said('total amount by region'), ...described];
    const { args } = await turn(before);
    const [main, total] = args;
    const queried = [
      ...called(
        'c2',
        'query_data',
        main,
        result(
          ['region', 'total amount'],
          [
            ['West', '10.00'],
            ['East', '5.00'],
          ],
        ),
      ),
      ...called('c3', 'query_data', total, result(['total amount'], [['15.00']])),
    ];
    const drawing = await turn([...before, ...queried]);
    expect(drawing.calls).toEqual(['make_chart']);
    expect(drawing.args[0]).toMatchObject({
      result_id: 'res_1',
      kind: 'bar',
      format: { style: 'currency', currency: 'EUR' },
    });
    const drawn = called('c4', 'make_chart', drawing.args[0], { chart_id: 'ch_1', file_id: 'file-1' });
    const answer = await turn([...before, ...queried, ...drawn]);
    expect(answer.text).toContain('Read as **sum of amount by region**');
    expect(answer.text).toContain('**West** has the highest total amount: €\u00a010.00');
    expect(answer.events).toContainEqual({ type: 'image', fileId: 'file-1' });
    expect(answer.done).toMatchObject({ reason: 'stop' });
  });

  it('answers without the picture when there is no tool for it, and says so when drawing failed', async () => {
    const before = [said('total amount by region'), ...described];
    const { args } = await turn(before);
    const queried = args.flatMap((one, index) =>
      called(
        `q${index}`,
        'query_data',
        one,
        result(
          ['region', 'total amount'],
          [
            ['West', '1.00'],
            ['East', '2.00'],
          ],
        ),
      ),
    );
    const plain = await turn([...before, ...queried], { tools: ['describe_data', 'query_data'].map(tool) });
    expect(plain.text).toContain('| East | €\u00a02.00 |');
    const failed = called('c9', 'make_chart', {}, { error: { code: 'internal', message: 'no paint' } });
    expect((await turn([...before, ...queried, ...failed])).text).toContain('> The chart could not be drawn: no paint');
  });

  it('passes on what went wrong with a query', async () => {
    const before = [said('total amount'), ...described];
    const { args } = await turn(before);
    const failed = called('c2', 'query_data', args[0], {
      error: { code: 'too_large', message: 'The query ran out of memory.' },
    });
    expect((await turn([...before, ...failed])).text).toBe('The query could not be run: The query ran out of memory.');
  });

  it.each(['', 'not json', '[]', '{"datasets": 5}'])('says when a tool answers with nonsense: %s', async (output) => {
    const { text, calls } = await turn([said('total amount'), ...called('c1', 'describe_data', {}, output)]);
    expect(calls).toEqual([]);
    expect(text).toContain('could not be described');
  });

  it.each<[string, Parameters<typeof turn>[1], string]>([
    ['no tool at all', { tools: [] }, 'Give it `file_search`'],
    ['tools it may not use', { toolChoice: 'none' }, 'Leave `tool_choice` out'],
    ['no tool, of which it may use none', { tools: [], toolChoice: 'none' }, 'Give it `file_search`'],
    ['nothing but Python', { tools: [{ type: 'code_interpreter' }] }, 'Put it into a block'],
    ['functions that fit nothing', { tools: [tool('get_weather')] }, 'choose one with `tool_choice`'],
    [
      'a choice it does not have',
      { tools: [tool('get_weather')], toolChoice: { type: 'file_search' } },
      'Give it to the assistant',
    ],
  ])('says to a script with %s what to do, and names nothing that a script has not', async (_, given, advice) => {
    const { text } = await turn([said('hi')], given);
    expect(text).toContain(advice);
    expect(text).not.toMatch(/describe_data|query_data|make_chart|another model/);
  });

  it('asks for data where there is none yet', async () => {
    expect((await turn([said('total amount'), ...called('c1', 'describe_data', {}, { datasets: [] })])).text).toContain(
      'Attach a CSV',
    );
  });

  it('stops within the tokens it was given', async () => {
    const { done, text } = await turn([said('what can I ask'), ...described], { maxCompletionTokens: 5 });
    expect(done).toMatchObject({ reason: 'max_completion_tokens' });
    expect(text.length).toBeLessThanOrEqual(20);
  });

  it('does not begin once it is called off', async () => {
    const stopped = AbortSignal.abort(new Error('stopped'));
    await expect(
      builtInAnalyst()
        .respond(turnOf([said('hi')], DATA_TOOLS), stopped)
        [Symbol.asyncIterator]()
        .next(),
    ).rejects.toThrow('stopped');
  });

  it('does the same in the same turn', async () => {
    const items = [said('top 5 products by amount'), ...described];
    expect(await turn(items)).toEqual(await turn(items));
  });
});
