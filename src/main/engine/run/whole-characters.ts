import type { ModelEvent } from '../ports';

type Delta = Extract<ModelEvent, { delta: string }>;

const HALF_AT_END = /[\ud800-\udbff]$/;

/**
 * Passes on what a model sends without a delta that ends in the middle of a character: an emoji is two units in JavaScript,
 * and Python cannot join its halves again. Halves that never find the other one become U+FFFD.
 */
export async function* wholeCharacters(events: AsyncIterable<ModelEvent>): AsyncGenerator<ModelEvent> {
  const halves = new Map<string, Delta>();
  for await (const event of events) {
    if (event.type === 'done') for (const half of halves.values()) yield { ...half, delta: half.delta.toWellFormed() };
    if (!('delta' in event)) {
      yield event;
      continue;
    }
    const key = 'index' in event ? `${event.type} ${event.index}` : event.type;
    const text = (halves.get(key)?.delta ?? '') + event.delta;
    const half = HALF_AT_END.exec(text)?.[0] ?? '';
    if (half === '') halves.delete(key);
    else halves.set(key, { ...event, delta: half });
    yield { ...event, delta: text.slice(0, text.length - half.length).toWellFormed() };
  }
}
