import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

const NEAR = 48;
/** Pixels above the anchor. */
const ANCHOR_ROOM = 20;

/** Marks the elements that a scroller does not follow beyond: what is said last stays in view from its beginning. */
export const ANCHOR = { 'data-anchor': '' };

interface Parts {
  scroller: RefObject<HTMLElement | null>;
  content: RefObject<HTMLElement | null>;
  /** Stands below the content, in the scroller; takes the room of what is still to come. */
  room: RefObject<HTMLElement | null>;
}

/**
 * Keeps a scroller at its end while its content grows, but no further than the last {@link ANCHOR}, and only until the
 * reader scrolls up: what is being read never moves. A new anchor goes to the top at once, with room kept below it for
 * what follows. `key` names the content: another one starts at the end again.
 */
export function useStick({ scroller, content, room }: Parts, key: string) {
  const [stuck, setStuck] = useState(true);
  const following = useRef(true);
  /** The reader has gone on below the anchor, and is not to be taken back up by what is drawn there. */
  const below = useRef(false);
  /** The end as it was when the scroller was last moved: what has been added since is not the reader's doing. */
  const end = useRef(0);
  const anchor = useRef<HTMLElement | undefined>(undefined);
  /** Whether something has been asked since the content was opened. */
  const asked = useRef(false);
  const toEnd = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    following.current = true;
    below.current = false;
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

  const keepRoom = useCallback(() => {
    const [element, inner, below] = [scroller.current, content.current, room.current];
    if (!element || !inner || !below) return;
    const taken =
      asked.current && anchor.current ? inner.getBoundingClientRect().bottom - topOf(anchor.current) : Infinity;
    below.style.height = `${Math.max(0, element.clientHeight - ANCHOR_ROOM - taken)}px`;
  }, [scroller, content, room]);

  useLayoutEffect(() => {
    if (!key || !scroller.current) return;
    asked.current = false;
    anchor.current = lastAnchor(scroller.current);
    keepRoom();
    toEnd();
  }, [key, scroller, keepRoom, toEnd]);

  useEffect(() => {
    const [element, inner] = [scroller.current, content.current];
    if (!element || !inner) return;
    const onScroll = () => {
      // A window that grows leaves less to scroll than there was when the scroller was last moved.
      const last = Math.min(end.current, element.scrollHeight - element.clientHeight);
      following.current = last - element.scrollTop < NEAR;
      below.current = element.scrollTop - endOf(element, anchor.current) >= NEAR;
      setStuck(following.current);
    };
    const observer = new ResizeObserver(() => {
      const last = lastAnchor(element);
      const isNew = last !== anchor.current;
      // What is there when the content comes was asked another time.
      if (isNew && anchor.current) asked.current = true;
      anchor.current = last;
      keepRoom();
      if (isNew || (following.current && !below.current)) toEnd();
    });
    element.addEventListener('scroll', onScroll, { passive: true });
    observer.observe(inner);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', onScroll);
      observer.disconnect();
    };
  }, [scroller, content, keepRoom, toEnd]);

  return { stuck, toEnd, toElement };
}

const lastAnchor = (element: HTMLElement): HTMLElement | undefined =>
  [...element.querySelectorAll<HTMLElement>('[data-anchor]')].at(-1);

const topOf = (element: HTMLElement): number => element.getBoundingClientRect().top;

function endOf(element: HTMLElement, anchor = lastAnchor(element)): number {
  const end = element.scrollHeight - element.clientHeight;
  if (!anchor) return end;
  const top = topOf(anchor) - topOf(element) + element.scrollTop;
  return Math.max(0, Math.min(end, top - ANCHOR_ROOM));
}
