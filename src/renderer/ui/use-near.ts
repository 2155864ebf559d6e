import { type RefObject, startTransition, useEffect, useLayoutEffect, useState } from 'react';
import { whenCalm } from './scroll-pace';

/** Within so many pixels of what is in view, things are drawn before they are seen. */
const AHEAD = 600;

/**
 * Whether an element is in view, or nearly: what is costly is drawn only then. Where nothing is laid out, all of it is.
 */
export function useNear(element: RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false);
  useLayoutEffect(() => {
    const box = element.current?.getBoundingClientRect();
    if (box && box.width === 0 && box.height === 0) setNear(true);
  }, [element]);
  useEffect(() => {
    if (!element.current) return;
    // The scroller clips what is out of view, so that the margin has to be its own.
    const root = element.current.closest('[role="log"]');
    let withdraw = () => {};
    const observer = new IntersectionObserver(
      (entries) => {
        const isNear = entries.at(-1)?.isIntersecting ?? false;
        withdraw();
        // Between frames, so that what comes near does not stop the scrolling that brings it there.
        withdraw = whenCalm(root, () => startTransition(() => setNear(isNear)));
      },
      { root, rootMargin: `${AHEAD}px 0px` },
    );
    observer.observe(element.current);
    return () => {
      withdraw();
      observer.disconnect();
    };
  }, [element]);
  return near;
}

/** Whether an element is or has been near. */
export function useSeen(element: RefObject<HTMLElement | null>): boolean {
  const near = useNear(element);
  const [seen, setSeen] = useState(false);
  if (near && !seen) setSeen(true);
  return seen;
}
