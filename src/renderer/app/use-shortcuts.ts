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
      if (!shortcut) return;
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
