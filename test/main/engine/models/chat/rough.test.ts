import { describe, expect, it } from 'vitest';
import { chatWith, cost, delta, END, stream, type Told } from '../../../../support/models/chats';
import { aFunction } from '../../../../support/models/turns';
import { needs } from '../../../../support/needs';
import { CHAT_RECORDINGS, recordedChats } from '../../../../support/recordings/chats';
import { sweep } from '../../../../support/sweep';

/** Places to cut at, in parts of two hundred of the whole. */
const CUTS = Array.from({ length: 200 }, (_, place) => place / 200);
const OWN = {
  'a text with thoughts': stream(
    delta({ role: 'assistant', content: '' }),
    ...[...'Let me see, ünd 😀.'].map((piece) => delta({ reasoning_content: piece })),
    ...'The answer is 42, as “everybody” knows 😀.'.split(/(?= )/).map((content) => delta({ content })),
    delta({}, 'stop'),
    cost(),
    END,
  ).raw,
  'two calls in turns': stream(
    delta({ content: 'I look.' }),
    delta({ tool_calls: [{ index: 0, id: 'a', function: { name: 'weather', arguments: '' } }] }),
    ...[...'{"city":"Zürich"}'].map((piece) => delta({ tool_calls: [{ index: 0, function: { arguments: piece } }] })),
    delta({ tool_calls: [{ index: 1, id: 'b', function: { name: 'time', arguments: '{}' } }] }),
    delta({}, 'tool_calls'),
    cost(),
    END,
  ).raw,
  'tags in a text': stream(
    ...[...'<think>Hm.</think>Hello'].map((content) => delta({ content })),
    delta({}, 'stop'),
    cost(),
    END,
  ).raw,
};

async function read(raw: string): Promise<Told> {
  const { ask, options } = chatWith([]);
  options.upstream.fetch = () => new Response(raw, { headers: { 'content-type': 'text/event-stream' } });
  const names = new Set([...raw.matchAll(/"name"\s*:\s*"([\w-]+)"/g)].map(([, name = '']) => name));
  return ask({ tools: [...names, 'weather', 'time'].map((name) => aFunction(name)) });
}

const textsOf = ({ text, reasoning, refusal, calls, done }: Told) => ({
  text,
  reasoning,
  refusal,
  calls,
  reason: done?.reason,
});
const eventsIn = (raw: string): string[] => raw.split(/(?<=\n\n)/);

/** The same order each time, far from the right one. */
const shuffled = (events: readonly string[], seed: number): string[] =>
  events
    .map((event, index) => [Math.sin((index + 1) * seed * 997), event] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, event]) => event);

async function holdsWhenCut(raw: string, cuts = CUTS): Promise<void> {
  const whole = await read(raw);
  for (const cut of cuts) {
    const part = await read(raw.slice(0, Math.floor(raw.length * cut)));
    // An answer that was not ended is never taken for one that was.
    expect(part.failure !== null || textsOf(part).reason === textsOf(whole).reason).toBe(true);
    expect(whole.text.startsWith(part.text)).toBe(true);
    expect(part.events.filter((event) => event.type === 'done').length).toBe(part.failure ? 0 : 1);
  }
}

async function holdsWhenMixed(raw: string): Promise<void> {
  const whole = textsOf(await read(raw));
  const events = eventsIn(raw);
  expect(textsOf(await read(raw.replaceAll('data: [DONE]\n\n', '') + raw))).toEqual(whole);
  const strange = events.flatMap((event) => [': hello\n\n', 'event: novelty\ndata: {"type":"novelty"}\n\n', event]);
  expect(textsOf(await read(strange.join('')))).toEqual(whole);
  const doubled = await read(events.flatMap((event) => [event, event]).join(''));
  const mixed = await Promise.all([1, 2, 3].map((seed) => read(shuffled(events, seed).join(''))));
  for (const { events: told, failure } of [doubled, ...mixed]) {
    const ends = told.filter((event) => event.type === 'done').length;
    expect(ends).toBe(failure ? 0 : 1);
    expect(new Set(told.flatMap((event) => (event.type === 'call' ? [event.index] : []))).size).toBe(
      told.filter((event) => event.type === 'call').length,
    );
  }
}

describe.each(Object.entries(OWN))('%s', (_, raw) => {
  it('cut anywhere ends in what had come, and in a failure unless all had', () => holdsWhenCut(raw));
  it('with events doubled, in any order, or unknown is read without harm', () => holdsWhenMixed(raw));
});

const streams = recordedChats.filter(({ streamed, status }) => streamed && status === 200);
/** Longer ones say the same for longer. */
const LONGEST = 40_000;
const short = streams.filter(({ raw }) => raw.length < LONGEST);

describe('recorded streams', needs(CHAT_RECORDINGS), () => {
  it.each(short.map(({ name, raw }) => [name, raw] as const))('%s: cut anywhere', async (_, raw) =>
    holdsWhenCut(raw, sweep(CUTS, 9)),
  );
  it.each(short.map(({ name, raw }) => [name, raw] as const))('%s: mixed up', async (_, raw) => holdsWhenMixed(raw));
});
