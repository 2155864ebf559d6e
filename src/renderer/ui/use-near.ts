import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';

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
    const observer = new IntersectionObserver(
      (entries) => setNear(entries.at(-1)?.isIntersecting ?? false),
      // The scroller clips what is out of view, so that the margin has to be its own.
      { root: element.current.closest('[role="log"]'), rootMargin: `${AHEAD}px 0px` },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
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
