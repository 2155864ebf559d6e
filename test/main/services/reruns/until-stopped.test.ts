import { describe, expect, it, vi } from 'vitest';
import { untilStopped } from '../../../../src/main/services/reruns/until-stopped';

describe('what can be stopped', () => {
  it('is stopped once, whether the signal came before it or meanwhile', async () => {
    for (const isEarly of [true, false]) {
      const signal = new AbortController();
      const work = Promise.withResolvers<string>();
      const stop = vi.fn(() => work.resolve('stopped'));
      if (isEarly) signal.abort();
      const ended = untilStopped(work.promise, signal.signal, stop);
      signal.abort();
      expect(await ended).toBe('stopped');
      expect(stop).toHaveBeenCalledTimes(1);
    }
  });

  it('is left alone once it is over', async () => {
    const signal = new AbortController();
    const stop = vi.fn();
    await untilStopped(Promise.resolve(), signal.signal, stop);
    signal.abort();
    expect(stop).not.toHaveBeenCalled();
  });
});
