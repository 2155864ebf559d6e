import { renderHook, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useDrawn } from '../../../src/renderer/features/conversation/use-drawn';

const numbered = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => String(from + at));
const itself = (item: string) => item;

const drawnOf = (items: string[], all = false) => {
  const seen: number[] = [];
  const hook = renderHook(
    (props: { items: string[]; all: boolean }) => {
      const drawn = useDrawn(props.items, itself, props.all);
      seen.push(drawn.length);
      return drawn;
    },
    { initialProps: { items, all } },
  );
  return { ...hook, seen };
};

it('draws the newest of a long list first and the others a few at a time', async () => {
  const items = numbered(0, 40);
  const { result, seen } = drawnOf(items);
  expect(result.current).toEqual(items.slice(-4));
  await waitFor(() => expect(result.current).toEqual(items));
  expect(seen.slice(1).every((count, at) => count - (seen[at] ?? 0) <= 6)).toBe(true);
});

it('keeps all that is drawn when newer and older ones come', async () => {
  const { result, rerender, seen } = drawnOf(numbered(50, 60));
  await waitFor(() => expect(result.current).toHaveLength(10));
  rerender({ items: numbered(50, 61), all: false });
  expect(result.current).toHaveLength(11);
  rerender({ items: numbered(0, 61), all: false });
  await waitFor(() => expect(result.current).toHaveLength(61));
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
});

it('draws all at once where something is looked for, and leaves it there', () => {
  const items = numbered(0, 40);
  const { result, rerender } = drawnOf(items, true);
  expect(result.current).toHaveLength(40);
  rerender({ items, all: false });
  expect(result.current).toHaveLength(40);
});
