import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

const NEAR = 48;

/**
 * Keeps a scroller at its end while its content grows, until the reader scrolls up; never moves what is being read.
 * `key` names the content: another one starts at the end again.
 */
export function useStick(scroller: RefObject<HTMLElement | null>, content: RefObject<HTMLElement | null>, key: string) {
  const [stuck, setStuck] = useState(true);
  const following = useRef(true);
  const toEnd = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    following.current = true;
    setStuck(true);
    element.scrollTop = element.scrollHeight;
  }, [scroller]);

  useLayoutEffect(() => {
    if (key) toEnd();
  }, [key, toEnd]);

  useEffect(() => {
    const [element, inner] = [scroller.current, content.current];
    if (!element || !inner) return;
    const onScroll = () => {
      following.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
      setStuck(following.current);
    };
    const observer = new ResizeObserver(() => {
      if (following.current) element.scrollTop = element.scrollHeight;
    });
    element.addEventListener('scroll', onScroll, { passive: true });
    observer.observe(inner);
    return () => {
      element.removeEventListener('scroll', onScroll);
      observer.disconnect();
    };
  }, [scroller, content]);

  return { stuck, toEnd };
}
