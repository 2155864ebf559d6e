const mac = typeof navigator !== 'undefined' && /mac/i.test(navigator.platform);

export function hasCommand(event: { metaKey: boolean; ctrlKey: boolean }): boolean {
  return mac ? event.metaKey : event.ctrlKey;
}

/** `mod+K` as it is read: ⌘K or Ctrl K. */
export function shortcutText(keys: string): string {
  return keys.replace('mod+', mac ? '⌘' : 'Ctrl ').replace('alt+', mac ? '⌥' : 'Alt ');
}
