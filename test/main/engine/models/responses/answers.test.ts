import { describe, expect, it, test } from 'vitest';
import { asks, aTurn } from '../../../../support/models/turns';
import { functionTool, resultOf } from '../../../../support/upstream/turns';
import { providerOf } from './provider';

const usage = { input: 100, cached: 60, output: 20, reasoning: 8 };
const ourUsage = { promptTokens: 100, completionTokens: 20, cachedTokens: 60, reasoningTokens: 8 };
const tools = [functionTool('query_data'), functionTool('make_chart')];

describe('an answer', () => {
  it('comes piece by piece, with what it cost', async () => {
    const { provider, connection } = providerOf([{ text: ['Grü', 'ße, ', '👋'], usage }]);
    const result = await resultOf(provider);
    expect(result.events.filter(({ type }) => type === 'text')).toHaveLength(3);
    expect(result).toMatchObject({ text: 'Grüße, 👋', reason: 'stop', usage: ourUsage, failure: null });
    expect(connection.ledger.rows[0]?.arrival).toMatchObject({ status: 200, failure: null, usage: ourUsage });
  });

  it('may think first, and call several tools at once', async () => {
    const { provider } = providerOf([
      {
        reasoning: 'I need the data.',
        text: 'Let me look.',
        calls: [
          { name: 'query_data', arguments: { sql: 'select 1' } },
          { name: 'make_chart', arguments: '' },
        ],
        usage,
      },
    ]);
    const result = await resultOf(provider, aTurn({ tools }));
    expect(result).toMatchObject({
      reasoning: 'I need the data.',
      text: 'Let me look.',
      reason: 'calls',
      usage: ourUsage,
    });
    expect(result.calls).toEqual([
      { name: 'query_data', arguments: '{"sql":"select 1"}' },
      { name: 'make_chart', arguments: '{}' },
    ]);
    expect(result.states).toMatchObject([{ type: 'reasoning', encrypted_content: expect.stringMatching(/^gAAAA-rs/) }]);
    const order = result.events.map(({ type }) => type).filter((type) => type !== 'reasoning' && type !== 'usage');
    expect([order[0], order[1], order.at(-1)]).toEqual(['state', 'text', 'done']);
  });

  it.each([
    ['refused', { refusal: 'I cannot help with that.' }, { refusal: 'I cannot help with that.', reason: 'stop' }],
    ['too long', { text: 'The first', end: 'length' }, { text: 'The first', reason: 'max_completion_tokens' }],
    ['withheld', { text: 'The', end: 'content_filter' }, { text: 'The', reason: 'content_filter' }],
    ['of nothing', {}, { text: '', reason: 'stop' }],
  ] as const)('may be %s', async (_, speech, expected) => {
    const { provider } = providerOf([speech]);
    expect(await resultOf(provider)).toMatchObject({ failure: null, ...expected });
  });

  it('may fail in the middle, and what was said stays', async () => {
    const end = { failed: { code: 'rate_limit_exceeded', message: 'Too fast.' } };
    const { provider, connection } = providerOf([{ text: 'The sum is', end }]);
    const result = await resultOf(provider);
    expect([result.text, result.failure?.code, result.failure?.message]).toEqual([
      'The sum is',
      'rate_limit',
      'Too fast.',
    ]);
    expect(connection.ledger.rows[0]?.arrival).toMatchObject({ status: 200, failure: 'rate_limit' });
  });

  it('that ends early or breaks off was cut', async () => {
    for (const trouble of [{ endAfterEvents: 6 }, { cutAfterBytes: 1_200 }]) {
      const { provider, upstream } = providerOf([{ text: 'A long and winding answer.', ...trouble }]);
      const result = await resultOf(provider);
      expect([result.failure?.code, result.reason]).toEqual(['cut_off', null]);
      expect(upstream.turns).toHaveLength(1);
    }
  });

  it('of a server that does not stream is read as well', async () => {
    const response = {
      object: 'response',
      status: 'completed',
      output: [
        { type: 'reasoning', id: 'rs_1', summary: [{ type: 'summary_text', text: 'Hm.' }], encrypted_content: 'x' },
        { type: 'message', content: [{ type: 'output_text', text: 'Four.' }] },
        { type: 'function_call', call_id: 'c', name: 'query_data', arguments: '{"a":1}' },
      ],
      usage: { input_tokens: 3, output_tokens: 4 },
    };
    const { provider } = providerOf([{ raw: JSON.stringify(response) }]);
    const result = await resultOf(provider, aTurn({ tools }));
    expect(result).toMatchObject({
      text: 'Four.',
      reasoning: 'Hm.',
      reason: 'calls',
      usage: { promptTokens: 3, completionTokens: 4 },
    });
    expect(result.calls).toEqual([{ name: 'query_data', arguments: '{"a":1}' }]);
  });

  it('without usage is counted here, and says so', async () => {
    const { provider } = providerOf([{ text: 'One two three four.', usage: null }]);
    const { usage: counted } = await resultOf(provider);
    expect(counted).toMatchObject({ estimated: true });
    expect(counted?.completionTokens).toBe(5);
    expect(counted?.promptTokens).toBeGreaterThan(5);
  });
});

test('several messages of one answer are paragraphs of one', async () => {
  const message = (index: number, phase: string, text: string) => [
    { type: 'response.output_item.added', output_index: index, item: { type: 'message', phase, content: [] } },
    { type: 'response.output_text.delta', output_index: index, content_index: 0, delta: text },
    {
      type: 'response.output_item.done',
      output_index: index,
      item: { type: 'message', phase, content: [{ type: 'output_text', text }] },
    },
  ];
  const events = [
    ...message(0, 'commentary', 'I look it up.'),
    { type: 'response.something_new', output_index: 1, item: { type: 'mystery' } },
    { type: 'response.output_item.added', output_index: 1, item: { type: 'mystery_call', secret: 1 } },
    { type: 'response.output_item.done', output_index: 1, item: { type: 'mystery_call', secret: 1 } },
    { type: 'response.compaction.compacting', output_index: 2 },
    {
      type: 'response.output_item.done',
      output_index: 2,
      item: { type: 'compaction', id: 'cmp_1', encrypted_content: 'yyy' },
    },
    ...message(3, 'final_answer', 'It is 4.'),
    { type: 'response.completed', response: { status: 'completed', output: [], usage: null } },
  ];
  const raw = events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('');
  const { provider } = providerOf([{ raw }]);
  const result = await resultOf(provider);
  expect([result.text, result.reason, result.failure]).toEqual(['I look it up.\n\nIt is 4.', 'stop', null]);
  expect(result.states).toMatchObject([{ type: 'compaction', id: 'cmp_1', encrypted_content: 'yyy' }]);
});

test('a cancelled run hangs up at once', async () => {
  const { provider } = providerOf([{ text: 'Never to be heard in full.', stallAfterEvents: 6 }]);
  const cancel = new AbortController();
  const heard: string[] = [];
  const listening = (async () => {
    for await (const event of provider.respond(aTurn({ items: [asks('Go')] }), cancel.signal)) {
      heard.push(event.type);
      cancel.abort(new Error('cancelled'));
    }
  })();
  await expect(listening).rejects.toThrow('cancelled');
  expect(heard).toEqual(['text']);
});
