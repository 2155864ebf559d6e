import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { whenCalm } from '../../../src/renderer/ui/scroll-pace';

const HEIGHT = 800;
const FRAME_MS = 16;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function scroller() {
  const element = document.createElement('div');
  Object.defineProperty(element, 'clientHeight', { value: HEIGHT });
  whenCalm(element, () => undefined);
  let now = 1_000;
  return {
    element,
    /** Scrolls so many pixels in each of so many frames. */
    scroll(pixels: number, frames: number) {
      for (let frame = 0; frame < frames; frame += 1) {
        now += FRAME_MS;
        element.scrollTop += pixels;
        const event = new Event('scroll');
        Object.defineProperty(event, 'timeStamp', { value: now });
        element.dispatchEvent(event);
      }
    },
  };
}

it('draws at once what comes near while a scroller rests, is read through, or has jumped', () => {
  const { element, scroll } = scroller();
  const run = vi.fn();
  whenCalm(element, run);
  scroll(20, 30);
  whenCalm(element, run);
  expect(run).toHaveBeenCalledTimes(2);

  const other = scroller();
  other.scroll(40_000, 1);
  whenCalm(other.element, run);
  expect(run).toHaveBeenCalledTimes(3);
});

it('waits with what flies by until the scroller has come to rest, unless it has been withdrawn', () => {
  const { element, scroll } = scroller();
  const [drawn, gone] = [vi.fn(), vi.fn()];
  scroll(60, 3);
  whenCalm(element, drawn);
  const withdraw = whenCalm(element, gone);
  scroll(60, 3);
  withdraw();
  expect(drawn).not.toHaveBeenCalled();

  vi.runAllTimers();
  expect(drawn).toHaveBeenCalledOnce();
  expect(gone).not.toHaveBeenCalled();
  whenCalm(element, drawn);
  expect(drawn).toHaveBeenCalledTimes(2);
});

it('draws at once where nothing scrolls', () => {
  const run = vi.fn();
  whenCalm(null, run);
  expect(run).toHaveBeenCalledOnce();
});
