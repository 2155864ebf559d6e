import { type RefObject, useEffect, useRef } from 'react';

/** Gives the focus back to what opened a panel, where it is gone with the panel. */
export function useFocusBack(open: boolean, opener: RefObject<HTMLElement | null>): void {
  const wasOpen = useRef(open);
  useEffect(() => {
    if (wasOpen.current && !open && document.activeElement === document.body) opener.current?.focus();
    wasOpen.current = open;
  }, [open, opener]);
}
