import type OpenAI from 'openai';
import { describe, expect, it } from 'vitest';
import { translate } from '../../../src/main/api/updates';

type Event = OpenAI.Beta.Assistants.AssistantStreamEvent;

const said = (index: number): Event => ({
  event: 'thread.message.delta',
  data: {
    id: 'msg_1',
    object: 'thread.message.delta',
    delta: { content: [{ index, type: 'text', text: { value: 'x' } }] },
  },
});
const called = (index: number): Event => ({
  event: 'thread.run.step.delta',
  data: {
    id: 'step_1',
    object: 'thread.run.step.delta',
    delta: {
      step_details: {
        type: 'tool_calls',
        tool_calls: [{ index, id: 'call_1', type: 'function', function: { name: 'f', arguments: '{}' } }],
      },
    },
  },
});

describe('what a stream says', () => {
  it.each([said, called])('is put where it says', (event) => {
    expect([...translate(event(2))]).toHaveLength(1);
  });

  it.each([1e9, -1, 0.5, Number.NaN])('is passed over where there can be no such place: %d', (index) => {
    expect([...translate(said(index)), ...translate(called(index))]).toEqual([]);
  });
});
