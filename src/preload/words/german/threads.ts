import type { ThreadWords } from '../library-words';
import { counted, quote } from './grammar';

const countedThreads = (count: number): string => counted(count, 'Verlauf', 'Verläufe');
const countedDays = (count: number): string => counted(count, 'Tag', 'Tage');
const afterDays = (count: number): string => counted(count, 'Tag', 'Tagen');

export const threads: ThreadWords = {
  tags: () => 'Schlagwörter',
  editTags: () => 'Schlagwörter…',
  tagsOf: (title) => `Schlagwörter von ${quote(title)}`,
  tagsHint: () =>
    'Schreiben Sie eines und drücken Sie die Eingabetaste, oder wählen Sie eines, das andere Verläufe haben.',
  saveTags: () => 'Schlagwörter speichern',
  cancel: () => 'Abbrechen',
  close: () => 'Schließen',
  shown: () => 'Welche Verläufe aufgelistet werden',
  all: () => 'Alle Verläufe',
  withTag: (tag, count) => `${tag} (${count})`,
  noneWithTag: () => 'Kein Verlauf hat dieses Schlagwort.',
  cleanUp: () => 'Verläufe aufräumen',
  cleanUpLead: () =>
    'Verläufe, die eine Weile nicht verwendet wurden. Nichts geschieht, bevor Sie es sagen, und was Sie löschen, lässt sich 30 Tage lang wiederherstellen. Angeheftete Verläufe sind nicht aufgelistet.',
  notUsedFor: () => 'Nicht verwendet seit',
  days: (count) => (count === 365 ? 'einem Jahr' : afterDays(count)),
  afterDays: (count) => `nach ${count === 365 ? 'einem Jahr' : count === 730 ? 'zwei Jahren' : afterDays(count)}`,
  loading: () => 'Verläufe werden geladen',
  noneUnused: () => 'Jeder Verlauf wurde seitdem verwendet.',
  chooseAll: () => 'Alle Verläufe auswählen',
  choose: (title) => `${title} auswählen`,
  thread: () => 'Verlauf',
  messages: () => 'Nachrichten',
  ownFiles: () => 'Eigene Dateien',
  lastUsed: () => 'Zuletzt verwendet',
  files: (count, size) => `${count} (${size})`,
  withFiles: () => 'Auch Dateien löschen, die sonst nichts verwendet',
  deleteCount: (count) => `${countedThreads(count)} löschen`,
  deletedCount: (count) => `${countedThreads(count)} gelöscht`,
  byThemselves: () => 'Automatisch löschen',
  byThemselvesLead: () =>
    'Assay löscht keinen Verlauf von selbst, solange Sie hier keine Regel festlegen. Angeheftete Verläufe bleiben immer.',
  ruleLabel: () => 'Verläufe löschen, die nicht verwendet wurden',
  never: () => 'nie',
  keepTagged: () => 'Verläufe mit Schlagwort behalten',
  ruleTitle: (count) => `Verläufe löschen, die ${countedDays(count)} lang nicht verwendet wurden?`,
  ruleLead: (count) =>
    `${counted(count, 'Verlauf würde', 'Verläufe würden')} jetzt gelöscht und ${count === 1 ? 'ließe' : 'ließen'} sich 30 Tage lang wiederherstellen; andere folgen, wenn ihre Zeit um ist:`,
  andMore: (count) => `und ${count} weitere`,
  ruleDo: () => 'Diese Regel festlegen',
  failed: () => 'Das hat nicht geklappt',
};
