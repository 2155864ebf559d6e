import { type RefObject, useLayoutEffect, useState } from 'react';

/** How wide an element without padding is laid out, in whole pixels; 0 until that is known, and `wanted`. */
export function useWidth(element: RefObject<HTMLElement | null>, wanted = true): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (!wanted || !element.current) return;
    // An observer would tell it only after the first frame, in which nothing could be drawn yet.
    setWidth(Math.floor(element.current.getBoundingClientRect().width));
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, wanted]);
  return width;
}
