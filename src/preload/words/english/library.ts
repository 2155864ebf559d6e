import type { DeletionWords, LibraryWords } from '../library-words';
import { counted } from './grammar';

export const library: LibraryWords = {
  search: () => 'Search files by name',
  none: () => 'No files yet. Files you drop into a thread are kept here.',
  noneFound: (search) => `No file is called “${search}”.`,
  total: (files, size) => `${counted(files, 'file')}, ${size}`,
  loading: () => 'Loading files',
  name: () => 'Name',
  size: () => 'Size',
  usedIn: () => 'Used in',
  added: () => 'Added',
  threads: (count) => counted(count, 'thread'),
  unused: () => 'nothing',
  madeByCode: () => 'made by code',
  failed: () => 'could not be read',
  showMore: () => 'Show more',
  versions: (count) => counted(count, 'version'),
  versionsHead: () => 'Versions',
  sameContent: () => 'same content',
  shownVersion: () => 'shown here',
  actionsFor: (name) => `Actions for ${name}`,
  open: () => 'Open',
  ask: () => 'Ask about it',
  askTitle: (name) => `Ask about ${name} in a new thread`,
  rename: () => 'Rename',
  nameOf: (name) => `New name of ${name}`,
  save: (name) => `Save ${name}`,
  saveShort: () => 'Save a copy',
  delete: () => 'Delete',
  close: () => 'Close',
  noPreview: () => 'This kind of file cannot be shown here. Save a copy to open it in another program.',
  previewOf: (name) => `Preview of ${name}`,
  columns: (rows, columns) => `${counted(rows, 'row')}, ${counted(columns, 'column')}`,
  assistants: (names) => `Used by ${counted(names.length, 'assistant')}: ${names.join(', ')}`,
  deletedThread: (title) => `${title} (deleted)`,
  deleteTitle: (name) => `Delete ${name}?`,
  keptByThreads: (threads) =>
    `${counted(threads, 'thread')} ${threads === 1 ? 'uses' : 'use'} this file. It leaves the list, and is kept for ${threads === 1 ? 'it' : 'them'} until ${threads === 1 ? 'it is' : 'they are'} deleted as well.`,
  lostByAssistants: (names) => `${names.join(', ')} will no longer have it once it is erased.`,
  withThreads: (threads) => (threads === 1 ? 'Delete the thread as well' : `Delete the ${threads} threads as well`),
  cancel: () => 'Cancel',
  deleted: (name) => `Deleted “${name}”`,
  undo: () => 'Undo',
  failedTitle: () => 'That did not work',
  attached: (name) => `Attached ${name}`,
  dropHere: (title) => `Drop to ask about it in “${title}”`,
  sizes: () => 'Room on the disk',
  sizeOf: {
    files: () => 'Files and charts',
    copies: () => 'Copies for quick queries',
    engineFiles: () => 'Copies in the engine',
    databases: () => 'Threads, results and search',
    backups: () => 'Backups',
  },
  sizeNote: {
    copies: () => 'Made of the files, and made again where they are missing.',
    engineFiles: () => 'Documents that are searched, files of assistants and scripts, files that code made.',
  },
};

export const deletions: DeletionWords = {
  title: () => 'Recently deleted',
  open: (count) => `Recently deleted (${count})`,
  none: () => 'Nothing is deleted that could be restored.',
  loading: () => 'Loading what is deleted',
  lead: () =>
    'What you delete can be restored for 30 days. After that it is erased at the next start of Assay, or now, if you erase it here. What of a thread was pinned to a report stays in that report.',
  threads: () => 'Threads',
  files: () => 'Files',
  erasedOn: (day) => `erased after ${day}`,
  keptBy: (threads) => `kept by ${counted(threads, 'thread')}`,
  restore: () => 'Restore',
  restoreName: (name) => `Restore ${name}`,
  erase: () => 'Erase',
  eraseName: (name) => `Erase ${name} for good`,
  eraseAll: () => 'Erase all now',
  confirmTitle: () => 'Erase for good?',
  confirm: (threads, files, reports) =>
    `${all(threads, files, reports)} cannot be restored after this: neither the questions, answers, results and charts, nor what was read of the files.`,
  confirmDo: () => 'Erase for good',
  cancel: () => 'Cancel',
  erasing: () => 'Erasing…',
  erased: (threads, files, reports) => `Erased ${all(threads, files, reports)}`,
  stillUsed: (files) =>
    `${counted(files, 'file')} ${files === 1 ? 'is' : 'are'} still used by a thread or a report, and will be erased once that is erased.`,
  awaited: () => 'The engine is off and still has its copies. It deletes them at the next start with the engine on.',
  failed: () => 'Not erased',
  copiesTitle: () => 'Backups',
  copiesLead: (days) =>
    `Assay copies its databases once a day and keeps the copies of the last ${days} days on which it ran. They hold the questions, answers, results and what was read of files as these were when they were made, also of what you have erased since; the files themselves are in no copy. Copies from before an update stay until you delete them.`,
  copiesOf: { library: () => 'Library', engine: () => 'Engine' },
  copyDay: () => 'of the day',
  copyUpdate: () => 'from before an update',
  setAside: (files, size) =>
    `${counted(files, 'file')} (${size}) of databases that were replaced by a restored one; these are never removed by themselves.`,
  noCopies: () => 'There are no backups yet.',
  renew: () => 'Make backups anew',
  renewing: () => 'Copying the databases…',
  renewed: () => 'The backups are made anew; all earlier ones are deleted',
  withSetAside: () => 'Delete replaced databases as well',
  beyond: () =>
    'Erased bytes are overwritten in the databases; files are deleted as your system deletes them. Backups of your own, and what the server of a connected model keeps beyond what Assay has deleted there, are not in its reach.',
};

const all = (threads: number, files: number, reports: number): string =>
  listed(
    [
      threads > 0 ? counted(threads, 'thread') : '',
      reports > 0 ? counted(reports, 'report') : '',
      files > 0 ? counted(files, 'file') : '',
    ].filter(Boolean),
  );

const listed = (parts: readonly string[]): string =>
  [parts.slice(0, -1).join(', '), parts.at(-1)].filter(Boolean).join(' and ');
