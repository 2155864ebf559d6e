import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Elapsed } from '../../../src/renderer/features/conversation/Elapsed';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it.each([
  ['a day back', -24],
  ['a day forward', 24],
])('how long something has taken counts on while the clock is set %s', (_, hours) => {
  render(<Elapsed since={Date.now() - 4_000} />);
  expect(screen.getByText('· 4 s')).toBeDefined();
  vi.setSystemTime(Date.now() + hours * 3_600_000);
  act(() => void vi.advanceTimersByTime(6_000));
  expect(screen.getByText('· 10 s')).toBeDefined();
});
