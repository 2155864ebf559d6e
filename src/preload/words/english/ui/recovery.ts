import { counted } from '../grammar';

interface Held {
  threads: number;
  messages: number;
}

const held = ({ threads, messages }: Held): string =>
  `${counted(threads, 'thread')} with ${counted(messages, 'message')}`;

const lostMessages = (messages: number | null): string =>
  messages === null ? 'what came after it' : `about ${counted(messages, 'message')} that came after it`;

export const recovery = {
  restoreLibrary: 'Restore the library',
  restoreEngine: 'Restore the engine’s database',
  restoreMore: 'Restore…',
  takenCareOf: 'This has been taken care of.',
  needsRestoring: 'Your data needs to be restored',
  exchanging: 'Assay exchanges the file and opens it. This can take a minute.',
  restoreBackup: 'Restore a backup',
  noBackup: 'There is no backup of it.',
  keepReadable: 'Keep what can be read',
  readableUnknown: 'How much can still be read has not been found out. A new file is made of all that can.',
  goOnWithout: 'Go on without it',
  goOnAsIs: 'Go on as it is',
  restoreBackupOf: (time: string) => `Restore the backup of ${time}`,
  restore: 'Restore',
  engineDamaged: 'The engine’s database is damaged, so nothing can be asked. Everything you have seen stays readable.',
  engineMissing:
    'The engine’s database was not there and has been begun anew. Threads from before can be read, not continued.',
  libraryDamaged:
    'The library, which keeps all that you have asked and seen, is damaged: part of it, or all, cannot be read.',
  /** `rebuilt` is what the engine has given back, where it has. */
  libraryMissing: (rebuilt: (Held & { done: boolean }) | null) =>
    `The library, which keeps all that you have asked and seen, was not there. ${
      rebuilt
        ? `${held(rebuilt)} ${rebuilt.done ? 'were' : 'so far are'} brought back from the engine; data files`
        : 'Data files'
    }, tables and drafts are only in a backup.`,
  /** How many messages would be lost; null where that is not known. */
  libraryLoss: (messages: number | null) =>
    `Lost would be ${lostMessages(messages)}, except what the engine keeps: questions, answers and steps are brought back from there.`,
  engineLoss: (messages: number | null) =>
    `Scripts would lose ${lostMessages(messages)}; the window keeps what it has shown.`,
  holdings: (holdings: Held) => held(holdings),
  unreadable: 'cannot be read',
  stillReadable: (holdings: Held, savedAt: string | null) =>
    `${held(holdings)} can still be read in the damaged file${savedAt === null ? '' : `, last saved ${savedAt}`}. A new file is made of them.`,
  /** Before the name of the folder. */
  nothingRemoved: 'Nothing is removed: what is there now goes to this folder of the data folder:',
};
