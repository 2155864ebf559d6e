import type { UiWords } from '../../english/ui';

import { counted } from '../grammar';

const held = ({ threads, messages }: { threads: number; messages: number }): string =>
  `${counted(threads, 'Verlauf', 'Verläufe')} mit ${counted(messages, 'Nachricht', 'Nachrichten')}`;

const lostMessages = (messages: number | null): string =>
  messages === null ? '' : ` (etwa ${counted(messages, 'Nachricht', 'Nachrichten')})`;

export const recovery: UiWords['recovery'] = {
  restoreLibrary: 'Bibliothek wiederherstellen',
  restoreEngine: 'Datenbank der Engine wiederherstellen',
  restoreMore: 'Wiederherstellen…',
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
  engineDamaged:
    'Die Datenbank der Engine ist beschädigt, deshalb lässt sich nichts fragen. Alles, was Sie gesehen haben, bleibt lesbar.',
  engineMissing:
    'Die Datenbank der Engine war nicht da und wurde neu begonnen. Frühere Verläufe lassen sich lesen, aber nicht fortsetzen.',
  libraryDamaged:
    'Die Bibliothek, die alles aufbewahrt, was Sie gefragt und gesehen haben, ist beschädigt: Ein Teil davon oder alles ist nicht lesbar.',
  libraryMissing: (rebuilt) =>
    `Die Bibliothek, die alles aufbewahrt, was Sie gefragt und gesehen haben, war nicht da. ${
      rebuilt
        ? `${rebuilt.done ? 'Aus der Engine zurückgeholt' : 'Bisher aus der Engine zurückgeholt'}: ${held(rebuilt)}. `
        : ''
    }Datendateien, Tabellen und Entwürfe gibt es nur in einer Sicherung.`,
  libraryLoss: (messages) =>
    `Verloren ginge, was danach kam${lostMessages(messages)}, außer dem, was die Engine aufbewahrt: Fragen, Antworten und Schritte werden von dort zurückgeholt.`,
  engineLoss: (messages) =>
    `Skripte verlören, was danach kam${lostMessages(messages)}; das Fenster behält, was es gezeigt hat.`,
  holdings: (holdings) => held(holdings),
  unreadable: 'nicht lesbar',
  stillReadable: (holdings, savedAt) =>
    `In der beschädigten Datei noch lesbar: ${held(holdings)}${savedAt === null ? '' : `, zuletzt gespeichert ${savedAt}`}. Daraus wird eine neue Datei gemacht.`,
  nothingRemoved: 'Nichts wird entfernt: Was jetzt da ist, kommt in diesen Ordner des Datenordners:',
};
