import { describe, expect, it } from 'vitest';
import type { ModelItem, ModelTurn, Tool } from '../../../src/main/engine/ports';
import { respond } from '../../support/analyst/respond';
import { asks } from '../../support/models/turns';

const tools: Tool[] = [{ type: 'function', function: { name: 'get_weather', parameters: {} } }];

const call = (city: string, output: unknown, callId = city): ModelItem[] => [
  { type: 'function_call', callId, name: 'get_weather', arguments: JSON.stringify({ city }) },
  { type: 'function_output', callId, output: JSON.stringify(output) },
];
const called = (output: unknown): ModelItem[] => [asks('weather in Paris'), ...call('Paris', output)];

async function inFormat(responseFormat: ModelTurn['responseFormat'], items: ModelItem[]) {
  const { events, text } = await respond(items, tools, { responseFormat });
  const refusal = events.flatMap((event) => (event.type === 'refusal' ? [event.delta] : [])).join('');
  return { text, refusal, calls: events.filter((event) => event.type === 'call').length };
}

const shaped = (properties: Record<string, unknown>, required = Object.keys(properties)) => ({
  type: 'json_schema',
  json_schema: {
    name: 'answer',
    strict: true,
    schema: { type: 'object', properties, required, additionalProperties: false },
  },
});
const number = { type: 'number' };
const text = { type: 'string' };

describe('answers in a format', () => {
  it('are an object where one was asked for: what the function answered, or the words', async () => {
    const format = { type: 'json_object' };
    expect(JSON.parse((await inFormat(format, called({ temp: 21, sky: 'clear' }))).text)).toEqual({
      temp: 21,
      sky: 'clear',
    });
    expect(JSON.parse((await inFormat(format, called('mild'))).text)).toEqual({
      answer: expect.stringContaining('mild'),
    });
    expect(JSON.parse((await inFormat(format, [asks('sing')])).text)).toEqual({ answer: expect.any(String) });
  });

  it('have the shape of the schema, filled from what was asked and answered', async () => {
    const day = { type: 'object', properties: { high: number }, required: ['high'] };
    const format = shaped({
      city: text,
      temp: number,
      sky: { enum: ['clear', 'rain'] },
      wind: { type: ['number', 'null'] },
      days: { type: 'array', items: day },
    });
    const days = [{ high: 22, low: 11 }];
    const answer = await inFormat(format, called({ Temp: 21, sky: 'clear', days, more: true }));
    expect(JSON.parse(answer.text)).toEqual({
      city: 'Paris',
      temp: 21,
      sky: 'clear',
      wind: null,
      days: [{ high: 22 }],
    });
    expect(answer.refusal).toBe('');
  });

  it('put the words where one text is still wanted', async () => {
    const answer = JSON.parse((await inFormat(shaped({ reply: text }), [asks('sing me a song')])).text);
    expect(answer).toEqual({ reply: expect.stringContaining('None of the functions fits') });
  });

  it('are refused, as models refuse, where the shape cannot be filled', async () => {
    const { text: none, refusal } = await inFormat(shaped({ temp: number, wind: number }), called({ temp: 'mild' }));
    expect(none).toBe('');
    expect(refusal).toMatch(/temp, wind/);
    const odd = { type: 'json_schema', json_schema: { name: 'n', schema: { $ref: '#/$defs/x' } } };
    expect((await inFormat(odd, called({ temp: 1 }))).refusal).not.toBe('');
  });

  it('never mix what calls said of different things', async () => {
    const both = [asks('weather in Paris and Rome'), ...call('Paris', { temp: 21 }), ...call('Rome', { wind: 5 })];
    const { text: none, refusal } = await inFormat(shaped({ city: text, temp: number }), both);
    expect(none).toBe('');
    expect(refusal).toContain('city, temp');
    const same = [asks('weather in Paris'), ...call('Paris', { temp: 21 }), ...call('Paris', { wind: 5 }, 'second')];
    const answer = await inFormat(shaped({ city: text, temp: number, wind: number }), same);
    expect(JSON.parse(answer.text)).toEqual({ city: 'Paris', temp: 21, wind: 5 });
  });

  it('come after the calls, and do not touch answers in plain words', async () => {
    expect((await inFormat(shaped({ temp: number }), [asks('weather now')])).calls).toBe(1);
    expect((await inFormat({ type: 'text' }, called({ temp: 21 }))).text).toBe('- temp: 21');
  });
});
