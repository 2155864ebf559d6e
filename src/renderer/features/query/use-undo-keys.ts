import { useEffect, useRef } from 'react';
import { hasCommand } from '../../ui';

interface Steps {
  undo: (() => void) | null;
  redo: (() => void) | null;
}

/** Who was changed last: its keys work also where the focus is nowhere. */
let latest: HTMLElement | null = null;

/** Ctrl+Z and Ctrl+Shift+Z go through the versions of an answer, wherever in it the focus is. Text that is written has its own. */
export function useUndoKeys(steps: Steps) {
  const frame = useRef<HTMLDivElement>(null);
  const current = useRef(steps);
  current.current = steps;
  useEffect(() => {
    const touch = (event: Event) => {
      if (event.target instanceof Node && frame.current?.contains(event.target)) latest = frame.current;
    };
    const onKey = (event: KeyboardEvent) => {
      if (!hasCommand(event) || event.key.toLowerCase() !== 'z' || latest !== frame.current || isWritten(event)) return;
      const step = event.shiftKey ? current.current.redo : current.current.undo;
      if (!step) return;
      event.preventDefault();
      step();
    };
    document.addEventListener('focusin', touch);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('focusin', touch);
      document.removeEventListener('keydown', onKey);
    };
  }, []);
  return frame;
}

const isWritten = ({ target }: Event): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
