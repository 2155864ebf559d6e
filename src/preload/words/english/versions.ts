import type { VersionWords } from '../words';

export const versions: VersionWords = {
  label: () => 'Versions of this question',
  place: (at, of) => `Version ${at} of ${of}`,
  earlier: () => 'Earlier version',
  later: () => 'Later version',
  compare: () => 'Show the versions side by side',
  beside: (count) => `${count} versions side by side`,
  closeBeside: () => 'Show one version again',
  goOnWith: () => 'Go on with this one',
  unanswered: () => 'There is no answer to this version.',
  edit: () => 'Ask in other words',
  editLabel: () => 'The question in other words',
  stays: () => 'The earlier version and its answers stay.',
  ask: () => 'Ask',
  cancel: () => 'Cancel',
  goOn: () => 'Go on from here in a new branch',
  beginning: () => 'The next question goes on from here. What came after it stays.',
  showNewest: () => 'Back to the newest',
  running: () => 'A run is still under way: wait for it, or stop it',
  again: () => 'Ask again, with this or another model',
};
