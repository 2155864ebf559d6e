import { expect } from 'vitest';

/** One event of a stream as it goes over the wire. */
export interface Frame {
  event: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the server sent
  data: any;
}

/** Reads an event stream without an SDK; each event must be two lines, and `done` the last. */
export async function readFrames(response: Response, onFrame: (frame: Frame) => void = () => {}): Promise<Frame[]> {
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  const frames: Frame[] = [];
  let rest = '';
  for await (const text of response.body!.pipeThrough(new TextDecoderStream())) {
    const pieces = (rest + text).split('\n\n');
    rest = pieces.pop() ?? '';
    for (const piece of pieces) {
      // What keeps a silent connection open may come at any time, as when a test lets minutes pass.
      if (piece === ': ping') continue;
      const [, event, data] = /^event: ([a-z._]+)\ndata: ([^\n]+)$/.exec(piece) ?? [];
      if (event === undefined || data === undefined) throw new Error(`Not an event of two lines: ${piece}`);
      const frame = { event, data: data === '[DONE]' ? data : JSON.parse(data) };
      frames.push(frame);
      onFrame(frame);
    }
  }
  expect(rest).toBe('');
  expect(frames.pop()).toEqual({ event: 'done', data: '[DONE]' });
  return frames;
}

const OBJECTS: [RegExp, string][] = [
  [/^thread\.created$/, 'thread'],
  [/^thread\.run\.step\.delta$/, 'thread.run.step.delta'],
  [/^thread\.run\.step\./, 'thread.run.step'],
  [/^thread\.message\.delta$/, 'thread.message.delta'],
  [/^thread\.message\./, 'thread.message'],
  [/^thread\.run\./, 'thread.run'],
];

/** What holds for every stream, whatever happens in the run. */
export function expectSound(frames: readonly Frame[], resumed = false): void {
  const open: Record<string, string | null> = { step: resumed ? 'resumed' : null, message: null };
  const created = new Set<string>();
  for (const { event, data } of frames) {
    expect(data.object).toBe(OBJECTS.find(([pattern]) => pattern.test(event))?.[1]);
    const state = event.split('.').at(-1) ?? '';
    const kind = data.object.startsWith('thread.run.step') ? 'step' : /message/.test(data.object) ? 'message' : null;
    if (state !== 'delta' && event !== 'thread.created')
      expect(data.status).toBe(state !== 'created' ? state : kind ? 'in_progress' : 'queued');
    if (!kind) continue;
    if (state === 'created') {
      expect([event, open[kind], created.has(data.id)]).toEqual([event, null, false]);
      created.add(data.id);
      open[kind] = data.id;
    } else if (open[kind] !== 'resumed') expect([event, data.id]).toEqual([event, open[kind]]);
    if (['completed', 'incomplete', 'failed', 'cancelled', 'expired'].includes(state)) open[kind] = null;
  }
}
