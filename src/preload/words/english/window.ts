import type { WindowWords } from '../words';

export const window: WindowWords = {
  recent: () => 'Recent threads',
  toggleNavigation: () => 'Show or hide the navigation',
  shortcuts: () => 'Keyboard shortcuts',
  shortcut: {
    palette: () => 'Search, or type a command',
    new: () => 'New thread',
    next: () => 'Next thread',
    previous: () => 'Previous thread',
    inspector: () => 'Show or hide the inspector',
    navigation: () => 'Show or hide the navigation',
    settings: () => 'Settings',
    send: () => 'Send the question',
    line: () => 'Begin a line in the question',
    stop: () => 'Close, or stop the run',
    recall: () => 'Questions asked before, in an empty field',
    run: () => 'Run the edited code',
    shortcuts: () => 'These shortcuts',
  },
  notReached: () =>
    'Assay cannot be reached; the window tries again by itself. What you have seen stays readable. If this lasts, start Assay again.',
  engineOff: () =>
    'The engine is off: threads, charts and files can be read and searched, but nothing can be asked. Start Assay without --no-engine to ask.',
};
