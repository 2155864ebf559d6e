import { useEffect, useRef } from 'react';
import { hasCommand } from '../ui';

/** What keys do anywhere in the window. `mod` is Ctrl, or ⌘ on a Mac. */
export interface Shortcut {
  keys: string;
  run(): void;
}

export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const current = useRef(shortcuts);
  current.current = shortcuts;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const pressed = nameOf(event);
      const shortcut = current.current.find((one) => one.keys === pressed);
      // A sign by itself is a letter where something is written.
      if (!shortcut || (shortcut.keys.length === 1 && isWritten(event.target))) return;
      event.preventDefault();
      shortcut.run();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function nameOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  return `${hasCommand(event) ? 'mod+' : ''}${event.altKey ? 'alt+' : ''}${key}`;
}

const isWritten = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
