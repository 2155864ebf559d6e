import { expect, it, onTestFinished, vi } from 'vitest';
import { endOnSignals } from '../../../src/main/shells/common/open-app';

it('a signal that comes twice at once ends the app once, and cleanly; one that comes later does not wait', () => {
  vi.useFakeTimers();
  const exits: unknown[] = [];
  vi.spyOn(process, 'exit').mockImplementation((code) => exits.push(code) as never);
  const before = process.listeners('SIGTERM');
  onTestFinished(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      for (const listener of process.listeners(signal)) if (!before.includes(listener)) process.off(signal, listener);
  });
  let closed = 0;
  endOnSignals(() => {
    closed += 1;
    return new Promise(() => {});
  });
  process.emit('SIGTERM', 'SIGTERM');
  process.emit('SIGTERM', 'SIGTERM');
  expect({ closed, exits }).toEqual({ closed: 1, exits: [] });
  vi.advanceTimersByTime(2_000);
  process.emit('SIGTERM', 'SIGTERM');
  expect({ closed, exits }).toEqual({ closed: 1, exits: [1] });
});
