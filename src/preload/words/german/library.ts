import type { DeletionWords, LibraryWords } from '../library-words';
import { counted, quote } from './grammar';

const countedFiles = (count: number): string => counted(count, 'Datei', 'Dateien');
const countedThreads = (count: number): string => counted(count, 'Verlauf', 'Verläufe');
const FAILED = 'Das hat nicht geklappt';

export const library: LibraryWords = {
  search: () => 'Dateien nach Namen suchen',
  none: () => 'Noch keine Dateien. Dateien, die Sie in einen Verlauf ziehen, werden hier aufbewahrt.',
  noneFound: (search) => `Keine Datei heißt ${quote(search)}.`,
  total: (files, size) => `${countedFiles(files)}, ${size}`,
  loading: () => 'Dateien werden geladen',
  name: () => 'Name',
  size: () => 'Größe',
  usedIn: () => 'Verwendet in',
  added: () => 'Hinzugefügt',
  threads: countedThreads,
  unused: () => 'nichts',
  madeByCode: () => 'von Code erstellt',
  failed: () => 'nicht lesbar',
  showMore: () => 'Mehr zeigen',
  versions: (count) => counted(count, 'Version', 'Versionen'),
  versionsHead: () => 'Versionen',
  sameContent: () => 'gleicher Inhalt',
  shownVersion: () => 'hier zu sehen',
  actionsFor: (name) => `Aktionen für ${name}`,
  open: () => 'Öffnen',
  ask: () => 'Danach fragen',
  askTitle: (name) => `In einem neuen Verlauf nach ${name} fragen`,
  rename: () => 'Umbenennen',
  nameOf: (name) => `Neuer Name von ${name}`,
  save: (name) => `${name} speichern`,
  saveShort: () => 'Kopie speichern',
  delete: () => 'Löschen',
  close: () => 'Schließen',
  noPreview: () =>
    'Diese Art von Datei kann hier nicht angezeigt werden. Speichern Sie eine Kopie, um sie in einem anderen Programm zu öffnen.',
  previewOf: (name) => `Vorschau von ${name}`,
  columns: (rows, columns) => `${counted(rows, 'Zeile', 'Zeilen')}, ${counted(columns, 'Spalte', 'Spalten')}`,
  assistants: (names) => `Verwendet von ${counted(names.length, 'Assistenten', 'Assistenten')}: ${names.join(', ')}`,
  deletedThread: (title) => `${title} (gelöscht)`,
  deleteTitle: (name) => `${name} löschen?`,
  keptByThreads: (threads) =>
    threads === 1
      ? '1 Verlauf verwendet diese Datei. Sie verschwindet aus der Liste und bleibt für den Verlauf erhalten, bis auch dieser gelöscht wird.'
      : `${countedThreads(threads)} verwenden diese Datei. Sie verschwindet aus der Liste und bleibt für die Verläufe erhalten, bis auch diese gelöscht werden.`,
  lostByAssistants: (names) =>
    `${names.join(', ')} ${names.length === 1 ? 'hat' : 'haben'} sie nicht mehr, sobald sie endgültig gelöscht ist.`,
  withThreads: (threads) => (threads === 1 ? 'Auch den Verlauf löschen' : `Auch die ${threads} Verläufe löschen`),
  cancel: () => 'Abbrechen',
  deleted: (name) => `${quote(name)} gelöscht`,
  undo: () => 'Rückgängig',
  failedTitle: () => FAILED,
  attached: (name) => `${name} angehängt`,
  dropHere: (title) => `Hier ablegen, um in ${quote(title)} danach zu fragen`,
  sizes: () => 'Platz auf dem Datenträger',
  sizeOf: {
    files: () => 'Dateien und Diagramme',
    copies: () => 'Kopien für schnelle Abfragen',
    engineFiles: () => 'Kopien der Engine',
    databases: () => 'Verläufe, Ergebnisse und Suche',
    backups: () => 'Sicherungen',
  },
  sizeNote: {
    copies: () => 'Aus den Dateien erstellt und neu erstellt, wo sie fehlen.',
    engineFiles: () => 'Durchsuchte Dokumente, Dateien von Assistenten und Skripten, Dateien, die Code erstellt hat.',
  },
};

