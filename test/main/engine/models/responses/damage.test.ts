import { describe, expect, test } from 'vitest';
import { aTurn } from '../../../../support/models/turns';
import { needs } from '../../../../support/needs';
import { randomFrom } from '../../../../support/random';
import { recordedAnswers, recordingsOf } from '../../../../support/recordings/answers';
import { sweep } from '../../../../support/sweep';
import { type Speech, streamOf, textOfFrame } from '../../../../support/upstream';
import { functionTool, resultOf, type TurnResult } from '../../../../support/upstream/turns';
import { eventsOf, expectedOf } from './expected';
import { providerOf } from './provider';

const OFFSETS = 200;

const scripted: [string, Speech][] = [
  ['text', { text: 'Revenue grew by 4.2 % — from 12 to 12.5 million €.' }],
  [
    'reasoning, text and calls',
    {
      reasoning: 'First the data.',
      text: 'Let me look.',
      calls: [
        { name: 'a', arguments: { sql: 'select 1' } },
        { name: 'b', arguments: {} },
      ],
    },
  ],
  ['a refusal', { refusal: 'I cannot help with that.' }],
  ['an answer that is too long', { text: 'The first of many', end: 'length' }],
  ['a failure', { text: 'The sum', end: { failed: { code: 'server_error', message: 'Sorry.' } } }],
];
const own = scripted.map(([name, speech]): [string, string] => [name, streamOf(speech)]);
const recorded = recordedAnswers('responses', (path) => path.endsWith('/responses'))
  .filter(({ body, status }) => status === 200 && !body.trimStart().startsWith('{'))
  .map(({ name, body }): [string, string] => [name, body]);

const toolsOf = (body: string) =>
  [...new Set(expectedOf(body).calls.map(({ name }) => name))].map((name) => functionTool(name));

/** The result of a stream as it was damaged; the server has nothing else to say. */
async function heard(raw: string, whole: string): Promise<TurnResult> {
  const { connection, provider } = providerOf([]);
  // Nearer than the scripted server: there are tens of thousands of these.
  connection.fetch = () => new Response(raw);
  return resultOf(provider, aTurn({ tools: toolsOf(whole) }));
}

async function expectCutSafely(body: string): Promise<void> {
  const bytes = Buffer.from(body);
  const whole = await heard(body, body);
  for (let cut = 0; cut < OFFSETS; cut += 1) {
    const raw = bytes.subarray(0, Math.floor((bytes.length * cut) / OFFSETS)).toString();
    const part = await heard(raw, body);
    // What was heard is a beginning of the answer, and nobody takes it for the whole.
    expect(whole.text.startsWith(part.text)).toBe(true);
    expect(part.reason === null).toBe(part.failure !== null);
    if (part.reason === null && whole.failure === null) expect(part.failure?.code).toBe('cut_off');
    for (const [index, call] of part.calls.entries())
      expect(whole.calls[index]?.arguments.startsWith(call.arguments)).toBe(true);
  }
}

const framesOf = (body: string): string[] => eventsOf(body).map((data) => textOfFrame({ data }));
const letters = (text: string) => text.replace(/\s/g, '').length;

async function expectOddStreamsHarmless(body: string): Promise<void> {
  const whole = await heard(body, body);
  const frames = framesOf(body);
  const isNumbered = eventsOf(body).every(({ sequence_number: number }) => typeof number === 'number');
  const random = randomFrom(7);
  for (let round = 0; round < 3; round += 1) {
    const shuffled = frames.map((frame) => ({ frame, at: random.next() })).toSorted((a, b) => a.at - b.at);
    const mixed = await heard(shuffled.map(({ frame }) => frame).join(''), body);
    expect(letters(mixed.text)).toBeLessThanOrEqual(letters(whole.text));
    expect(mixed.calls.length).toBeLessThanOrEqual(whole.calls.length);
  }
  const same = ({ text, calls, reason, refusal, reasoning }: TurnResult) => ({
    text,
    calls,
    reason,
    refusal,
    reasoning,
  });
  const twice = await heard(frames.map((frame) => frame + frame).join(''), body);
  if (isNumbered) expect(same(twice)).toEqual(same(whole));
  expect([twice.calls.length, twice.reason]).toEqual([whole.calls.length, whole.reason]);
  expect(same(await heard(body + body, body))).toEqual(same(whole));
  const unknown = [
    { type: 'response.telepathy.delta', output_index: 0, delta: 'x', item_id: 'y' },
    { type: 'response.output_item.added', output_index: 99, item: { type: 'dream', text: 'z' } },
    {
      type: 'response.output_item.done',
      output_index: 99,
      item: { type: 'dream', content: [{ type: 'output_text', text: 'z' }] },
    },
    { type: 'response.output_text.delta', output_index: 98, delta: { not: 'text' } },
    [1, 2],
    'text',
    null,
  ].map((data) => textOfFrame({ data: JSON.stringify(data) }));
  const mixedIn = frames.flatMap((frame, index) => [unknown[index % unknown.length]!, ': comment\n\n', frame]).join('');
  expect(same(await heard(mixedIn, body))).toEqual(same(whole));
}

describe('a stream of our own', () => {
  test.each(own)('of %s may be cut anywhere', async (_, body) => expectCutSafely(body));
  test.each(own)('of %s may be shuffled, doubled, or hold what nobody knows', async (_, body) =>
    expectOddStreamsHarmless(body),
  );
});

describe('a recorded stream', needs(recordingsOf('responses')), () => {
  test.each(sweep(recorded, 10))('%s may be cut anywhere', async (_, body) => expectCutSafely(body));
  test.each(sweep(recorded, 4))('%s may be shuffled, doubled, or hold what nobody knows', async (_, body) =>
    expectOddStreamsHarmless(body),
  );
});
