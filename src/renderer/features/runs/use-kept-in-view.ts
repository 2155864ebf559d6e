import { type RefObject, useEffect, useState } from 'react';

/** What a reader does who wants to look elsewhere. */
const TAKEN_OVER = ['wheel', 'pointerdown', 'touchmove'] as const;

/** What was begun while it is shown is kept in view as it comes in and grows, until the reader scrolls or points elsewhere. */
export function useKeptInView(place: RefObject<HTMLElement | null>, running: boolean): void {
  const [wasRunning] = useState(running);
  useEffect(() => {
    const element = place.current;
    if (!element || !(wasRunning || running)) return;
    const show = () => element.scrollIntoView({ block: 'nearest' });
    const growing = new ResizeObserver(show);
    const stop = () => growing.disconnect();
    show();
    growing.observe(element);
    for (const name of TAKEN_OVER) window.addEventListener(name, stop, { passive: true });
    return () => {
      stop();
      for (const name of TAKEN_OVER) window.removeEventListener(name, stop);
    };
  }, [place, wasRunning, running]);
}
