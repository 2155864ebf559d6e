import { describe, expect, it } from 'vitest';
import type { AppEvent } from '../../../src/preload/contract';
import { createCache } from '../../../src/renderer/bridge/context';
import { keys } from '../../../src/renderer/bridge/keys';
import { grow, type MessagePages, mergeEvent } from '../../../src/renderer/bridge/merge';
import { message, run, threadId } from '../../support/rows';

const asked = message('q');
const answer = message('a', { role: 'assistant', status: 'in_progress', parts: [{ type: 'text', text: 'Read as' }] });

function cacheWith(messages = [asked, answer]) {
  const cache = createCache();
  cache.setQueryData<MessagePages>(keys.messages(threadId('a')), {
    pages: [{ messages, hasEarlier: false }],
    pageParams: [undefined],
  });
  const shown = () =>
    cache.getQueryData<MessagePages>(keys.messages(threadId('a')))?.pages.flatMap((page) => page.messages) ?? [];
  return { cache, shown };
}

const grew = (offset: number, text: string): AppEvent => ({
  name: 'messages.grew',
  data: { messageId: answer.id, threadId: threadId('a'), part: 0, offset, text },
});

describe('what is said is merged into what was read', () => {
  it('puts text at its place', () => {
    const { cache, shown } = cacheWith();
    mergeEvent(cache, grew(7, ' **sum'));
    mergeEvent(cache, grew(13, ' of amount**'));
    expect(shown()[1]?.parts).toEqual([{ type: 'text', text: 'Read as **sum of amount**' }]);
  });

  it('does not double text that comes again, or shorten it when an old event comes late', () => {
    const { cache, shown } = cacheWith();
    for (const event of [grew(7, ' one'), grew(11, ' two'), grew(7, ' one'), grew(11, ' two')])
      mergeEvent(cache, event);
    expect(shown()[1]?.parts).toEqual([{ type: 'text', text: 'Read as one two' }]);
  });

  it('reads a message again when text before the new one is missing', () => {
    const { cache, shown } = cacheWith();
    mergeEvent(cache, grew(20, 'later'));
    expect(shown()[1]?.parts).toEqual(answer.parts);
    expect(cache.getQueryState(keys.messages(threadId('a')))?.isInvalidated).toBe(true);
  });

  it('begins a new part only as the next one', () => {
    expect(grow(answer, { part: 1, offset: 0, text: 'more' })?.parts).toHaveLength(2);
    expect(grow(answer, { part: 2, offset: 0, text: 'more' })).toBeNull();
  });

  it('adds a message once, however often it is said', () => {
    const { cache, shown } = cacheWith([asked]);
    for (let times = 0; times < 3; times += 1) mergeEvent(cache, { name: 'messages.changed', data: answer });
    expect(shown().map((one) => one.id)).toEqual([asked.id, answer.id]);
  });

  it('asks again for runs of a step it knows nothing about', () => {
    const { cache } = cacheWith();
    cache.setQueryData(keys.runs(threadId('a')), [{ ...run('1'), steps: [] }]);
    const step = {
      id: 'step_1',
      runId: 'run_2',
      threadId: threadId('a'),
      type: 'tool_calls',
      status: 'completed',
      messageId: null,
      calls: [],
      ending: null,
      startedAt: 1,
      ms: 1,
    };
    mergeEvent(cache, { name: 'steps.changed', data: step } as unknown as AppEvent);
    expect(cache.getQueryState(keys.runs(threadId('a')))?.isInvalidated).toBe(true);
  });
});
