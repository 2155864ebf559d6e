import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

const NEAR = 48;
/** Pixels above the anchor. */
const ANCHOR_ROOM = 20;

/** Marks the elements that a scroller does not follow beyond: what is said last stays in view from its beginning. */
export const ANCHOR = { 'data-anchor': '' };

/**
 * Keeps a scroller at its end while its content grows, but no further than the last {@link ANCHOR}, and only until the
 * reader scrolls up: what is being read never moves. `key` names the content: another one starts at the end again.
 */
export function useStick(scroller: RefObject<HTMLElement | null>, content: RefObject<HTMLElement | null>, key: string) {
  const [stuck, setStuck] = useState(true);
  const following = useRef(true);
  /** The end as it was when the scroller was last moved: what has been added since is not the reader's doing. */
  const end = useRef(0);
  const anchor = useRef<HTMLElement | undefined>(undefined);
  const toEnd = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    following.current = true;
    setStuck(true);
    end.current = endOf(element);
    element.scrollTop = end.current;
  }, [scroller]);

  /** Goes to an element instead, and stays there. */
  const toElement = useCallback(
    (place: HTMLElement) => {
      if (!scroller.current) return;
      following.current = false;
      setStuck(false);
      anchor.current = lastAnchor(scroller.current);
      end.current = endOf(scroller.current);
      place.scrollIntoView({ block: 'start' });
    },
    [scroller],
  );

  useLayoutEffect(() => {
    if (key) toEnd();
  }, [key, toEnd]);

  useEffect(() => {
    const [element, inner] = [scroller.current, content.current];
    if (!element || !inner) return;
    anchor.current = lastAnchor(element);
    const onScroll = () => {
      // A window that grows leaves less to scroll than there was when the scroller was last moved.
      const last = Math.min(end.current, element.scrollHeight - element.clientHeight);
      following.current = last - element.scrollTop < NEAR;
      setStuck(following.current);
    };
    const observer = new ResizeObserver(() => {
      const asked = lastAnchor(element) !== anchor.current;
      anchor.current = lastAnchor(element);
      if (asked || following.current) toEnd();
    });
    element.addEventListener('scroll', onScroll, { passive: true });
    observer.observe(inner);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', onScroll);
      observer.disconnect();
    };
  }, [scroller, content, toEnd]);

  return { stuck, toEnd, toElement };
}

const lastAnchor = (element: HTMLElement): HTMLElement | undefined =>
  [...element.querySelectorAll<HTMLElement>('[data-anchor]')].at(-1);

function endOf(element: HTMLElement): number {
  const end = element.scrollHeight - element.clientHeight;
  const anchor = lastAnchor(element);
  if (!anchor) return end;
  const top = anchor.getBoundingClientRect().top - element.getBoundingClientRect().top + element.scrollTop;
  return Math.max(0, Math.min(end, top - ANCHOR_ROOM));
}