export const deletions: DeletionWords = {
  title: () => 'Zuletzt gelöscht',
  open: (count) => `Zuletzt gelöscht (${count})`,
  none: () => 'Nichts gelöscht, was sich wiederherstellen ließe.',
  loading: () => 'Gelöschtes wird geladen',
  lead: () =>
    'Was Sie löschen, lässt sich 30 Tage lang wiederherstellen. Danach wird es beim nächsten Start von Assay endgültig gelöscht, oder sofort, wenn Sie es hier tun. Was aus einem Verlauf an einen Bericht geheftet wurde, bleibt dort.',
  threads: () => 'Verläufe',
  files: () => 'Dateien',
  erasedOn: (day) => `wird nach dem ${day} endgültig gelöscht`,
  keptBy: (threads) => `behalten von ${counted(threads, 'Verlauf', 'Verläufen')}`,
  restore: () => 'Wiederherstellen',
  restoreName: (name) => `${name} wiederherstellen`,
  erase: () => 'Endgültig löschen',
  eraseName: (name) => `${name} endgültig löschen`,
  eraseAll: () => 'Alles jetzt endgültig löschen',
  confirmTitle: () => 'Endgültig löschen?',
  confirm: (threads, files, reports) =>
    `${all(threads, files, reports)} ${threads + files + reports === 1 ? 'lässt' : 'lassen'} sich danach nicht wiederherstellen: weder Fragen, Antworten, Ergebnisse und Diagramme noch das, was aus den Dateien gelesen wurde.`,
  confirmDo: () => 'Endgültig löschen',
  cancel: () => 'Abbrechen',
  erasing: () => 'Wird gelöscht…',
  erased: (threads, files, reports) => `${all(threads, files, reports)} endgültig gelöscht`,
  stillUsed: (files) =>
    files === 1
      ? '1 Datei wird noch von einem Verlauf oder einem Bericht verwendet und endgültig gelöscht, wenn dieser es ist.'
      : `${countedFiles(files)} werden noch von einem Verlauf oder einem Bericht verwendet und endgültig gelöscht, wenn dieser es ist.`,
  awaited: () =>
    'Die Engine ist aus und hat ihre Kopien noch. Sie löscht sie beim nächsten Start mit eingeschalteter Engine.',
  failed: () => 'Nicht gelöscht',
  copiesTitle: () => 'Sicherungen',
  copiesLead: (days) =>
    `Assay kopiert seine Datenbanken einmal am Tag und behält die Kopien der letzten ${days} Tage, an denen es lief. Sie enthalten Fragen, Antworten, Ergebnisse und das aus Dateien Gelesene so, wie es damals war, auch was Sie seitdem endgültig gelöscht haben; die Dateien selbst stehen in keiner Kopie. Kopien von vor einer Aktualisierung bleiben, bis Sie sie löschen.`,
  copiesOf: { library: () => 'Bibliothek', engine: () => 'Engine' },
  copyDay: () => 'vom Tag',
  copyUpdate: () => 'von vor einer Aktualisierung',
  setAside: (files, size) =>
    `${countedFiles(files)} (${size}) von Datenbanken, die durch eine wiederhergestellte ersetzt wurden; sie werden nie von selbst entfernt.`,
  noCopies: () => 'Es gibt noch keine Sicherungen.',
  renew: () => 'Sicherungen neu erstellen',
  renewing: () => 'Datenbanken werden kopiert…',
  renewed: () => 'Die Sicherungen sind neu erstellt; alle früheren sind gelöscht',
  withSetAside: () => 'Auch ersetzte Datenbanken löschen',
  beyond: () =>
    'Gelöschte Bytes werden in den Datenbanken überschrieben; Dateien werden so gelöscht, wie Ihr System sie löscht. Ihre eigenen Sicherungen und was der Server eines verbundenen Modells über das hinaus behält, was Assay dort gelöscht hat, erreicht Assay nicht.',
};

const all = (threads: number, files: number, reports: number): string =>
  listed(
    [
      threads > 0 ? countedThreads(threads) : '',
      reports > 0 ? (reports === 1 ? '1 Bericht' : `${reports} Berichte`) : '',
      files > 0 ? countedFiles(files) : '',
    ].filter(Boolean),
  );

const listed = (parts: readonly string[]): string =>
  [parts.slice(0, -1).join(', '), parts.at(-1)].filter(Boolean).join(' und ');
