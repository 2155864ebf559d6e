import type { Words } from '#words';

const mac = typeof navigator !== 'undefined' && /mac/i.test(navigator.platform);

export function hasCommand(event: { metaKey: boolean; ctrlKey: boolean }): boolean {
  return mac ? event.metaKey : event.ctrlKey;
}

/** `mod+K` as it is read: ⌘K or Ctrl K. */
export function shortcutText(keys: string, words: Words['ui']['keys']): string {
  return keys
    .replace('mod+', mac ? '⌘' : `${words.control} `)
    .replace('alt+', mac ? '⌥' : `${words.alt} `)
    .replace('shift+', `${words.shift} `)
    .replace('enter', words.enter)
    .replace('escape', words.escape);
}
