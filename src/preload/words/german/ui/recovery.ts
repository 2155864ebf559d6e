import type { UiWords } from '../../english/ui';

export const recovery: UiWords['recovery'] = {
  restoreLibrary: 'Bibliothek wiederherstellen',
  restoreEngine: 'Datenbank der Engine wiederherstellen',
  restoreMore: 'Wiederherstellen …',
  takenCareOf: 'Das ist erledigt.',
  needsRestoring: 'Ihre Daten müssen wiederhergestellt werden',
  exchanging: 'Assay tauscht die Datei aus und öffnet sie. Das kann eine Minute dauern.',
  restoreBackup: 'Eine Sicherung wiederherstellen',
  noBackup: 'Es gibt keine Sicherung davon.',
  keepReadable: 'Behalten, was lesbar ist',
  readableUnknown:
    'Wie viel noch lesbar ist, wurde nicht festgestellt. Aus allem Lesbaren wird eine neue Datei gemacht.',
  goOnWithout: 'Ohne sie weitermachen',
  goOnAsIs: 'So weitermachen',
  restoreBackupOf: (time) => `Sicherung vom ${time} wiederherstellen`,
  restore: 'Wiederherstellen',
};
